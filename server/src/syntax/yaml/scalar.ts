import type { ScalarType } from "../tree";

const boolean = /^(?:true|True|TRUE|false|False|FALSE)$/;
const nothing = /^(?:~|null|Null|NULL|)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const integer = /^(?:[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?[0-9_]+|[-+]?0x[0-9a-fA-F_]+)$/;
const date =
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/;
/** What a number may start with: `_1` is text. */
const numberStart = /^[-+0-9.]/;

/** What the AWS CLI takes for each tag. Its YAML reader knows more, which it then refuses: sets, dates, binary data. */
const tags: Readonly<Record<string, ScalarType>> = {
  "tag:yaml.org,2002:str": "string",
  "tag:yaml.org,2002:int": "number",
  "tag:yaml.org,2002:float": "number",
  "tag:yaml.org,2002:bool": "boolean",
  "tag:yaml.org,2002:null": "null",
};

export function typeOfTag(tag: string): ScalarType | undefined {
  return Object.hasOwn(tags, tag) ? tags[tag] : undefined;
}

/** Not a lone `_`. */
const hasDigit = /[0-9]/;

const truths: Readonly<Record<string, "true" | "false">> = {
  ...{ true: "true", yes: "true", y: "true", on: "true" },
  ...{ false: "false", no: "false", n: "false", off: "false" },
};

/** A value as its tag has it, `yes` as `true`; `undefined` for one that ruamel.yaml cannot make of the text. */
export function taggedText(tag: string, text: string): string | undefined {
  switch (tag) {
    case "tag:yaml.org,2002:bool":
      return Object.hasOwn(truths, text.toLowerCase()) ? truths[text.toLowerCase()] : undefined;
    case "tag:yaml.org,2002:int":
      return hasDigit.test(text) && integer.test(text) ? plainNumber(text) : undefined;
    case "tag:yaml.org,2002:float":
      return integer.test(text) || float.test(text) ? plainNumber(text) : undefined;
    default:
      return text;
  }
}

/**
 * The type that YAML 1.2 gives a word without quotes, as ruamel.yaml reads it, on which the AWS CLI is built: `010` and
 * `1_000` are numbers, `2024-01-01` is a date, `yes` is text.
 */
export function typeOfPlain(text: string): ScalarType {
  if (boolean.test(text)) return "boolean";
  if (nothing.test(text)) return "null";
  if (!numberStart.test(text)) return "string";
  if (float.test(text) || integer.test(text)) return "number";
  return date.test(text) ? "date" : "string";
}

const radix = /^([-+]?)(0[bxo])(.+)$/;

/** A number's text with nothing in it that is YAML's alone: `0x3C` → `60`, `+1_000` → `1000`; other numbers as written. */
export function plainNumber(text: string): string {
  const digits = text.replaceAll("_", "").replace(/^\+/, "");
  const [, sign, prefix, rest] = radix.exec(digits) ?? [];
  return prefix === undefined ? digits : `${sign ?? ""}${wholeNumber(`${prefix}${rest ?? ""}`) ?? digits}`;
}

function wholeNumber(text: string): bigint | undefined {
  try {
    return BigInt(text);
  } catch {
    return undefined;
  }
}
