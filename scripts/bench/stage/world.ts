import type { DatabaseConfig } from '@/db/client';
import * as cluster from '@/db/testing/cluster';
import { openWorld, type World } from '@/lib/doors/testing';

/** A database of its own on the bench's cluster, with as many tenants and members as it mints. */
export async function openBenchWorld(
  adminUrl: string,
  config: Partial<DatabaseConfig> = {},
): Promise<World> {
  // biome-ignore lint/correctness/useHookAtTopLevel: it names a cluster and is no hook
  cluster.useCluster(adminUrl);
  return await openWorld(config);
}
