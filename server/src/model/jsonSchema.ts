import type { MemberShape, Shape } from "./shape";
import { updateJob } from "./updateJob";

/** A schema of JSON Schema, draft 07. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The UpdateJob payload as a JSON Schema, for tools that know no more. It cannot state precision by source text. */
export function updateJobSchema(): JsonSchema {
  return { $schema: "http://json-schema.org/draft-07/schema#", title: "UpdateJob", ...schemaOf(updateJob) };
}

function schemaOf(shape: Shape): JsonSchema {
  return { description: shape.documentation, ...limitsOf(shape) };
}

function limitsOf(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case "structure":
      return structureSchema(shape.members);
    case "list":
      return {
        type: "array",
        items: schemaOf(shape.item),
        minItems: shape.minimum,
        ...optional("maxItems", shape.maximum),
      };
    case "text":
      return {
        type: "string",
        minLength: shape.minimum,
        ...optional("maxLength", shape.maximum),
        pattern: `^${shape.pattern}*$`,
      };
    case "choice":
      return { type: "string", enum: Object.keys(shape.values) };
    case "quantity":
      return {
        type: shape.type === "double" ? "number" : "integer",
        [shape.above ? "exclusiveMinimum" : "minimum"]: Number(shape.minimum),
        ...optional("maximum", shape.maximum === undefined ? undefined : Number(shape.maximum)),
        ...(shape.type === "double" && { multipleOf: 1 / 10 ** shape.decimals }),
        ...optional("default", shape.default === undefined ? undefined : Number(shape.default)),
      };
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

function optional(name: string, value: number | undefined): JsonSchema {
  return value === undefined ? {} : { [name]: value };
}
