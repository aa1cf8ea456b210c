import type { TaskSpec } from 'graphile-worker';

/** Jobs that wait for a network for long: few at a time, so that they leave hands for the others. */
const fewAtATime: ReadonlySet<string> = new Set([
  'emailDomains.recheck',
  'domains.recheck',
  'mail.deliver',
]);

/** Mails wait for a network too: in two lines, so that one slow mail holds no hand beyond these. */
const lineOf = (outboxId: string, job: string) =>
  job === 'mail.deliver' ? `${job}.${Number.parseInt(outboxId.slice(-1), 16) % 2}` : job;

/** How a job of the outbox stands in the queue. */
export const queueSpec = (outboxId: string, job: string): TaskSpec => ({
  ...{ jobKey: outboxId, maxAttempts: 12 },
  ...(fewAtATime.has(job) && { queueName: lineOf(outboxId, job) }),
});
