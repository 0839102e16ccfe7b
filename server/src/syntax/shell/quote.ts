/** What takes a command line apart into words. `powershell5` is Windows PowerShell, `powershell7` PowerShell from 7.3 on. */
export type Shell = "bash" | "powershell7" | "powershell5" | "cmd";

/** Writes a word so that the shell hands it to the program as it is. `undefined` where the shell cannot. */
export function quote(word: string, shell: Shell): string | undefined {
  switch (shell) {
    case "bash":
      return bash(word);
    case "powershell7":
      return powershell(word);
    case "powershell5":
      return powershell(windowsPowershellArgument(word));
    case "cmd":
      return cmd(word);
  }
}

function bash(word: string): string {
  return /^[\w./:@%+-][\w./:@%+=,-]*$/.test(word) ? word : `'${spellIn("'", word)}'`;
}

/** PowerShell takes the typographic quotes for quotes too. */
function powershell(word: string): string {
  return /^[A-Za-z0-9_][\w-]*$|^--[a-z]+(?:-[a-z]+)*$/.test(word)
    ? word
    : `'${word.replace(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;
}

/** A Windows program takes backslashes for escapes there alone. */
const backslashesAtQuote = /(?<!\\)(\\*)"/g;
const backslashesAtEnd = /(?<!\\)\\+$/;

/**
 * Windows PowerShell puts quotes around an argument with a blank that stands after an even number of quotes, and hands it
 * on without escaping what is in it, so that it must be written as a Windows program takes its command line apart: inside
 * of quotes two of them are one.
 */
function windowsPowershellArgument(word: string): string {
  if (word === "") return '""';
  return /\s/.test(word)
    ? word.replace(backslashesAtQuote, '$1$1""').replace(backslashesAtEnd, "$&$&")
    : word.replace(backslashesAtQuote, '$1$1\\"');
}

/** cmd has no way to write a line break; it would end the command. */
function cmd(word: string): string | undefined {
  if (/[\n\r\0]/.test(word)) return undefined;
  if (/^[\w./:@+-][\w./:@+-]*$/.test(word)) return word;
  const argument = `"${word.replace(backslashesAtQuote, '$1$1\\"').replace(backslashesAtEnd, "$&$&")}"`;
  return /["%!^]/.test(word) ? argument.replace(/[()%!^"<>&|]/g, "^$&") : argument;
}

/**
 * What a text stands in, in a POSIX shell: quotes around a part of a word, empty for none; a backquote for commands between
 * two of them, and for heredocs; `<<'` for heredocs whose delimiter is in quotes.
 */
export type Quote = "'" | '"' | "$'" | "`" | "<<'" | "";

/** Characters that a shell hands on as they are. */
const plain = /^[\w.,:=/+@%^-]*$/;

export function isPlainInShell(text: string): boolean {
  return plain.test(text);
}

/** Spells a text for the inside of such quotes; for none, each character that means something gets a backslash. */
export function spellIn(quote: Quote, text: string): string {
  switch (quote) {
    case "'":
      return text.replaceAll("'", String.raw`'\''`);
    case '"':
      return text.replace(/[\\"$`]/g, "\\$&");
    case "$'":
      return text.replace(/[\\']/g, "\\$&");
    case "`":
      return text.replace(/[\\$`]/g, "\\$&");
    case "<<'":
      return text;
    case "":
      return text.replace(/[^\w.,:=/+@%^-]/g, "\\$&");
  }
}
