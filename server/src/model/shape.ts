/** How sure a fact is, and where from: the reference page, the API model, the developer guide, an answer of the live
 *  service, a third party's tests, or a guess. */
export type Evidence = "reference" | "model" | "guide" | "live" | "third-party" | "guess";

interface Described {
  /** What it is, in one or two sentences of Markdown. */
  readonly documentation: string;
  /** A value as it would stand in a JSON payload. */
  readonly example: string;
}

export interface Structure extends Described {
  readonly kind: "structure";
  readonly members: Readonly<Record<string, MemberShape>>;
  /** Its name in the AWS IoT API reference, where it has a page of its own. */
  readonly page: string;
  /** Exactly one of its members is to be given. */
  readonly takesOne?: true;
}

export interface List extends Described {
  readonly kind: "list";
  readonly item: Shape;
  /** How many items, both included. */
  readonly minimum: number;
  readonly maximum?: number;
}

export interface Text extends Described {
  readonly kind: "text";
  /** Length in code points, both included. */
  readonly minimum: number;
  readonly maximum?: number;
  /** What every character must be, as a regular expression with the flag `u`. */
  readonly pattern: string;
  /** The pattern in words: "letters, digits, - and _". */
  readonly patternInWords: string;
}

export interface Choice extends Described {
  readonly kind: "choice";
  /** Each value with what it means. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Quantity extends Described {
  readonly kind: "quantity";
  /** `integer` and `long` are whole numbers; `double` has up to `decimals` digits after the point. */
  readonly type: "integer" | "long" | "double";
  readonly decimals: number;
  /** Decimal text, included in the range unless {@link excludesMinimum}. */
  readonly minimum: string;
  readonly maximum?: string;
  /** The minimum itself is refused. */
  readonly excludesMinimum?: true;
  /** What counts as one: "seconds", "devices per minute". */
  readonly unit: string;
  readonly default?: string;
  /** Values worth offering, with a word on each. */
  readonly useful: Readonly<Record<string, string>>;
}

export type Shape = Structure | List | Text | Choice | Quantity;

export interface MemberShape {
  readonly shape: Shape;
  readonly required?: true;
  readonly evidence: Evidence;
  /** Whether executions that are already running feel a change. */
  readonly reach?: string;
}

/** The value that a shape describes, as TypeScript sees it. */
export type ValueOf<S> = S extends { readonly kind: "structure"; readonly members: infer M }
  ? { readonly [K in RequiredNames<M>]: MemberValue<M, K> } & { readonly [K in OptionalNames<M>]?: MemberValue<M, K> }
  : S extends { readonly kind: "list"; readonly item: infer I }
    ? readonly ValueOf<I>[]
    : S extends { readonly kind: "choice"; readonly values: infer V }
      ? keyof V
      : S extends { readonly kind: "quantity" }
        ? number
        : S extends { readonly kind: "text" }
          ? string
          : never;

type RequiredNames<M> = { [K in keyof M]: M[K] extends { readonly required: true } ? K : never }[keyof M];
type OptionalNames<M> = Exclude<keyof M, RequiredNames<M>>;
type MemberValue<M, K extends keyof M> = M[K] extends { readonly shape: infer S } ? ValueOf<S> : never;

/** A structure's members by name, and which are required. Each of them, at most 31, has a bit: a set of them is a number. */
interface Members {
  readonly byName: ReadonlyMap<string, { readonly member: MemberShape; readonly bit: number }>;
  readonly required: readonly string[];
  readonly requiredBits: number;
}

const indexed = new WeakMap<Structure, Members>();

/** An index of the structure, made on first use; a map knows no `constructor` that nobody declared. */
export function membersOf(structure: Structure): Members {
  const known = indexed.get(structure);
  if (known !== undefined) return known;
  const entries = Object.entries(structure.members);
  const made = {
    byName: new Map(entries.map(([name, member], index) => [name, { member, bit: 1 << index }])),
    required: entries.filter(([, { required }]) => required).map(([name]) => name),
    requiredBits: entries.reduce((bits, [, { required }], index) => bits | (required ? 1 << index : 0), 0),
  };
  indexed.set(structure, made);
  return made;
}

export function memberOf(structure: Structure, name: string): MemberShape | undefined {
  return membersOf(structure).byName.get(name)?.member;
}
