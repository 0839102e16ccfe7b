import { Subject } from "./subject";
import { type Kind, sample } from "./texts";

const programs = {
  ours: "dist/server.js",
  "JSON service": "out/bench/jsonServiceServer.js",
  floor: "out/bench/floorServer.js",
} as const;
type Name = keyof typeof programs;
/** The floor first: with it the client itself gets warm. */
const names: readonly Name[] = ["floor", "ours", "JSON service"];

/** Measurements by what was measured and of which server. */
export type Rows = ReadonlyMap<string, Readonly<Record<Name, readonly number[]>>>;

interface Recorder {
  readonly rows: Rows;
  readonly add: (what: string, name: Name, time: number) => void;
}

function recorder(): Recorder {
  const rows = new Map<string, Record<Name, number[]>>();
  function add(what: string, name: Name, time: number): void {
    const row = rows.get(what) ?? { ours: [], "JSON service": [], floor: [] };
    rows.set(what, row);
    row[name].push(time);
  }
  return { rows, add };
}

/** The JSON service knows JSON only: it always gets the JSON payload of that size. */
function start(name: Name, kind: Kind, size: number): Subject {
  return new Subject(programs[name], sample(name === "JSON service" ? "JSON" : kind, size));
}

/** Fresh processes: to the answer to `initialize`, and to the first diagnostics of a file of 1 KB. */
export async function measureStart(rounds: number): Promise<Rows> {
  const { rows, add } = recorder();
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const subject = start(name, "JSON", 1e3);
      const initialized = await subject.initialize();
      add("start", name, initialized);
      add("start to first diagnostics", name, initialized + (await subject.open()));
      await subject.stop();
    }
  }
  return rows;
}

export interface Effort {
  /** Rounds of fresh processes. */
  readonly rounds: number;
  /** Keys of each kind before those that are measured, in each round: V8 compiles what is called often, and does it better later. */
  readonly warmUp: number;
  /** Keys of each kind in each round, each measured for itself. */
  readonly keys: number;
  /** Keys sent at once; none measures no burst. */
  readonly burst: number;
}

/** Each server has the machine for itself while it is asked, as in an editor. */
export async function measureText(kind: Kind, size: number, { rounds, ...effort }: Effort): Promise<Rows> {
  const { rows, add } = recorder();
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const subject = start(name, kind, size);
      await subject.initialize();
      await measureSession(subject, effort, (what, time) => add(what, name, time));
      await subject.stop();
    }
  }
  return rows;
}

type Add = (what: string, time: number) => void;

async function measureSession(subject: Subject, { warmUp, keys, burst }: Omit<Effort, "rounds">, add: Add) {
  add("first open", await subject.open());
  await type(subject, keys, (what, time) => add(`${what}, at first`, time));
  await type(subject, warmUp, () => undefined);
  await type(subject, keys, add);
  if (burst > 0) add(`${burst} keys at once`, await subject.burst(burst));
  add("peak memory, MiB", subject.peakMemory());
}

async function type(subject: Subject, keys: number, add: Add): Promise<void> {
  for (let key = 0; key < keys; key++) {
    const digit = String((key % 8) + 1);
    add("key to diagnostics", await subject.edit(digit, "textDocument/diagnostic"));
    add("completion after an edit", await subject.edit(digit, "textDocument/completion"));
    add("hover after an edit", await subject.edit(digit, "textDocument/hover"));
  }
}
