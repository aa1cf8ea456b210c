import { v7 as uuidv7 } from 'uuid';
import { placePooled, returnHome, shardFor, takeHome } from '@/db/directory';
import { isDbError } from '@/db/errors';
import type { Place } from '@/db/homes/home';
import { silentConnections } from '@/db/shards/watch';
import { AppError } from '../errors';
import type { Tier } from './tiers';

export interface HousingWish {
  tier: Tier;
  /** Name of the shard to open on; the one with most room without. */
  shard?: string | undefined;
  /** Of a tenant in the shared tables whose id is known beforehand. */
  tenantId?: string;
}

/** Servers that are tried before a tenant is told that there is no room. */
const mostTries = 5;

/**
 * Runs the opening of a tenant with its id and a place that is written on its shard already: rows of
 * the shared tables, or a home from the stock. A place that is not used goes back. Throws
 * `unavailable` when no shard takes the tenant.
 */
export async function housed<T>(
  wish: HousingWish,
  open: (ids: { tenantId: string; place: Place }) => Promise<T>,
): Promise<T> {
  return wish.tier === 'pooled'
    ? await inSharedTables(wish, open)
    : await inHome(wish.tier, wish, open);
}

type Open<T> = Parameters<typeof housed<T>>[1];

async function inSharedTables<T>(
  { shard, tenantId = uuidv7() }: HousingWish,
  open: Open<T>,
): Promise<T> {
  return await open({ tenantId, place: await pooledPlace(tenantId, shard ?? null) });
}

/** On the first shard that takes it; one that does not answer is passed over. */
async function pooledPlace(tenantId: string, shard: string | null): Promise<Place> {
  const except = silentConnections();
  for (let tries = 0; tries < mostTries; tries++) {
    const found = await shardFor('pooled', { shard, except });
    if (!found) throw noRoom('pooled', shard);
    try {
      return await placePooled(found, tenantId);
    } catch (error) {
      if (!isDbError(error) || error.kind !== 'unavailable') throw error;
      except.push(found.connection);
    }
  }
  throw noRoom('pooled', shard);
}

async function inHome<T>(
  tier: Exclude<Tier, 'pooled'>,
  { shard }: HousingWish,
  open: Open<T>,
): Promise<T> {
  const home = await takeHome(tier, { shard: shard ?? null, except: silentConnections() });
  if (!home) throw noRoom(tier, shard ?? null);
  try {
    return await open({ tenantId: home.id, place: home });
  } catch (error) {
    await returnHome(home);
    throw error;
  }
}

function noRoom(tier: Tier, shard: string | null) {
  if (shard) {
    const message = `The shard ${shard} takes no tenant of this kind now.`;
    return new AppError('precondition', message, { fields: { shard: message } });
  }
  if (tier === 'pooled') {
    return new AppError('unavailable', 'No shard takes new tenants at the moment.');
  }
  return new AppError('unavailable', `No ${tier} stands ready. Try again in a minute.`);
}
