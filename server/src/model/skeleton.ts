import { updateJob } from "./updateJob";

/** A payload to start from: a job and one change. Nothing is wrong with it. */
export function example(): unknown {
  return JSON.parse(updateJob.example);
}

/** The same with every member once, each with its example. */
export function fullExample(): unknown {
  const members = Object.entries(updateJob.members);
  return Object.fromEntries(members.map(([name, { shape }]) => [name, JSON.parse(shape.example)]));
}
