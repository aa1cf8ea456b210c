import { connectionNames, wireFor } from '../client';
import { isDbError } from '../errors';

/**
 * Why tenants cannot live behind a connection yet, as this process sees it: `unknown` to its
 * settings, `silent`, or without tables (`bare`); null when they can.
 */
export async function whyNotReady(
  connection: string,
): Promise<'unknown' | 'silent' | 'bare' | null> {
  if (!connectionNames().includes(connection)) return 'unknown';
  const statement = { text: `select to_regclass('pooled.outbox') is not null`, values: [] };
  try {
    const [result] = await wireFor({ login: 'app', shard: connection }).run([statement]);
    return result?.rows[0]?.[0] ? null : 'bare';
  } catch (error) {
    if (isDbError(error) && error.kind === 'unavailable') return 'silent';
    throw error;
  }
}
