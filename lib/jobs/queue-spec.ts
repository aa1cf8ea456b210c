import type { TaskSpec } from 'graphile-worker';

/** Jobs that wait for a network for long: one at a time, so that they leave hands for the others. */
const oneByOne: ReadonlySet<string> = new Set(['emailDomains.recheck', 'domains.recheck']);

/** How a job of the outbox stands in the queue. */
export const queueSpec = (outboxId: string, job: string): TaskSpec => ({
  ...{ jobKey: outboxId, maxAttempts: 12 },
  ...(oneByOne.has(job) && { queueName: job }),
});
