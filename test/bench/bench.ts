// Measures this server beside VS Code's JSON language service, a server that does nothing, and JSON.parse: in one run, in
// alternating rounds. Prints Markdown tables; ratios matter, not times. `--quick` tries everything on small texts; names such as
// `JSON` or `check` measure just that.
import { compareChecks } from "./check";
import { median } from "./median";
import { type Effort, type Rows, measureStart, measureText } from "./servers";
import { type Kind, sample } from "./texts";

function parseTime(size: number): number {
  const { text } = sample("JSON", size);
  const times = Array.from({ length: 15 }, () => {
    const began = performance.now();
    JSON.parse(text);
    return performance.now() - began;
  });
  return median(times);
}

/** `limit` is the time of `JSON.parse` for a text of that size; absent where it says nothing. */
function print(label: string, rows: Rows, limit?: number): void {
  for (const [what, times] of rows) {
    const [ours, service, floor] = [median(times.ours), median(times["JSON service"]), median(times.floor)];
    const against = limit === undefined || what.includes("memory") ? "" : `${(ours / limit).toFixed(1)} ×`;
    const ratio = `${(ours / service).toFixed(2)} ×`;
    console.log(
      `| ${[label, what, ours.toFixed(2), service.toFixed(2), ratio, floor.toFixed(2), against].join(" | ")} |`,
    );
  }
}

type Plan = readonly (readonly [label: string, size: number, effort: Effort])[];

const full: Plan = [
  ["1 KB", 1e3, { rounds: 5, warmUp: 1500, keys: 60, burst: 200 }],
  ["10 KB", 1e4, { rounds: 5, warmUp: 1500, keys: 60, burst: 200 }],
  ["100 KB", 1e5, { rounds: 3, warmUp: 200, keys: 30, burst: 200 }],
  ["1 MB", 1e6, { rounds: 3, warmUp: 20, keys: 10, burst: 20 }],
  ["10 MB", 1e7, { rounds: 1, warmUp: 0, keys: 3, burst: 0 }],
];
const quick: Plan = [
  ["1 KB", 1e3, { rounds: 1, warmUp: 500, keys: 20, burst: 200 }],
  ["100 KB", 1e5, { rounds: 1, warmUp: 20, keys: 10, burst: 20 }],
];

/** With the largest size that anyone may write by hand, or let a program write. */
const kinds: readonly (readonly [kind: Kind, largest: number])[] = [
  ["JSON", 1e7],
  ["YAML", 1e5],
  [".update-job", 1e6],
  ["shell script", 1e6],
];

async function main(args: readonly string[]): Promise<void> {
  const isQuick = args.includes("--quick");
  const named = args.filter((arg) => !arg.startsWith("--"));
  const isWanted = (name: string): boolean => named.length === 0 || named.includes(name);
  console.log("| text | p50, ms | ours | JSON service | ratio | floor | against JSON.parse |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  if (isWanted("start")) print("a fresh process", await measureStart(isQuick ? 3 : 15));
  for (const [kind, largest] of kinds.filter(([name]) => isWanted(name))) {
    for (const [label, size, effort] of isQuick ? quick : full) {
      if (size > largest) continue;
      print(`${label} ${kind}`, await measureText(kind, size, effort), parseTime(size));
    }
  }
  console.log("");
  if (isWanted("check")) compareChecks(isQuick ? 3 : 9);
}

void main(process.argv.slice(2));
