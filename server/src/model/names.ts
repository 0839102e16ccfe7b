import { t } from "@vscode/l10n";
import { type Shape, type Structure, memberOf } from "./shape";
import { updateJob } from "./updateJob";

/** The known name that was probably meant, or `undefined` when none is near. Case is not counted. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > 64) return undefined;
  // What stands after a blank or a colon is more than a slip: in YAML, a value without the other one.
  if (/\s|:./.test(name)) return known.find((candidate) => sameLetters(name, candidate));
  const scored = known
    .filter((candidate) => Math.abs(candidate.length - name.length) <= mostSlips(candidate))
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = scored[0];
  return best !== undefined && best.distance <= mostSlips(best.candidate) ? best.candidate : undefined;
}

/** The name in a text of YAML that is one, or nearly, and its value without a blank between: `numberOfRetries:0`. */
export function gluedName(text: string, known: readonly string[]): string | undefined {
  const [, name] = /^([A-Za-z]+):\S/.exec(text) ?? [];
  return name === undefined ? undefined : nearest(name, known);
}

/** So many letters may be wrong in a name. */
function mostSlips({ length }: string): number {
  return Math.max(1, Math.floor(length / 3));
}

/** Levenshtein's distance: how many letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const ofCreateJob = [
  "schedulingConfig",
  "targets",
  "document",
  "documentSource",
  "documentParameters",
  "targetSelection",
  "tags",
];
const ofExecution = ["status", "statusDetails", "expectedVersion", "stepTimeoutInMinutes", "executionNumber"];

interface Misplaced {
  readonly message: string;
  /** It belongs into the object around this one. */
  readonly isOneOut?: true;
  /** Where it belongs, as far as objects lead there. */
  readonly ways?: readonly Way[];
}

/** The names of the objects that lead to where a member belongs. */
interface Way {
  readonly from: "here" | "payload";
  readonly path: readonly string[];
}

/** What to say of a member that is real but belongs elsewhere. */
export function misplaced(name: string, shape: Structure): Misplaced | undefined {
  if (name === "maximumPerMinute" && Object.hasOwn(shape.members, "baseRatePerMinute")) {
    return { message: t("maximumPerMinute belongs beside exponentialRate, not inside it."), isOneOut: true };
  }
  const message = ofOtherCalls(name);
  return message === undefined ? ofOtherStructure(name, shape) : { message };
}

/** A member of UpdateJob at another depth. */
function ofOtherStructure(name: string, shape: Structure): Misplaced | undefined {
  if (memberOf(shape, name) !== undefined) return undefined;
  const near = pathsTo(name, shape);
  const from = near.length > 0 ? "here" : "payload";
  const paths = near.length > 0 ? near : pathsTo(name, updateJob);
  if (paths.length === 0) return undefined;
  const top = from === "here" ? shape : updateJob;
  const ways = paths.filter((path) => isOfObjects(path, top)).map((path) => ({ from, path }) as const);
  if (paths[0]?.length === 0) return { message: t("{0} belongs to the payload itself, not into this.", name), ways };
  return { message: t("{0} belongs into {1}.", name, paths.map((one) => one.join(".")).join(t(" or "))), ways };
}

/** No list is on the way: nobody knows into which item to go. */
function isOfObjects([name, ...rest]: readonly string[], shape: Shape | undefined): boolean {
  if (shape?.kind !== "structure") return false;
  return name === undefined || isOfObjects(rest, memberOf(shape, name)?.shape);
}

/** The names that lead to each structure below that has a member of the name. */
function pathsTo(name: string, structure: Structure): readonly (readonly string[])[] {
  const inner = Object.entries(structure.members).flatMap(([outer, { shape }]) => {
    const below = shape.kind === "list" ? shape.item : shape;
    return below.kind === "structure" ? pathsTo(name, below).map((path) => [outer, ...path]) : [];
  });
  return memberOf(structure, name) === undefined ? inner : [[], ...inner];
}

function ofOtherCalls(name: string): string | undefined {
  if (ofCreateJob.includes(name)) return t("{0} belongs to CreateJob; UpdateJob cannot change it.", name);
  if (ofExecution.includes(name)) return t("{0} belongs to UpdateJobExecution, which a device calls.", name);
  return undefined;
}

/** Only case and punctuation differ: `timed-out` and `TIMED_OUT`. */
export function sameLetters(a: string, b: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return letters(a) === letters(b);
}
