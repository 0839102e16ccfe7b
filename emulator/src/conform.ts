import { invalidRequest, serviceError } from "./serviceError";
import type { Of, Shape, Structure } from "./shape";

/**
 * The request as the service takes it: members that it does not know and nulls are dropped without a word.
 * @throws SerializationException for a value of the wrong type, InvalidRequestException that lists all broken constraints.
 */
export function conform<S extends Structure>(shape: S, request: Readonly<Record<string, unknown>>): Of<S> {
  const known = keepKnown(shape, request);
  const violations: string[] = [];
  if (conforms(shape, known, violations)) return known;
  const count = violations.length === 1 ? "1 validation error" : `${violations.length} validation errors`;
  throw invalidRequest(`${count} detected: ${violations.join("; ")}`);
}

function conforms<S extends Structure>(shape: S, value: unknown, violations: string[]): value is Of<S> {
  check(shape, value, "", violations);
  return violations.length === 0;
}

function keepKnown(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case "text":
    case "choice":
      return expectType("string", "String", value);
    case "integer":
      if (typeof value === "number" && !Number.isSafeInteger(value))
        throw notConvertible("DECIMAL_VALUE", "an Integer");
      return expectType("number", "an Integer", value);
    case "double":
      return expectType("number", "a Double", value);
    case "flag":
      return expectType("boolean", "a Boolean", value);
    case "list":
      if (!Array.isArray(value)) throw notConvertible(token(value), "a List");
      return value.filter(isPresent).map((item) => keepKnown(shape.of, item));
    case "dictionary":
      if (!isObject(value)) throw notConvertible(token(value), "a Map");
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, expectType("string", "String", item)]),
      );
    case "structure":
      if (!isObject(value)) throw notConvertible(token(value), "a Structure");
      return Object.fromEntries(knownMembers(shape, value));
  }
}

function knownMembers(shape: Structure, value: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(shape.members).flatMap(([name, member]): [string, unknown][] => {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    return isPresent(given) ? [[name, keepKnown(member, given)]] : [];
  });
}

function expectType(type: "string" | "number" | "boolean", name: string, value: unknown): unknown {
  if (typeof value !== type) throw notConvertible(token(value), name);
  return value;
}

function notConvertible(found: string, wanted: string) {
  return serviceError("SerializationException", `${found} can not be converted to ${wanted}`);
}

function token(value: unknown): string {
  if (value === null) return "NULL_VALUE";
  if (Array.isArray(value)) return "START_ARRAY";
  if (typeof value === "boolean") return value ? "TRUE_VALUE" : "FALSE_VALUE";
  if (typeof value === "number") return "NUMBER_VALUE";
  return typeof value === "string" ? "STRING_VALUE" : "START_OBJECT";
}

/** Adds a sentence for each broken constraint; lists count from 1 in their paths, as the service does. */
function check(shape: Shape, value: unknown, path: string, violations: string[]): void {
  const report = (constraint: string) =>
    violations.push(`Value ${spell(value)} at '${path}' failed to satisfy constraint: Member must ${constraint}`);
  switch (shape.kind) {
    case "text":
      if (typeof value === "string") {
        checkSize("length", Array.from(value).length, shape, report);
        if (shape.pattern?.test(value) === false) {
          report(`satisfy regular expression pattern: ${shape.pattern.source.replace(/^\^\(\?:|\)\$$/gu, "")}`);
        }
      }
      return;
    case "choice":
      if (typeof value === "string" && !shape.of.includes(value)) {
        report(`satisfy enum value set: [${shape.of.join(", ")}]`);
      }
      return;
    case "integer":
    case "double":
      if (typeof value === "number") checkSize("value", value, shape, report);
      return;
    case "list":
      if (!Array.isArray(value)) return;
      checkSize("length", value.length, shape, report);
      value.forEach((item, index) => check(shape.of, item, `${path}.${index + 1}.member`, violations));
      return;
    case "structure":
      if (isObject(value)) checkMembers(shape, value, path, violations);
      return;
    case "flag":
    case "dictionary":
      return;
  }
}

function checkMembers(shape: Structure, value: Readonly<Record<string, unknown>>, path: string, violations: string[]) {
  for (const [name, member] of Object.entries(shape.members)) {
    const at = path === "" ? name : `${path}.${name}`;
    if (Object.hasOwn(value, name)) check(member, value[name], at, violations);
    else if (shape.required.includes(name)) {
      violations.push(`Value null at '${at}' failed to satisfy constraint: Member must not be null`);
    }
  }
}

interface Limits {
  readonly min?: number;
  readonly max?: number;
}

function checkSize(what: string, size: number, { min, max }: Limits, report: (constraint: string) => void) {
  if (min !== undefined && size < min) report(`have ${what} greater than or equal to ${min}`);
  if (max !== undefined && size > max) report(`have ${what} less than or equal to ${max}`);
}

function spell(value: unknown): string {
  return `'${typeof value === "string" ? value : JSON.stringify(value)}'`;
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
