import { t } from "@vscode/l10n";
import type { Hover } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { locate } from "../model/locate";
import type { Choice, Shape } from "../model/shape";
import { updateJob } from "../model/updateJob";
import { rangeOf } from "./diagnostics";
import { documentation } from "./documentation";

/** What the member or value under the pointer is. */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const root = analysis.tree.roots.find(({ span }) => span.start <= offset && offset <= span.end);
  if (root?.node === undefined) return undefined;
  const place = locate(root.node, updateJob, offset);
  if (place.key === undefined || place.member === undefined) return undefined;
  if (place.onKey) {
    const value = documentation(place.key.name, place.member);
    return { contents: { kind: "markdown", value }, range: rangeOf(analysis.document, place.key) };
  }
  if (place.node?.kind !== "scalar" || place.shape === undefined) return undefined;
  const meaning = valueMeaning(place.node.text, place.shape);
  const value = [meaning, documentation(place.key.name, place.member)].filter(Boolean).join("\n\n---\n\n");
  return { contents: { kind: "markdown", value }, range: rangeOf(analysis.document, place.node) };
}

/** A sentence on this very value: `TIMED_OUT`: the device did not finish in time; 10080 minutes = 7 days. */
function valueMeaning(text: string, shape: Shape): string | undefined {
  if (shape.kind === "choice") return choiceMeaning(text, shape);
  if (shape.kind !== "quantity" || !/^[0-9]{1,9}$/.test(text)) return undefined;
  const seconds = shape.unit === "seconds" ? Number(text) : shape.unit === "minutes" ? Number(text) * 60 : undefined;
  return seconds === undefined ? undefined : `${text} ${t(shape.unit)} = ${duration(seconds)}`;
}

function choiceMeaning(text: string, shape: Choice): string | undefined {
  const meaning = Object.hasOwn(shape.values, text) ? shape.values[text] : undefined;
  return meaning === undefined ? undefined : `**${text}**: ${t(meaning)}`;
}

const units = [
  [86_400, "d"],
  [3600, "h"],
  [60, "min"],
  [1, "s"],
] as const;

/** 5400 → "1 h 30 min". */
function duration(seconds: number): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const [size, unit] of units) {
    if (rest >= size) parts.push(`${Math.floor(rest / size)} ${unit}`);
    rest %= size;
  }
  return parts.join(" ") || "0 s";
}
