import { conform } from "./conform";
import type { JobStore } from "./accountJobs";
import type { LiveJob } from "./job";
import { configurationShape } from "./shape";

/** Jobs whose updates lose these members on the way, though they are accepted. */
export function forgetting(store: JobStore, lost: readonly string[]): JobStore {
  return {
    arnPrefix: store.arnPrefix,
    find: (jobId, time) => {
      const job = store.find(jobId, time);
      return job && forgetfulJob(job, lost);
    },
    create: (input, scheduling, time) => store.create(input, scheduling, time),
    list: (input, time) => store.list(input, time),
  };
}

function forgetfulJob(job: LiveJob, lost: readonly string[]): LiveJob {
  return {
    at: (time) => job.at(time),
    executions: (time) => job.executions(time),
    update: (changes, time) => {
      const kept = Object.entries(changes).filter(([name]) => !lost.includes(name));
      job.update(conform(configurationShape, Object.fromEntries(kept)), time);
    },
    cancel: (cancellation, time) => job.cancel(cancellation, time),
    remove: (goneAt, time) => job.remove(goneAt, time),
  };
}
