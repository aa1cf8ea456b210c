import { countAttempt } from '@/db/directory';
import { AppError, invalid } from '@/lib/errors';
import { keyedHash } from '@/lib/identity/secrets';
import { peerOf } from '@/lib/peer';
import { readPass } from './pass';

interface Knock {
  tenantId: string;
  formId: string;
  pass: string;
  /** Trusted address of the peer, if known. */
  address: string | null;
}

/** Tries from one address at one form, and answers one form takes from everybody. */
const perAddress = { most: 20, seconds: 10 * 60 };
const perForm = { most: 600, seconds: 3_600 };
const passSeconds = 24 * 3_600;

/** Counts a try before anything is looked at. Throws `limit`, `precondition` for a pass too fresh, `invalid` for one not of this form. */
export async function letKnock({ tenantId, formId, pass, address }: Knock): Promise<void> {
  await refuseAfter(['form-address', tenantId, formId, peerOf(address)], perAddress);
  const read = readPass({ tenantId, formId }, pass);
  if (read === 'good') return;
  if (read === 'fresh') {
    throw new AppError(
      'precondition',
      'That was very fast. Look over your answers and send them once more.',
    );
  }
  throw invalid('pass', 'This page was open for too long. Send your answers once more.');
}

/** Takes a pass for one answer. Throws `conflict` when an answer came with it before. */
export async function spendPass({ tenantId, formId, pass }: Omit<Knock, 'address'>): Promise<void> {
  await refuseAfter(['form', tenantId, formId], perForm);
  const seconds = await countAttempt(keyedHash('form-pass', pass), 1, passSeconds);
  if (seconds > 0) throw new AppError('conflict', 'These answers were sent already.');
}

async function refuseAfter(parts: string[], { most, seconds }: { most: number; seconds: number }) {
  const wait = await countAttempt(keyedHash(...parts), most, seconds);
  if (wait === 0) return;
  const minutes = Math.max(1, Math.ceil(wait / 60));
  throw new AppError(
    'limit',
    `Too many answers came in a short time. Try again in ${minutes} min.`,
    { retryAfterSeconds: wait },
  );
}
