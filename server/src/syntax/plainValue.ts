/**
 * A value free of any notation: what a payload says, with every number still as digits. `number` is spelled as JSON spells
 * it, `word` is `true`, `false` or `null`.
 */
export type PlainValue = PlainObject | PlainList | PlainScalar;

export interface PlainObject {
  readonly kind: "object";
  readonly members: readonly PlainMember[];
}

export interface PlainMember {
  readonly name: string;
  readonly value: PlainValue;
}

interface PlainList {
  readonly kind: "list";
  readonly items: readonly PlainValue[];
}

interface PlainScalar {
  readonly kind: "text" | "number" | "word";
  readonly text: string;
}

/** Alike in every digit; the order of members does not count. */
export function isSameValue(a: PlainValue, b: PlainValue): boolean {
  if (a.kind === "object") return b.kind === "object" && hasSameMembers(a.members, b.members);
  if (a.kind === "list") return b.kind === "list" && areSame(a.items, b.items);
  return b.kind === a.kind && b.text === a.text;
}

function areSame(a: readonly PlainValue[], b: readonly PlainValue[]): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && isSameValue(item, other);
    })
  );
}

function hasSameMembers(a: readonly PlainMember[], b: readonly PlainMember[]): boolean {
  const others = new Map(b.map(({ name, value }) => [name, value]));
  return (
    a.length === b.length &&
    a.every(({ name, value }) => {
      const other = others.get(name);
      return other !== undefined && isSameValue(value, other);
    })
  );
}
