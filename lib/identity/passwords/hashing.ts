import { hash, parseOptions, verify } from '@node-rs/argon2';
import { AppError } from '../../errors';
import { Turns } from '../../turns';

/** Argon2id: 64 MiB, three passes, one lane. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

// Hash of random bytes that were thrown away: an unknown account costs what a known one does.
const nobody =
  '$argon2id$v=19$m=65536,t=3,p=1$eh40CGvGyl2IBbi/mi47pA$gUjy8QkUZHYbYjBQTC0QlUG8tL/Sss50DD8rQLQ4idw';

/** Hashing at a time, and waiting: libuv's threads also read files, so some must stay free. */
const turns = new Turns(
  { atOnce: 2, mostWaiting: 200 },
  () =>
    new AppError('unavailable', 'Too many people are signing in. Try again in a moment.', {
      retryAfterSeconds: 5,
    }),
);

/** Hashes a password off the event loop. Throws `unavailable` when too many wait. */
export const hashPassword = (password: string): Promise<string> =>
  turns.take(() => hash(normal(password), cost));

/**
 * Whether the password is the one behind `passwordHash`; with null, false after the same work.
 * Throws `unavailable` when too many wait.
 */
export async function checkPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const same = await turns.take(() => verify(passwordHash ?? nobody, normal(password)));
  return same && passwordHash !== null;
}

/** Whether a hash was made at another cost than today's and should be made again. */
export function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(passwordHash);
  return (
    memoryCost !== cost.memoryCost || timeCost !== cost.timeCost || parallelism !== cost.parallelism
  );
}

const normal = (password: string) => password.normalize('NFKC');
