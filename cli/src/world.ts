/** What a command takes from outside, the files aside. */
export interface World {
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** The output is shown on a terminal that has colors, and nobody asked for none. */
  readonly colors: boolean;
  /** All of the standard input. */
  readonly readInput: () => Promise<Buffer>;
}

/** How a command ended. 0: done, and nothing is wrong; 1: there are problems; 2: wrong usage, or a file that cannot be read. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  /** For the standard output. */
  readonly output: string;
  /** For the standard error: what is not the result itself. */
  readonly notes: string;
}

/** The arguments make no sense. The message says what does. */
export class UsageError extends Error {}
