import { t } from "@vscode/l10n";
import { type Shape, memberOf } from "../../../model/shape";
import { updateJob } from "../../../model/updateJob";
import { memberOfOption, wordsAfter } from "../../../syntax/command/optionNames";
import { isTakenForJson } from "../../../syntax/command/options";
import type { Word } from "../../../syntax/shell/shell";
import { isBraced } from "../../../syntax/shorthand/braced";
import { plainSource } from "../../../syntax/source";
import { parseYaml } from "../../../syntax/yaml/yaml";
import { jsonSlot } from "../json/jsonSlot";
import { type JsonStyle, writeJson } from "../json/write";
import { type Piece, pieceOf } from "../pieces";
import { lineIndent } from "../lineIndent";
import { shorthandSlot } from "../shorthand/shorthandSlot";
import type { Slot, Wants } from "../slot";
import type { Template } from "../template";
import { yamlSlot } from "../yaml/yamlSlot";
import { inputFile } from "./keywords";
import { type Around, type ShellValue, inShell, shellValue } from "./shellWord";

interface Argument {
  readonly marked: string;
  readonly cursor: number;
  /** The word that holds the mark. */
  readonly word: Word;
  /** The members that the command has already. */
  readonly present: () => readonly string[];
  /** What is put around a value that needs quotes. */
  readonly around: Around;
}

/** What fits at the cursor in the value of an option; `from` is where it starts in its word. */
export function argumentSlot(
  { marked, cursor, word, present, around }: Argument,
  option: string | undefined,
  from: number,
): Slot | undefined {
  const value = option !== undefined ? shellValue(marked, cursor, word, from) : undefined;
  if (option === undefined || value === undefined) return undefined;
  const slot = slotOf(option, value, present);
  return slot && inShell(slot, value, around);
}

function slotOf(option: string, value: ShellValue, present: Argument["present"]): Slot | undefined {
  if (option === "--cli-input-json") return withPresent(inputSlot(value), present());
  if (option === "--cli-input-yaml") return withPresent(yamlInputSlot(value), present());
  const words = wordsAfter(option);
  if (words.length > 0) return wholeSlot(value, { kind: "value", shape: oneOf(words), path: [option] });
  const name = memberOfOption(option);
  const shape = memberOf(updateJob, name)?.shape;
  if (shape === undefined) return undefined;
  if (shape.kind !== "structure") return wholeSlot(value, { kind: "value", shape, path: [name] });
  const { text, cursor } = value;
  if (isBraced(text)) return undefined;
  const slot = isTakenForJson(text)
    ? jsonSlot({ text }, cursor, shape, styleOf(text))
    : shorthandSlot(text, cursor, shape);
  return slot && { ...slot, wants: { ...slot.wants, path: [name, ...slot.wants.path] } };
}

/** What the AWS CLI itself takes needs no words. */
function oneOf(words: readonly string[]): Shape {
  return {
    kind: "choice",
    values: Object.fromEntries(words.map((word) => [word, ""])),
    documentation: "",
    example: "",
  };
}

function styleOf(text: string): JsonStyle {
  return { indent: /\n([ \t]+)/.exec(text)?.[1] ?? "  ", oneLine: !text.includes("\n") };
}

/** The options of the command replace the members of its input, so that those are not offered. */
function withPresent(slot: Slot | undefined, present: readonly string[]): Slot | undefined {
  if (slot === undefined || slot.wants.path.length > 0) return slot;
  const { wants, fill } = slot;
  return {
    ...slot,
    wants: wants.kind === "member" ? { ...wants, present: [...wants.present, ...present] } : wants,
    fill: ({ name, value }) => fill({ ...(name !== undefined && { name }), value: value && without(present, value) }),
  };
}

function without(present: readonly string[], value: Template): Template {
  if (value.kind !== "object") return value;
  return { ...value, members: value.members.filter(([name]) => !present.includes(name)) };
}

/** `--cli-input-json` takes JSON, or the name of a file. */
function inputSlot(value: ShellValue): Slot | undefined {
  const { text, cursor } = value;
  if (isTakenForJson(text)) return jsonSlot({ text }, cursor, updateJob, styleOf(text));
  const keywords = [
    { label: "file://", detail: t("the path of a file with the payload"), filling: { value: inputFile } },
  ];
  return wholeSlot(value, { kind: "value", shape: updateJob, path: [], keywords });
}

/** YAML, whose first line starts in the middle of one of the document. */
function yamlInputSlot({ text, cursor }: ShellValue): Slot | undefined {
  const slot = yamlSlot({ text, tree: parseYaml(plainSource(text)) }, cursor, updateJob);
  return slot && { ...slot, indent: lineIndent(text, slot.token.start) };
}

/** The whole value of the option is replaced. */
function wholeSlot({ text }: ShellValue, wants: Wants): Slot {
  return {
    wants,
    token: { start: 0, end: text.length },
    quote: "",
    fill: (filling) => ({ pieces: filling.value ? asIs(filling.value, text) : [], edits: [] }),
  };
}

/** Text is not quoted here: the shell's quotes are enough. */
function asIs(value: Template, text: string): readonly Piece[] {
  if (value.kind !== "scalar") return writeJson(value, { ...styleOf(text), oneLine: true });
  return [pieceOf(value)];
}
