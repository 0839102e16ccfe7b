/** Whether a text is a JobId of the service's model. Any other could leave its place in the path of a URL. */
export function isJobId(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text);
}
