import type { ControlDb } from '@/db/control';
import { mintOneTime } from '../../identity/one-time';
import { canonicalHost, tenantUrl } from '../urls';

/** How long the founder has to arrive, seconds. */
const arrivalSeconds = 60;

interface Arriving {
  tenantId: string;
  poolId: string;
  slug: string;
  ownerId: string;
}

/** Where the founder comes in signed in: good once, for a minute. */
export async function arrivalUrl(db: ControlDb, arriving: Arriving): Promise<string> {
  const { tenantId, poolId, slug, ownerId: userId } = arriving;
  const address = { slug, primaryHost: null };
  const host = canonicalHost(address);
  const ids = { tenantId, poolId, userId };
  const ttlSeconds = arrivalSeconds;
  const ticket = await mintOneTime(db, { purpose: 'arrival', ...ids, host, ttlSeconds });
  return tenantUrl(address, `/arrive?ticket=${ticket}`);
}
