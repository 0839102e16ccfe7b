import { t } from "@vscode/l10n";
import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { locate, rootAround } from "../model/locate";
import { updateJob } from "../model/updateJob";
import { walk } from "../model/walk";
import type { Member, ScalarNode } from "../syntax/tree";
import { rangeOf } from "./ranges";
import { insideQuotes } from "./quotes";

interface NamedJob {
  readonly member: Member;
  readonly value: ScalarNode;
}

const { shape } = updateJob.members.jobId;
const valid = new RegExp(`^${shape.pattern}{${shape.minimum},${shape.maximum}}$`, "u");

/** The job id under the cursor: the one thing that has a name of the user's choice. */
export function renamable(analysis: Analysis, offset: number): { range: Range; placeholder: string } | undefined {
  const named = jobAt(analysis, offset);
  if (named === undefined) return undefined;
  const { document, text } = analysis;
  return { range: rangeOf(document, insideQuotes(text, named.value)), placeholder: named.value.text };
}

/** Why a job cannot have that id; `undefined` if it can. */
export function refusalOfName(name: string): string | undefined {
  if (valid.test(name)) return undefined;
  return t("A job id has {0} to {1} characters: {2}.", shape.minimum, shape.maximum, t(shape.patternInWords));
}

/** Gives the job at `offset` another id in all payloads that are open. */
export function rename(
  analysis: Analysis,
  offset: number,
  name: string,
  open: readonly Analysis[],
): WorkspaceEdit | undefined {
  const id = jobAt(analysis, offset)?.value.text;
  if (id === undefined) return undefined;
  const changes = open.flatMap((one): [string, TextEdit[]][] => {
    const edits = jobsIn(one).filter(({ value }) => value.text === id);
    return edits.length === 0 ? [] : [[one.document.uri, edits.map((named) => edit(one, named, name))]];
  });
  return { changes: Object.fromEntries(changes) };
}

function jobAt({ tree, text }: Analysis, offset: number): NamedJob | undefined {
  const root = rootAround(tree, offset);
  if (root?.node === undefined) return undefined;
  const { member, memberShape, node, onName } = locate(root.node, updateJob, offset);
  const isJob = memberShape === updateJob.members.jobId && !onName && node?.kind === "scalar" && node.text !== "";
  return isJob && member !== undefined && !isShared(text, member, node) ? { member, value: node } : undefined;
}

/** An alias of YAML gives the text to another member, which would change with it. */
function isShared(text: string, member: Member, value: ScalarNode): boolean {
  const [, anchor] = /&(\S+)/.exec(value.notation === "yaml" ? text.slice(member.end, value.start) : "") ?? [];
  return anchor !== undefined && text.includes(`*${anchor}`);
}

function jobsIn({ tree, text }: Analysis): readonly NamedJob[] {
  const jobs: NamedJob[] = [];
  for (const { node } of tree.roots) {
    if (node === undefined) continue;
    walk(node, updateJob, ({ member, memberShape, node: value }) => {
      const isJob = memberShape === updateJob.members.jobId && value?.kind === "scalar";
      if (isJob && member !== undefined && !isShared(text, member, value)) jobs.push({ member, value });
    });
  }
  return jobs;
}

/** In the quotes that are there; a bare word gets what it needs to stay the text that it is. */
function edit({ document, text }: Analysis, { member, value }: NamedJob, name: string): TextEdit {
  const inside = insideQuotes(text, value);
  if (value.notation === "options" && name.startsWith("-") && text.charAt(value.start - 1) !== "=") {
    const quote = text.slice(value.start, inside.start);
    return { range: rangeOf(document, { start: member.end, end: value.end }), newText: `=${quote}${name}${quote}` };
  }
  if (inside.start > value.start) return { range: rangeOf(document, inside), newText: name };
  // A string of JSON that lacks a quote.
  if (value.notation === "json") return { range: rangeOf(document, value), newText: `"${name}"` };
  const isPlainYaml = /^[a-z_][\w-]*$/i.test(name) && !/^(?:true|false|null)$/i.test(name);
  return { range: rangeOf(document, value), newText: value.notation === "yaml" && !isPlainYaml ? `"${name}"` : name };
}
