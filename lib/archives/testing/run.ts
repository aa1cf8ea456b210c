import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { withSnapshot } from '@/db/archive/snapshot';
import { collections, records } from '@/db/schema/tenant';
import type { World } from '@/lib/doors/testing';
import { handlersOf } from '../../operations/handlers';
import { copyOpener } from '../../server/open-copy';
import { inside, type Stocked } from './stocked';

export async function run(
  world: World,
  { tenantId }: { tenantId: string },
  kind: string,
  input: Record<string, unknown> = {},
  { id = uuidv7(), askedBy = null }: { id?: string; askedBy?: string | null } = {},
) {
  const handler = handlersOf(world.database.servers, copyOpener(world.database.servers))[kind];
  if (!handler) throw new Error(`no handler for ${kind}`);
  const operation = { id, kind, input, progress: {}, attempts: 1, askedBy, tenantId };
  const hold = { signal: new AbortController().signal, note: async () => undefined };
  return { id, result: await handler(operation, hold) };
}

export const digests = (world: World, tenant: { tenantId: string }) =>
  withSnapshot(world.database.servers, tenant.tenantId, (snapshot) => snapshot.digests());

/** Everything but the trail, which a restore never takes back. */
export const content = async (world: World, tenant: { tenantId: string }) => {
  const { audit_events: _trail, ...rest } = await digests(world, tenant);
  return rest;
};

export const change = (tenant: Stocked) =>
  inside(tenant, async (db) => {
    await db.delete(records).where(eq(records.id, tenant.recordIds[0] ?? ''));
    await db
      .update(records)
      .set({ data: { f1: 'other' }, t1: 'other' })
      .where(eq(records.id, tenant.recordIds[1] ?? ''));
    await db.insert(collections).values({ name: 'Later' });
  });

export const stagesLeft = (world: World) =>
  world.database.query(`select 1 from pg_namespace where nspname like 'staging_%'`);
