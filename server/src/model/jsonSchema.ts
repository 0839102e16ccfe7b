import type { MemberShape, Quantity, Shape, Text } from "./shape";
import { updateJob } from "./updateJob";

/** A schema of JSON Schema, draft 07. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The UpdateJob payload as a JSON Schema, for tools that know no more. It refuses what `check` reports as an error, except
 * what only the text shows: the spelling of a number (`5.0`, `1e2`, digits that doubles do not hold) and repeated names.
 */
export function updateJobSchema(): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $comment:
      "Patterns are those of ECMAScript with the flag u. A validator that divides in binary floating point, such as ajv, needs a tolerance for multipleOf: its option multipleOfPrecision, 6.",
    title: "UpdateJob",
    ...schemaOf(updateJob),
  };
}

const { jobExecutionsRolloutConfig, jobExecutionsRetryConfig } = updateJob.members;
const { numberOfRetries } = jobExecutionsRetryConfig.shape.members.criteriaList.shape.item.members;

/** The rules between members that are errors, as far as a schema can state them. */
const rules: ReadonlyMap<Shape, JsonSchema> = new Map<Shape, JsonSchema>([
  [jobExecutionsRolloutConfig.shape, { dependencies: { exponentialRate: ["maximumPerMinute"] } }],
  [numberOfRetries.shape, { maximum: 0 }],
]);

function schemaOf(shape: Shape): JsonSchema {
  return { description: shape.documentation, ...limitsOf(shape), ...rules.get(shape) };
}

function limitsOf(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case "structure":
      return { ...structureSchema(shape.members), ...(shape.takesOne && { minProperties: 1, maxProperties: 1 }) };
    case "list":
      return {
        type: "array",
        items: schemaOf(shape.item),
        minItems: shape.minimum,
        ...optional("maxItems", shape.maximum),
      };
    case "text":
      return textSchema(shape);
    case "choice":
      return { type: "string", enum: Object.keys(shape.values) };
    case "quantity":
      return quantitySchema(shape);
  }
}

function structureSchema(members: Readonly<Record<string, MemberShape>>): JsonSchema {
  const entries = Object.entries(members);
  const required = entries.filter(([, member]) => member.required).map(([name]) => name);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, member]) => [name, schemaOf(member.shape)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function textSchema({ minimum, maximum, pattern }: Text): JsonSchema {
  return {
    type: "string",
    minLength: minimum,
    ...optional("maxLength", maximum),
    ...(pattern !== anyCharacter && { pattern: `^${pattern}*$` }),
  };
}

const anyCharacter = "[^]";

function quantitySchema(shape: Quantity): JsonSchema {
  const values = Object.keys(shape.useful).map(Number);
  return {
    type: shape.type === "double" ? "number" : "integer",
    [shape.excludesMinimum ? "exclusiveMinimum" : "minimum"]: Number(shape.minimum),
    ...optional("maximum", shape.maximum === undefined ? undefined : Number(shape.maximum)),
    ...(shape.type === "double" && { multipleOf: 1 / 10 ** shape.decimals }),
    ...optional("default", shape.default === undefined ? undefined : Number(shape.default)),
    // Editors that know the schema alone offer these.
    ...(values.length > 0 && { examples: values }),
  };
}

function optional(name: string, value: number | undefined): JsonSchema {
  return value === undefined ? {} : { [name]: value };
}
