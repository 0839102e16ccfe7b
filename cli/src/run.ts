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
    if (!isUsageError(error)) throw error;
    return { code: 2, output: "", notes: `iot-jobs: ${error.message}\n${t("{0} says more.", "iot-jobs --help")}\n` };
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

/** `parseArgs` of Node has errors of its own. */
function isUsageError(error: unknown): error is Error {
  return error instanceof UsageError || (error instanceof TypeError && "code" in error && isParseCode(error.code));
}

function isParseCode(code: unknown): boolean {
  return typeof code === "string" && code.startsWith("ERR_PARSE_ARGS_");
}
