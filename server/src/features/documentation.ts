import { t } from "@vscode/l10n";
import { rangeInWords } from "../model/quantity";
import type { Evidence, MemberShape, Shape } from "../model/shape";

/** The whole story of a member in Markdown: what it is, its limits, an example, how sure the facts are. */
export function documentation(name: string, member: MemberShape): string {
  const { shape } = member;
  const head = `**${name}** · ${typeName(shape)} · ${member.required ? t("required") : t("optional")}`;
  return [
    head,
    t(shape.documentation),
    ...limits(shape).map((line) => `- ${line}`),
    member.reach === undefined ? "" : t(member.reach),
    t("Example: {0}", `\`${shape.example}\``),
    `*${evidenceInWords(member.evidence)}* · [UpdateJob](https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateJob.html)`,
  ]
    .filter((line) => line !== "")
    .join("\n\n")
    .replaceAll("\n\n- ", "\n- ");
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
      return t("Limits as the live service answered");
    case "third-party":
      return t("Limits as others observed them");
    case "guess":
      return t("Limits not confirmed");
  }
}
