import { t } from "@vscode/l10n";
import { version } from "../../package.json";
import { check } from "./check";
import { convert } from "./convert";
import { help } from "./help";
import { schema } from "./schema";
import { skeleton } from "./skeleton";
import { type Outcome, UsageError, type World } from "./world";

type Command = (args: readonly string[], world: World) => Outcome | Promise<Outcome>;

const commands: ReadonlyMap<string, Command> = new Map(Object.entries({ check, convert, schema, skeleton }));

/** Runs one command line, without the name of the program. */
export async function run(args: readonly string[], world: World): Promise<Outcome> {
  try {
    return await outcomeOf(args, world);
  } catch (error) {
    const complaint = complaintOf(error);
    if (complaint === undefined) throw error;
    const [name = ""] = args;
    const help = commands.has(name) ? `iot-jobs ${name} --help` : "iot-jobs --help";
    return { code: 2, output: "", notes: `iot-jobs: ${complaint}\n${t("{0} says more.", help)}\n` };
  }
}

async function outcomeOf([name = "", ...args]: readonly string[], world: World): Promise<Outcome> {
  const command = commands.get(name);
  if (name === "--version" || name === "-v") return { code: 0, output: `${version}\n`, notes: "" };
  if (name === "--help" || name === "-h" || name === "help") return { code: 0, output: help(args[0]), notes: "" };
  if (name === "") return { code: 2, output: "", notes: help() };
  if (command === undefined) {
    throw new UsageError(t("There is no command {0}. There are {1}.", name, [...commands.keys()].join(", ")));
  }
  if (args.includes("--help") || args.includes("-h")) return { code: 0, output: help(name), notes: "" };
  return await command(args, world);
}

/** What is wrong with the arguments; `undefined` for any other error. */
function complaintOf(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  return error instanceof TypeError && "code" in error ? complaintOfNode(error.code, error.message) : undefined;
}

/** `parseArgs` of Node has errors of its own; what they speak of is in quotes. */
function complaintOfNode(code: unknown, message: string): string | undefined {
  const [, word = ""] = /'(.*?)(?: <value>)?'/.exec(message) ?? [];
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return t("There is no option {0}. A file whose name starts with a dash is written with ./ before it.", word);
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return t("{0} is too much: this command takes options only.", word);
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return message.includes("does not take") ? t("{0} takes no value.", word) : t("{0} needs a value.", word);
    default:
      return undefined;
  }
}
