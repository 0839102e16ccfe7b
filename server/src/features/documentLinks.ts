import { t } from "@vscode/l10n";
import type { DocumentLink } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { updateJob } from "../model/updateJob";
import { walk } from "../model/walk";
import type { Word } from "../syntax/shell/shell";
import type { Node, Root, Span } from "../syntax/tree";
import { consoleLink } from "./consoleLink";
import { insideQuotes } from "./quotes";
import { rangeOf } from "./ranges";

interface Link extends Span {
  readonly target: string;
  readonly tooltip: string;
}

/** ARNs lead to the console of their partition and region, `file://` values to the file. */
export function documentLinks(analysis: Analysis): DocumentLink[] {
  return analysis.tree.roots
    .flatMap((root) => [...linksInValues(analysis, root), ...linksInWords(analysis, root)])
    .map(({ start, end, target, tooltip }) => ({ range: rangeOf(analysis.document, { start, end }), target, tooltip }));
}

function linksInValues(analysis: Analysis, { node: root }: Root): readonly Link[] {
  const links: Link[] = [];
  if (root === undefined) return links;
  walk(root, updateJob, ({ node }) => {
    const link = node && linkOf(analysis, node);
    if (link !== undefined) links.push(link);
  });
  return links;
}

function linkOf({ text, document }: Analysis, node: Node): Link | undefined {
  const { start, end } = insideQuotes(text, node);
  if (node.kind === "scalar" && node.text.startsWith("arn:")) {
    const target = consoleLink(node.text);
    return target === undefined ? undefined : { start, end, target, tooltip: t("Open in the AWS console") };
  }
  if (node.kind !== "unknown" || node.reason !== "file" || node.notation !== "shorthand") return undefined;
  return linkToFile(text.slice(start, end), { start, end }, document.uri);
}

/** Files that whole options are read from; that of `--cli-input-json` is no value of a member. */
function linksInWords(analysis: Analysis, root: Root): readonly Link[] {
  const { text, document } = analysis;
  const { span, notation: written } = root;
  if (written !== "options" || !text.slice(span.start, span.end).includes("file")) return [];
  return analysis.wordsOf(root).flatMap((word) => linkOfWord(word, document.uri) ?? []);
}

function linkOfWord({ source, unknownFrom }: Word, base: string): Link | undefined {
  const [, before = "", value] = /^(--[\w-]+=)?(fileb?:\/\/[^]*)$/.exec(source.text) ?? [];
  if (value === undefined || unknownFrom !== undefined) return undefined;
  return linkToFile(value, { start: source.at(before.length), end: source.at(source.text.length - 1) + 1 }, base);
}

/** The AWS CLI looks in the folder that it runs in; the folder of the document is the nearest guess. */
function linkToFile(value: string, { start, end }: Span, base: string): Link | undefined {
  const path = value.replace(/^fileb?:\/\//, "");
  if (path === "" || /[\\$\ud800-\udfff]|^~/u.test(path)) return undefined;
  const relative = path.split("/").map(encodeURIComponent).join("/");
  if (!URL.canParse(relative, base)) return undefined;
  return { start, end, target: new URL(relative, base).href, tooltip: t("Open the file") };
}
