// How PowerShell, cmd and Windows programs take a command line apart, by their documentation: a second reading, to hold ours against.

/** The words of a command of PowerShell 7.3 or later that uses only bare words and single quotes. */
export function powershellWords(line: string): readonly string[] {
  const words: string[] = [];
  const quotes = "'‘’‚‛";
  let word: string | undefined;
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (quotes.includes(character)) {
      word ??= "";
      for (index++; index < line.length; index++) {
        if (quotes.includes(line.charAt(index)) && !quotes.includes(line.charAt(++index) || " ")) break;
        word += line.charAt(index);
      }
      index--;
    } else if (character === " ") {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + character;
  }
  return word === undefined ? words : [...words, word];
}

/** What cmd hands on: a caret takes the meaning from the next character outside of quotes. */
export function cmdWords(line: string): string {
  let quoted = false;
  let result = "";
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === "^" && !quoted) result += line.charAt(++index);
    else {
      if (character === '"') quoted = !quoted;
      if (!quoted && /[&|<>%]/.test(character)) throw new Error(`cmd acts on ${character} in ${line}`);
      if (quoted && character === "%") throw new Error(`cmd replaces a variable in ${line}`);
      result += character;
    }
  }
  return result;
}

/** `CommandLineToArgvW`: backslashes count only before a quote, two for one, and an odd one makes the quote a character; so is one right after another that closes. */
export function windowsArguments(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  let hasClosed = false;
  for (const [piece] of line.matchAll(/\\*"|\\+|\s|[^"\\\s]+/g)) {
    const isAgain: boolean = hasClosed && piece === '"';
    hasClosed = quoted && piece.endsWith('"') && piece.length % 2 === 1;
    if (piece.endsWith('"')) {
      const slashes = piece.length - 1;
      word = (word ?? "") + "\\".repeat(slashes >> 1) + (slashes % 2 === 1 || isAgain ? '"' : "");
      if (slashes % 2 === 0) quoted = !quoted;
    } else if (quoted || !/^\s$/.test(piece)) word = (word ?? "") + piece;
    else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}
