import { v7 as uuidv7 } from 'uuid';
import { returnHome, takeHome } from '@/db/directory';
import type { Home } from '@/db/homes/home';
import { AppError } from '../errors';
import type { Tier } from './tiers';

/**
 * Runs the opening of a tenant with its id and, above the shared tables, a home from the stock; a
 * home that is not used goes back. Throws `unavailable` when none stands ready.
 */
export async function housed<T>(
  tier: Tier,
  open: (ids: { tenantId: string; home: Home | null }) => Promise<T>,
): Promise<T> {
  if (tier === 'pooled') return await open({ tenantId: uuidv7(), home: null });
  const home = await takeHome(tier);
  if (!home) {
    const what = tier === 'schema' ? 'schema' : 'database';
    throw new AppError('unavailable', `No ${what} stands ready. Try again in a minute.`);
  }
  try {
    return await open({ tenantId: home.id, home });
  } catch (error) {
    await returnHome(home);
    throw error;
  }
}
