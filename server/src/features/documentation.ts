import { t } from "@vscode/l10n";
import { rangeInWords } from "../model/quantity";
import type { Evidence, MemberShape, Shape, Structure } from "../model/shape";

/** What only the place of a member tells. */
export interface Surroundings {
  /** The structure that the member belongs to: its page is the one to read. */
  readonly structure: Structure;
  /** What a change of the member around it reaches, where the member says nothing itself. */
  readonly reach?: string | undefined;
  /** The example as it would stand there; without it, JSON. */
  readonly example?: string | undefined;
}

interface Written extends Surroundings {
  readonly text: string;
}

/** Of each member what was written last: a pointer, or a list that is looked through, asks for the same again and again. */
const written = new WeakMap<MemberShape, Written>();

/** The whole story of a member in Markdown: what it is, its limits, an example, how sure the facts are. */
export function documentation(name: string, member: MemberShape, surroundings: Surroundings): string {
  const { structure, reach, example } = surroundings;
  const last = written.get(member);
  if (last?.structure === structure && last.reach === reach && last.example === example) return last.text;
  const text = write(name, member, surroundings);
  written.set(member, { structure, reach, example, text });
  return text;
}

function write(name: string, member: MemberShape, surroundings: Surroundings): string {
  const { shape } = member;
  const head = `**${name}** · ${typeName(shape)} · ${member.required ? t("required") : t("optional")}`;
  const reach = member.reach ?? surroundings.reach;
  return [
    head,
    t(shape.documentation),
    ...limits(shape).map((line) => `- ${line}`),
    reach === undefined ? "" : t(reach),
    exampleInWords(surroundings.example ?? shape.example),
    `*${evidenceInWords(member.evidence)}* · ${link(surroundings.structure.page)}`,
  ]
    .filter((line) => line !== "")
    .join("\n\n")
    .replaceAll("\n\n- ", "\n- ");
}

function exampleInWords(text: string): string {
  return text.includes("\n") ? `${t("Example:")}\n\`\`\`\n${text}\n\`\`\`` : t("Example: {0}", `\`${text}\``);
}

function link(page: string): string {
  return `[${page}](https://docs.aws.amazon.com/iot/latest/apireference/API_${page}.html)`;
}

export function typeName(shape: Shape): string {
  switch (shape.kind) {
    case "structure":
      return t("structure");
    case "list":
      return t("list");
    case "text":
    case "choice":
      return t("string");
    case "quantity":
      return shape.type;
  }
}

function limits(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case "structure":
      return [
        t(
          "Members: {0}",
          Object.keys(shape.members)
            .map((name) => `\`${name}\``)
            .join(", "),
        ),
      ];
    case "list":
      return [
        shape.maximum === undefined
          ? t("At least {0} item", shape.minimum)
          : t("{0} to {1} items", shape.minimum, shape.maximum),
      ];
    case "text":
      return [
        shape.maximum === undefined
          ? t("At least {0} characters", shape.minimum)
          : t("{0} to {1} characters", shape.minimum, shape.maximum),
        t("Only {0}", t(shape.patternInWords)),
      ];
    case "choice":
      return Object.entries(shape.values).map(([value, meaning]) => `\`${value}\`: ${t(meaning)}`);
    case "quantity":
      return [
        `${t("Takes {0}", rangeInWords(shape))} (${t(shape.unit)})`,
        ...(shape.type === "double" ? [t("Digits after the point: at most {0}", shape.decimals)] : []),
        ...(shape.default === undefined ? [] : [t("Default: {0}", shape.default)]),
      ];
  }
}

function evidenceInWords(evidence: Evidence): string {
  switch (evidence) {
    case "reference":
      return t("Limits as in the AWS CLI reference");
    case "model":
      return t("Limits as in the AWS API model");
    case "guide":
      return t("Limits as in the AWS IoT developer guide");
    case "live":
      return t("Limits as observed at the live service");
    case "third-party":
      return t("Limits as others observed them");
    case "guess":
      return t("Limits not confirmed");
  }
}
