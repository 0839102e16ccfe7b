import { randomUUID } from "node:crypto";
import type { Beginning } from "../journal/record";
import type { Outcome, Sent } from "./outcome";
import { type Run, endingOf } from "./runRecord";
import { sendRequest } from "./sendRequest";
import type { Surroundings } from "./surroundings";
import type { Wanted } from "./wanted";

interface ToSend {
  /** What is shown while it is under way. */
  readonly title: string;
  readonly wanted: Wanted;
  readonly beginning: (run: Run) => Beginning;
  /** Why it was not done, for the journal. */
  readonly inWords: (outcome: Sent) => string;
}

interface Recorded {
  readonly outcome: Extract<Outcome, Sent | { readonly kind: "journalFailed" }>;
  /** The journal lacks how it ended. */
  readonly journalLacksEnd?: string;
}

/** Sends a request between two records of the journal. What is not in the journal is not sent. */
export function sendRecorded(surroundings: Surroundings, toSend: ToSend): Promise<Recorded> {
  const { stage, journal, clock } = surroundings;
  return stage.committed(toSend.title, async (say): Promise<Recorded> => {
    const id = randomUUID();
    try {
      await journal.append(toSend.beginning({ id, at: clock.now() }));
    } catch (error) {
      return { outcome: { kind: "journalFailed", reason: messageOf(error) } };
    }
    const outcome = await sendRequest(surroundings, toSend.wanted, say);
    try {
      const reason = outcome.kind === "applied" ? undefined : toSend.inWords(outcome);
      await journal.append(endingOf(outcome, reason, { id, at: clock.now() }));
      return { outcome };
    } catch (error) {
      return { outcome, journalLacksEnd: messageOf(error) };
    }
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
