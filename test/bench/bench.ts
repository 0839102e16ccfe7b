// Measures this server beside VS Code's JSON language service, a server that does nothing, and JSON.parse: in one run, in
// alternating rounds. Prints a Markdown table; ratios matter, not times.
import { Subject } from "./subject";

const programs = {
  ours: "dist/server.js",
  "JSON service": "out/bench/jsonServiceServer.js",
  floor: "out/bench/floorServer.js",
} as const;
type Name = keyof typeof programs;
const names: readonly Name[] = ["ours", "JSON service", "floor"];

const criterion =
  '      { "failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 10.5, "minNumberOfExecutedThings": 100 }';

/** A valid payload of about `size` characters; line 2 holds a timeout whose first digit is typed anew. */
function payload(size: number): string {
  const count = Math.max(1, Math.floor(size / (criterion.length + 2)));
  const criteria = Array.from({ length: count }, () => criterion).join(",\n");
  return `{\n  "jobId": "bench",\n  "timeoutConfig": { "inProgressTimeoutInMinutes": 60 },\n  "abortConfig": {\n    "criteriaList": [\n${criteria}\n    ]\n  }\n}\n`;
}

const line = 2;
const character = payload(0).split("\n")[line]?.indexOf("60") ?? 0;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

type Row = Record<Name, number[]>;
const row = (): Row => ({ ours: [], "JSON service": [], floor: [] });

async function measureSize(size: number, rounds: number): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  const add = (what: string, name: Name, time: number): void => {
    const found = rows.get(what) ?? row();
    rows.set(what, found);
    found[name].push(time);
  };
  const text = payload(size);
  const subjects = new Map<Name, Subject>();
  for (const name of names) {
    const subject = new Subject(programs[name]);
    subjects.set(name, subject);
    add("start", name, await subject.initialize());
    add("first open", name, await subject.open(text));
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, subject] of subjects) {
      const digit = String((round % 8) + 1);
      add("key to diagnostics", name, await subject.edit(line, character, digit, "textDocument/diagnostic"));
      add("completion after an edit", name, await subject.edit(line, character, digit, "textDocument/completion"));
      add("hover after an edit", name, await subject.edit(line, character, digit, "textDocument/hover"));
    }
  }
  for (const [name, subject] of subjects) {
    if (size <= 1e6) add("200 keys at once", name, await subject.burst(line, character, size < 1e6 ? 200 : 20));
    add("peak memory, MiB", name, subject.peakMemory());
    await subject.stop();
  }
  return rows;
}

function parseTime(text: string): number {
  const times = Array.from({ length: 15 }, () => {
    const began = performance.now();
    JSON.parse(text);
    return performance.now() - began;
  });
  return median(times);
}

function print(size: string, rows: ReadonlyMap<string, Row>, limit: number): void {
  for (const [what, times] of rows) {
    const ours = median(times.ours);
    const service = median(times["JSON service"]);
    const floor = median(times.floor);
    const limits = what.includes("memory") || what === "start" ? "" : `${(ours / limit).toFixed(1)} ×`;
    const cells = [
      size,
      what,
      ours.toFixed(2),
      service.toFixed(2),
      `${(ours / service).toFixed(2)} ×`,
      floor.toFixed(2),
      limits,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

async function main(): Promise<void> {
  console.log("| payload | p50, ms | ours | JSON service | ratio | floor | against JSON.parse |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [label, size, rounds] of sizes) print(label, await measureSize(size, rounds), parseTime(payload(size)));
}

const sizes = [
  ["1 KB", 1e3, 60],
  ["10 KB", 1e4, 60],
  ["100 KB", 1e5, 40],
  ["1 MB", 1e6, 20],
  ["10 MB", 1e7, 5],
] as const;

void main();
