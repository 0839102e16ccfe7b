import { plainSource } from "../source";
import type { Part, Word } from "./shell";

/** Words of the shell that a command may follow, and the prompt that it is copied with. */
const reserved = new Set(["$", "!", "{", "if", "then", "elif", "else", "while", "until", "do"]);
const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;

/** What runs, or holds, the command that follows in words of its own; `run` and the like are what scripts call such functions. */
const wrappers = new Set(
  (
    "aws-okta aws-vault builtin caffeinate chamber chronic chroot command conda coproc direnv doas docker doppler env eval " +
    "exec finch find flock function gosu ionice kubectl mise nice nohup op parallel pipenv podman poetry retry run runuser " +
    "saml2aws setsid ssh stdbuf strace sudo systemd-run taskset time timeout try unbuffer uv watch winpty xargs"
  ).split(" "),
);
/** What takes a script as one word. */
const readers = new Set("ash bash dash eval flock ksh parallel runuser sh ssh su trap watch zsh".split(" "));
/** What joins the words of the command that it runs, and has a shell read them once more. */
const joiners = new Set(["eval", "parallel", "ssh", "watch"]);
/** What puts words of its own into the command that it runs. */
const fillers = new Set(["find", "parallel", "xargs"]);

/** `NAME=value`, which a shell takes for no program. */
export function isAssignment({ source: { text } }: Word): boolean {
  return assignment.test(text);
}

/** Assignments and words of the shell; after a program that runs another, and one that nobody knows, anything. */
export function mayStandBefore(words: readonly Word[]): boolean {
  const program = programIn(words);
  return program === undefined || program.unknownFrom === 0 || wrappers.has(nameOf(program));
}

/** The word that names the program of a command. */
function programIn(words: readonly Word[]): Word | undefined {
  return words.find((word) => !reserved.has(word.source.text) && !isAssignment(word));
}

/** Whether a command runs one of these programs, or another that runs it. */
export function runsOneOf(words: readonly Word[], names: ReadonlySet<string>): boolean {
  const program = programIn(words);
  if (program === undefined) return false;
  const isOne = (word: Word): boolean => names.has(nameOf(word));
  return isOne(program) || (wrappers.has(nameOf(program)) && words.some(isOne));
}

/** Whether a command takes its input for a script. */
export function readsScript(words: readonly Word[]): boolean {
  return runsOneOf(words, readers);
}

/** What has the words after these read once more, when the quotes are gone. */
export function joinerIn(before: readonly Word[]): string | undefined {
  return before.map(nameOf).find((name) => joiners.has(name));
}

/** Whether what these run gets words after its own that nobody knows. */
export function fillsWords(before: readonly Word[]): boolean {
  return before.some(isFiller);
}

/** The words that a command gives to a shell to be read once more: of `bash -c '…'`, `ssh host '…'`, `eval '…'`. */
export function scriptsIn(words: readonly Word[], isWanted: (text: string) => boolean): readonly Part[] {
  const isScript = ({ source: { text } }: Word): boolean => /\s/.test(text) && isWanted(text);
  if (!words.some(isScript)) return [];
  const reader = words.findIndex((word) => readers.has(nameOf(word)));
  const runners = words.slice(0, reader);
  if (reader < 0 || !mayStandBefore(runners) || runners.some(isFiller)) return [];
  const isFilled = words.slice(reader, reader + 1).some(isFiller);
  return words
    .slice(reader + 1)
    .filter(isScript)
    .map((word) => ({ ...scriptOf(word), ...(isFilled && { isFilled }) }));
}

/** A word as a script of its own. */
export function scriptOf(word: Word): Part {
  return { ...scriptIn(word), word };
}

/** What stands in a word, or between backquotes, as a script of its own. */
export function scriptIn({ source, unknownFrom }: Pick<Word, "source" | "unknownFrom">): Part {
  return { source, isExpanded: unknownFrom !== undefined, start: 0, end: source.text.length };
}

/** The command that `before` runs, with what `xargs`, `parallel` and `find` will put into it as words nobody knows. */
export function filled(before: readonly Word[], call: readonly Word[]): readonly Word[] {
  const filler = before.findLastIndex(isFiller);
  const [runner] = before.slice(filler, filler + 1);
  const last = call.at(-1);
  if (filler < 0 || runner === undefined || last === undefined) return call;
  const name = nameOf(runner);
  const end = call.findIndex(({ source: { text } }) => isEndFor(name, text));
  const own = end < 0 ? call : call.slice(0, end);
  const place = name === "xargs" ? placeholderOf(before.slice(filler + 1)) : "{";
  const marked = place === undefined ? own : own.map((word) => unknownAt(word, place));
  const isMarked =
    name === "find" || (place !== undefined && (name === "xargs" || marked.some((word, at) => word !== own[at])));
  return isMarked ? marked : [...marked, somethingBehind(own.at(-1) ?? last)];
}

function isFiller(word: Word): boolean {
  return fillers.has(nameOf(word));
}

/** The name of a program, without its folder. */
export function nameOf({ source: { text } }: Word): string {
  return text.slice(text.lastIndexOf("/") + 1);
}

function isEndFor(runner: string, text: string): boolean {
  return runner === "find" ? text === ";" || text === "+" : runner === "parallel" && /^:{3,4}\+?$/.test(text);
}

/** What `xargs` replaces, if it was told to. */
function placeholderOf(options: readonly Word[]): string | undefined {
  const texts = options.map(({ source: { text } }) => text);
  const index = texts.findIndex((text) => /^(?:-I|-i|--replace)/.test(text));
  if (index < 0) return undefined;
  const own = (texts[index] ?? "").replace(/^(?:-I|-i|--replace=?)/, "");
  if (own !== "") return own;
  return texts[index] === "-I" ? texts[index + 1] : "{}";
}

/** The words of a command that `parallel` was given as one. */
export function filledWords(words: readonly Word[]): readonly Word[] {
  const last = words.at(-1);
  return last === undefined ? words : [...words.map((word) => unknownAt(word, "{")), somethingBehind(last)];
}

function unknownAt(word: Word, place: string): Word {
  const index = word.source.text.indexOf(place);
  return index < 0 ? word : { ...word, unknownFrom: Math.min(index, word.unknownFrom ?? index) };
}

/** Words that nobody knows. */
export function somethingBehind({ end }: Word): Word {
  return { source: plainSource("", end), unknownFrom: 0, start: end, end };
}
