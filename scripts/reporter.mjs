// A reporter for node:test: what failed, with its reason, and one line of counts at the end, which scripts/test.mjs reads.
import path from "node:path";
import { inspect } from "node:util";
import { root } from "./child.mjs";

/**
 * @param {AsyncIterable<import("node:test/reporters").TestEvent>} events
 * @returns {AsyncGenerator<string>}
 */
export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of events) {
    if (event.type === "test:stdout" || event.type === "test:stderr") yield event.data.message;
    if (event.type !== "test:pass" && event.type !== "test:fail") continue;
    const { name, details, skip, todo } = event.data;
    if (details.type === "suite" && event.type === "test:pass") continue;
    if (skip !== undefined && skip !== false) {
      counts.skipped += 1;
      yield `  skipped: ${name}${typeof skip === "string" ? ` (${skip})` : ""}\n`;
    } else if (event.type === "test:pass") {
      counts.passed += 1;
    } else if (isOwnFailure(event.data.details.error)) {
      if (todo === undefined) counts.failed += 1;
      yield failure(name, event.data);
    }
  }
  yield `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}

/** A parent fails when one of its children does: that is one failure. @param {Error & { failureType?: unknown }} error */
function isOwnFailure(error) {
  return error.failureType !== "subtestsFailed";
}

/**
 * @param {string} name
 * @param {{ file?: string, line?: number, details: { error: Error } }} data
 */
function failure(name, { file, line, details: { error } }) {
  const where = file === undefined ? "" : ` (${path.relative(root, file)}:${line ?? 0})`;
  const cause =
    error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : inspect(error.cause ?? error);
  return `  failed: ${name}${where}\n${cause.replace(/^/gmu, "    ")}\n`;
}
