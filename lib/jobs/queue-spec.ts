import type { TaskSpec } from 'graphile-worker';
import type { JobPayload } from './payload';

/** Jobs that wait for a network for long: few at a time, so that they leave hands for the others. */
const fewAtATime: ReadonlySet<string> = new Set([
  'emailDomains.recheck',
  'domains.recheck',
  'mail.deliver',
]);

/** Jobs that wait for whatever receiver a tenant named, which have hands of their own. */
const forReceivers = 'webhooks.deliver';
/** What there may be thousands of at once lets the rest pass. */
const patient = 'webhooks.fanOut';
/** So many of one tenant go on at a time; those to one receiver one after another. */
const linesOfTenant = 3;

/** As what the hands of the queue know a job. */
export const taskOf = ({ job }: Pick<JobPayload, 'job'>): 'procedure' | 'delivery' =>
  job === forReceivers ? 'delivery' : 'procedure';

/** Whether a job waits in a line with others, and holds no hand meanwhile. */
export const isLined = (job: string) => job === forReceivers || fewAtATime.has(job);

/** Whether it lets all others of its tenant go first. */
export const isPatient = (job: string) => job === patient;

const mostAttempts = 12;

/** How a job of the outbox stands in the queue. */
export function queueSpec(payload: JobPayload): TaskSpec {
  const queueName = lineOf(payload);
  return {
    ...{ jobKey: payload.outboxId, maxAttempts: mostAttempts },
    ...(queueName && { queueName }),
    ...(payload.job === patient && { priority: 1 }),
  };
}

function lineOf({ job, outboxId, tenantId, input }: JobPayload): string | null {
  if (job === forReceivers) {
    return `${job}.${tenantId}.${numberOf(String(input.webhookId)) % linesOfTenant}`;
  }
  if (!fewAtATime.has(job)) return null;
  // Mails wait for a network too: in two lines, so that one slow mail holds no hand beyond these.
  return job === 'mail.deliver' ? `${job}.${numberOf(outboxId) % 2}` : job;
}

/** The random end of an id as a number. */
const numberOf = (id: string) => Number.parseInt(id.slice(-2), 16) || 0;
