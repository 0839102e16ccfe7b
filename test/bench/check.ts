import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { updateJobSchema } from "../../server/src/model/jsonSchema";
import { median } from "./median";
import { fileCount, plant, planted, plantedCount } from "./planted";

/** Whole processes over the same files, in alternating rounds: prints how long each takes and how many mistakes it finds. */
export function compareChecks(rounds: number): void {
  const folder = mkdtempSync(path.join(tmpdir(), "iot-jobs-bench-"));
  try {
    plant(folder);
    const schema = path.join(folder, "schema", "update-job.json");
    mkdirSync(path.dirname(schema));
    writeFileSync(schema, JSON.stringify(updateJobSchema()));
    print(measure(programs(folder, schema), rounds));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Programs = Readonly<Record<string, readonly string[]>>;

const service = "JSON service as a linter";

function programs(folder: string, schema: string): Programs {
  const ajv = ["node_modules/ajv-cli/dist/index.js", "validate", "-s", schema, "-d", `${folder}/*.json`];
  return {
    "iot-jobs check": ["dist/cli.js", "check", folder],
    [service]: ["out/bench/jsonServiceLinter.js", folder],
    "ajv-cli, without the broken files": [...ajv, "--errors=text", "--multiple-of-precision=6"],
    "Node alone": ["-e", ""],
  };
}

interface Measured {
  /** Milliseconds of wall clock. */
  readonly times: readonly number[];
  /** Milliseconds of all processors together. */
  readonly cpu: readonly number[];
  /** Of the last run. */
  readonly output: string;
}

function measure(all: Programs, rounds: number): ReadonlyMap<string, Measured> {
  const measured = new Map<string, Measured>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of Object.entries(all)) {
      const [began, cpuBefore] = [performance.now(), cpuOfChildren()];
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e8 });
      const { times = [], cpu = [] } = measured.get(name) ?? {};
      measured.set(name, {
        times: [...times, performance.now() - began],
        cpu: [...cpu, cpuOfChildren() - cpuBefore],
        output: `${stdout}${stderr}`,
      });
    }
  }
  return measured;
}

/** What the processes that have ended took, in milliseconds, to the hundredth of a second; Linux only. */
function cpuOfChildren(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

function print(measured: ReadonlyMap<string, Measured>): void {
  console.log(
    `| ${fileCount} files, ${plantedCount} with a mistake | whole process, p50, ms | ratio | processor time, ms | found | wrongly blamed |`,
  );
  console.log("| --- | --- | --- | --- | --- | --- |");
  const base = median(measured.get(service)?.times ?? []);
  for (const [name, { times, cpu, output }] of measured) {
    const found = new Set(output.match(planted)).size;
    const blamed = new Set(blamedIn(output)).size;
    const cells = [
      name,
      median(times).toFixed(0),
      `${(median(times) / base).toFixed(2)} ×`,
      median(cpu),
      found,
      blamed,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

/** Files without a mistake that a line of the output names; ajv-cli names each valid file too. */
function blamedIn(output: string): readonly string[] {
  return output.split("\n").flatMap((line) => (line.endsWith(" valid") ? [] : (line.match(/\bright-\d+/g) ?? [])));
}
