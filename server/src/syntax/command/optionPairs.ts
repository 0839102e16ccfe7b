import { t } from "@vscode/l10n";
import { append } from "../append";
import { nameOf } from "../shell/runners";
import type { Word } from "../shell/shell";
import { shown } from "../shown";
import { type Source, restOf } from "../source";
import type { Mend, Span, SyntaxCode, SyntaxProblem } from "../tree";
import { faultsOfGlobal } from "./globalValues";
import { globals, longDashes, optionsMeant, skeletonOption } from "./optionNames";
import type { Command } from "./options";

/** An option with its value, as the AWS CLI's argument parser pairs them. */
export interface Given {
  readonly name: string;
  readonly key: Span;
  readonly value: Value | undefined;
  /** Spelled out, with its value in the next word. */
  readonly plain: boolean;
}

export interface Value extends Span {
  readonly source: Source;
  readonly isUnknown: boolean;
}

/** It comes with text that is copied from web pages, and shells take it for a letter. */
const otherBlank = /[^\S \t\r\n]/;

interface Arguments {
  readonly given: readonly Given[];
  /** A word of which nothing is known: it may be any option. */
  readonly open: boolean;
  readonly owner: Span | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** Pairs the options of a command with their values. */
// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over one index
export function pairOptions(words: readonly Word[], command: Command): Arguments {
  const given: Given[] = [];
  const problems: SyntaxProblem[] = [];
  let index = 0;
  let open = false;
  let owner: Span | undefined;
  let commandWords = command.words;

  function report(span: Span, message: string, code: SyntaxCode, mend?: Omit<Mend, "literal">): void {
    const mends = mend && [{ ...mend, literal: true } as const];
    problems.push({ code, message, start: span.start, end: span.end, ...(mends && { mends }) });
  }

  function positional(word: Word): void {
    const { text } = word.source;
    const place = given.length === 0 && word.unknownFrom === undefined ? commandWords.indexOf(nameOf(word)) : -1;
    if (word.unknownFrom === 0) open = true;
    else if (place >= 0) {
      commandWords = commandWords.slice(place + 1);
      if (commandWords.length === 0) owner = word;
    } else if (!open && text !== "") stray(word);
  }

  /** After JSON without quotes around it, it most likely is a part of that: what stands before is not judged, and more not said. */
  function stray({ source: { text }, start, end }: Word): void {
    const { key, value } = given.at(-1) ?? {};
    const isCut = value?.source.at(0) === value?.start && /^[[{]/.test(value?.source.text ?? "");
    const hides = key && value && isCut ? { start: key.start, end: value.end } : undefined;
    if (hides !== undefined && problems.at(-1)?.hides?.start === hides.start) return;
    problems.push({ code: "unknown-option", message: strayMessage(text), start, end, ...(hides && { hides }) });
  }

  /** Two dashes before the options or after them change nothing: the AWS CLI was seen to send the same. */
  function isIdle({ source: { text } }: Word): boolean {
    return text === "--" && (given.length === 0 || index === words.length);
  }

  function option(word: Word): void {
    if (isIdle(word)) return;
    const { text } = word.source;
    const equals = text.indexOf("=");
    const written = equals < 0 ? text : text.slice(0, equals);
    if (word.unknownFrom !== undefined && (equals < 0 || word.unknownFrom < equals)) {
      open = true;
      return;
    }
    const blank = written.search(otherBlank);
    if (blank >= 0) {
      noBlank(word.source, blank);
      return;
    }
    const key = { start: word.start, end: equals < 0 ? word.end : word.source.at(equals) };
    const name = resolve(written, key);
    if (name === undefined) skipValue(equals);
    else if (globals.get(name) !== "none") {
      const value = equals < 0 ? nextValue(name, key) : valueAfter(word, equals + 1);
      if (!globals.has(name)) given.push({ name, key, value, plain: equals < 0 && name === written });
      else if (value !== undefined) append(problems, faultsOfGlobal(name, value, command));
    } else if (equals >= 0) report(word, t("{0} takes no value.", name), "syntax");
  }

  /** It looks like one, and so the name and its value are one word. */
  function noBlank({ text, at }: Source, index: number): void {
    open = true;
    const span = { start: at(index), end: at(index + 1) };
    const message = t("{0} is no space to a shell.", shown(text.charAt(index)));
    report(span, message, "unknown-option", { ...span, text: " ", sure: true });
  }

  /** The option that is meant: itself, or the only one that starts so. */
  function resolve(written: string, key: Span): string | undefined {
    const [name, ...others] = optionsMeant(written, command.options);
    if (name === written) return name;
    if (name === undefined) {
      const message = command.unknownOption(written) ?? t("There is no option {0}.", shown(written));
      report(key, message, "unknown-option");
    } else if (others.length > 0) {
      report(key, t("{0} could be {1}.", written, [name, ...others].join(t(" or "))), "unknown-option");
    } else {
      report(key, t("The AWS CLI takes this for {0}. Spell it out.", name), "option-prefix");
      return name;
    }
    return undefined;
  }

  function nextValue(name: string, key: Span): Value | undefined {
    const word = words[index];
    if (word !== undefined && !isOption(word)) {
      index++;
      return valueAfter(word, 0);
    }
    if (name === skeletonOption) return undefined;
    if (word === undefined || word.source.text.startsWith("--")) {
      report(key, t("A value is missing after this."), "syntax");
    } else {
      index++;
      report(key, t("A value that starts with - is written {0}.", `${name}=${shown(word.source.text)}`), "syntax", {
        start: key.end,
        end: word.start,
        text: "=",
        sure: true,
      });
    }
    return undefined;
  }

  /** What follows an option that there is not belongs to it, most likely. */
  function skipValue(equals: number): void {
    const word = words[index];
    if (equals < 0 && word !== undefined && !isOption(word)) index++;
  }

  function isMeant({ source: { text }, unknownFrom }: Word): boolean {
    const [name = ""] = text.split("=", 1);
    return unknownFrom === undefined && command.options.has(name.replace(longDashes, "--"));
  }

  while (index < words.length) {
    const word = words[index++];
    if (word === undefined) break;
    if (isOption(word) || isMeant(word)) option(word);
    else positional(word);
  }
  return { given, open, owner, problems };
}

function strayMessage(text: string): string {
  const shell = { "^": "cmd", "`": "PowerShell" }[text];
  if (shell !== undefined) return t("Only {0} continues a line with {1}; end the line with a backslash.", shell, text);
  return /^[ \t]$/.test(text)
    ? t("Remove the space after the backslash: it continues the command only at the end of its line.")
    : t("{0} belongs to no option. Put a value with spaces in quotes.", shown(text));
}

/** A word with a blank, or a negative number, is no option; so says Python's argparse, which the AWS CLI is built on. */
export function isOption({ source: { text }, unknownFrom }: Word): boolean {
  if (!text.startsWith("-") || text.length === 1 || unknownFrom === 0) return false;
  if (/^-\d+$|^-\d*\.\d+$/.test(text)) return false;
  return text.startsWith("--") ? !/^[^=]* /.test(text) : !text.includes(" ");
}

function valueAfter({ source, start, end, unknownFrom }: Word, index: number): Value {
  return {
    source: index === 0 ? source : restOf(source, index),
    isUnknown: unknownFrom !== undefined,
    start: index === 0 ? start : source.at(index),
    end,
  };
}
