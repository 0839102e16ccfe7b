/** What Python, and with it the AWS CLI, takes for a blank: more than JavaScript does, but no byte order mark. */
export const pythonBlank = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
