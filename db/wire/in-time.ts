import { DbError } from '../errors';

/** Throws `DbError('timeout')` when the answer takes longer. */
export async function inTime<T>(ask: () => Promise<T>, limitMs: number): Promise<T> {
  if (limitMs <= 0) throw late();
  let timer: NodeJS.Timeout | undefined;
  const lateness = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), limitMs);
  });
  try {
    return await Promise.race([ask(), lateness]);
  } finally {
    clearTimeout(timer);
  }
}

const late = () => new DbError('timeout', 'This tenant did not answer in time.');
