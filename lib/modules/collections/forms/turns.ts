import { AppError } from '@/lib/errors';
import { Turns } from '@/lib/turns';

const tooMany = () =>
  new AppError('limit', 'Too many answers came in a short time. Try again in 1 min.', {
    retryAfterSeconds: 60,
  });

/**
 * Answers of one form wait for its row anyway, and each holds two connections: unless they wait here,
 * a crowd at one form would hold all of this process and keep everybody else out.
 */
const everyForm = new Turns({ atOnce: 2, mostWaiting: 200 }, tooMany);
const ofForm = new Map<string, Turns>();

/** Lets one answer of a form be written at a time. Throws `limit` when too many wait. */
export async function inTurn<T>(formId: string, work: () => Promise<T>): Promise<T> {
  const own = ofForm.get(formId) ?? new Turns({ atOnce: 1, mostWaiting: 50 }, tooMany);
  ofForm.set(formId, own);
  try {
    return await own.take(() => everyForm.take(work));
  } finally {
    if (own.isIdle) ofForm.delete(formId);
  }
}
