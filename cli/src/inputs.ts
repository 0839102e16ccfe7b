import { type Dirent, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { t } from "@vscode/l10n";
import picomatch from "picomatch";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { isPayloadFile, notationByName } from "./notation";
import { failureOf, standardInput } from "./reading";

/** A file to read, or the standard input. */
export interface Input {
  /** As it is shown: relative where the argument was. */
  readonly name: string;
  readonly notation: DocumentNotation;
}

/** An argument, or a file below it, that there is nothing to read from. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  readonly failures: readonly Failure[];
}

/** Where nothing that a person wrote is to be found. */
const passedOver = new Set([".git", "node_modules"]);

type Found = Input | Failure;

/**
 * What the arguments name: files, folders, globs, and `-`; each file once, in the order of the arguments and then of the names.
 * `from` is the notation of them all, where it is given.
 */
export function inputsOf(args: readonly string[], folder: string, from: DocumentNotation | undefined): Inputs {
  const found = new Map<string, Found>();
  for (const arg of args) for (const one of named(arg, folder, from)) found.set(one.name, found.get(one.name) ?? one);
  const all = [...found.values()];
  return { inputs: all.filter((one) => "notation" in one), failures: all.filter((one) => "message" in one) };
}

function named(arg: string, folder: string, from: DocumentNotation | undefined): readonly Found[] {
  if (arg === standardInput) return [inputOf(arg, from)];
  // What a variable without a value leaves: it must not come to stand for the folder.
  if (arg === "") return [{ name: '""', message: t("There is no such file or folder.") }];
  try {
    const stats = statSync(path.resolve(folder, arg));
    return stats.isDirectory() ? inFolder(arg, folder) : [inputOf(path.normalize(arg), from)];
  } catch (error) {
    const { isGlob, base, glob } = picomatch.scan(arg);
    return isGlob ? matching({ arg, base, glob }, folder, from) : [{ name: arg, message: failureOf(error) }];
  }
}

function inputOf(name: string, from: DocumentNotation | undefined): Found {
  const notation = from ?? notationByName(name);
  if (notation !== undefined) return { name, notation };
  return name === standardInput
    ? { name, message: t("The standard input has no name to tell its notation from. Give {0}.", "--from") }
    : { name, message: t("The name does not tell in which notation this file is. Give {0}.", "--from") };
}

/** In a folder the names tell which files are meant, and so their notations. */
function inFolder(arg: string, folder: string): readonly Found[] {
  const { files, failures } = filesBelow(arg, folder);
  const inputs = files.filter(isPayloadFile).map((name) => inputOf(name, undefined));
  if (inputs.length === 0 && failures.length === 0) {
    return [{ name: arg, message: t("There are no payload files in this folder.") }];
  }
  return [...inputs, ...failures];
}

interface Glob {
  readonly arg: string;
  /** The folder that it starts from, as `picomatch.scan` splits it; may be empty. */
  readonly base: string;
  readonly glob: string;
}

/** As from a shell: the files that a glob names are named by hand, and `*` means no hidden ones. */
function matching({ arg, base, glob }: Glob, folder: string, from: DocumentNotation | undefined): readonly Found[] {
  const matches = picomatch(glob);
  const start = base === "" ? "." : base;
  const { files, failures } = filesBelow(start, folder);
  const inputs = files
    .filter((name) => matches(path.relative(start, name).split(path.sep).join("/")))
    .map((name) => inputOf(name, from));
  if (inputs.length + failures.length > 0) return [...inputs, ...failures];
  return [{ name: arg, message: t("No file has such a name.") }];
}

interface Files {
  readonly files: readonly string[];
  readonly failures: readonly Failure[];
}

/**
 * All files below a folder, in the order of their names. Links to folders are not followed: they may lead in a circle. From
 * what is neither, such as a pipe, nothing may ever come.
 */
function filesBelow(start: string, folder: string): Files {
  const files: string[] = [];
  const failures: Failure[] = [];

  function visit(name: string): void {
    try {
      for (const entry of entriesOf(path.resolve(folder, name))) {
        const inner = name === "." ? entry.name : `${name}${path.sep}${entry.name}`;
        if (entry.isFile() || entry.isSymbolicLink()) files.push(inner);
        else if (entry.isDirectory() && !passedOver.has(entry.name)) visit(inner);
      }
    } catch (error) {
      failures.push({ name, message: failureOf(error) });
    }
  }

  visit(path.normalize(start).replace(/(?<=.)[/\\]$/, ""));
  return { files, failures };
}

function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
