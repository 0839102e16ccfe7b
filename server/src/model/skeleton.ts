import { updateJob } from "./updateJob";

/** A payload to start from, as JSON: a job and one change. Nothing is wrong with it. */
export function example(): string {
  return updateJob.example;
}

/** The same with every member once, each with its example. */
export function fullExample(): string {
  const members = Object.entries(updateJob.members).map(([name, { shape }]) => `"${name}": ${shape.example}`);
  return `{${members.join(", ")}}`;
}
