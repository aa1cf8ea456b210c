import { countAttempt } from '@/db/directory';
import { AppError } from '../../errors';
import { keyedHash } from '../../identity/secrets';
import { peerOf } from '../../peer';

const perHour = 30;

/** Throws `limit` when one address opens tenants faster than people do. */
export async function limitSignUps(address: string | null): Promise<void> {
  const wait = await countAttempt(keyedHash('sign-up', peerOf(address)), perHour, 3600);
  if (wait > 0) {
    throw new AppError('limit', 'Too many sign-ups from here. Try again later.', {
      retryAfterSeconds: wait,
    });
  }
}
