import { readFileSync } from "node:fs";
import type { DocumentNotation } from "../../server/src/syntax/parse";

export interface Example {
  readonly fence: string;
  readonly notation: DocumentNotation;
  readonly text: string;
}

/** A section of docs/rules.md. */
export interface RuleSection {
  readonly code: string;
  /** The line that begins "Severity:", up to the evidence. */
  readonly severity: string;
  readonly evidence: string;
  readonly hasQuickFix: boolean;
  readonly wrong: readonly Example[];
  readonly right: readonly Example[];
}

/** What each fence of the page is, in each notation in which the same text means the same. */
const notations: Readonly<Record<string, readonly DocumentNotation[]>> = {
  json: ["json", "yaml"],
  yaml: ["yaml"],
  sh: ["script", "options"],
  "update-job": ["options"],
};

export function sectionsOfRulesPage(): readonly RuleSection[] {
  const [, ...sections] = readFileSync("docs/rules.md", "utf8").split(/^## /mu);
  return sections.map(sectionOf);
}

function sectionOf(section: string): RuleSection {
  const [, severity = "", evidence = ""] = /^Severity: (.*)\. Evidence: (.*)\.$/mu.exec(section) ?? [];
  const [, wrong = "", right = ""] = /^Wrong:$(.*)^Right:$(.*)/msu.exec(section) ?? [];
  const code = section.slice(0, section.indexOf("\n"));
  // What breaks the grammar of JSON may be YAML.
  const isOfItsOwn = ({ fence, notation }: Example): boolean =>
    code !== "syntax" || fence !== "json" || notation === "json";
  return {
    code,
    severity,
    evidence,
    hasQuickFix: /^Quick fix: /mu.test(section),
    wrong: examplesIn(wrong).filter(isOfItsOwn),
    right: examplesIn(right),
  };
}

function examplesIn(text: string): readonly Example[] {
  return Array.from(text.matchAll(/^```([\w-]+)\n(.*?)^```$/gmsu)).flatMap(([, fence = "", example = ""]) =>
    (notations[fence] ?? []).map((notation) => ({ fence, notation, text: example })),
  );
}
