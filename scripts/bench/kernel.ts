import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { requestFacts } from '@/db/directory';
import { records } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import type { World } from '@/lib/doors/testing';
import { hashToken } from '@/lib/identity/secrets';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { alternate } from './stage/alternate';
import { fillCollection } from './stage/fill-collection';
import { copyWithoutRls } from './stage/plain-copy';
import { byHand, columns, hotList, hotRecord, plainRecords } from './stage/record-queries';
import { kernelConnection, watchConnections } from './stage/shared-backend';
import { openBenchWorld } from './stage/world';

export const name = 'kernel';

const turns = { small: 5, full: 15 };

let world: World;
let cases: Record<Case, () => Promise<unknown>>;

export async function prepare({ adminUrl }: ExperimentContext): Promise<void> {
  watchConnections();
  // The rounds share one connection, which must outlast them.
  world = await openBenchWorld(adminUrl, {
    pools: { max: 1, maxUses: Number.POSITIVE_INFINITY, lifetimeMs: Number.POSITIVE_INFINITY },
  });
  const tenant = await world.tenant();
  const member = await world.member(tenant, 'admin');
  const { collectionId, ids } = await fillCollection(member, 2_000);
  await copyWithoutRls(world.database);
  const id = ids[1_000] ?? '';
  const place = { ...tenant, tenantHash: hashToken(member.token), collectionId, id };
  cases = { ...throughKernel(place), ...rawCases(await kernelConnection(), place) };
}

/** Every case once round, on one backend: microseconds a call. */
export async function run({ size }: ExperimentContext): Promise<BenchRow[]> {
  const us = await alternate(cases, { perTurn: 50, turns: turns[size] });
  const row = (name: Case, base?: Case, atMost?: number): BenchRow => ({
    name,
    value: us[name],
    unit: 'us',
    ...(base && { base }),
    ...(atMost && { goal: { atMost } }),
  });
  return [
    row('raw point read'),
    row('kernel point read, hot', 'raw point read', 1.35),
    row('raw list of 50'),
    row('kernel list of 50, hot', 'raw list of 50', 1.15),
    row('Drizzle point read, filter by hand'),
    row('kernel point read, builder', 'Drizzle point read, filter by hand', 1.3),
    row('two raw reads'),
    row('authorise and read', 'two raw reads', 1.5),
    row('raw single write'),
    row('kernel single write', 'raw single write'),
    row('raw transaction of two statements'),
    row('kernel transaction of two statements', 'raw transaction of two statements', 1.3),
  ];
}

export const finish = () => world.end();

type KernelCase =
  | 'kernel point read, hot'
  | 'kernel list of 50, hot'
  | 'kernel point read, builder'
  | 'authorise and read'
  | 'kernel single write'
  | 'kernel transaction of two statements';
type RawCase =
  | 'raw point read'
  | 'raw list of 50'
  | 'Drizzle point read, filter by hand'
  | 'two raw reads'
  | 'raw single write'
  | 'raw transaction of two statements';
type Case = KernelCase | RawCase;

interface Place {
  tenantId: string;
  slug: string;
  host: string;
  tenantHash: string;
  collectionId: string;
  id: string;
}

function throughKernel(place: Place): Record<KernelCase, () => Promise<unknown>> {
  const { tenantId, slug, host, tenantHash, collectionId, id } = place;
  const scope = () => mintTenantScope({ tenantId, actorId: null, requestId: uuidv7() });
  const point = () => withTenant(scope(), (db) => hotRecord(db, { id }));
  const bump = { version: sql`${records.version} + 1` };
  const mine = eq(records.id, id);
  return {
    'kernel point read, hot': point,
    'kernel list of 50, hot': () => withTenant(scope(), (db) => hotList(db, { collectionId })),
    'kernel point read, builder': () =>
      withTenant(scope(), async (db) => await db.select(columns).from(records).where(mine)),
    'authorise and read': async () => {
      await requestFacts(slug, host, tenantHash, 'browser');
      await point();
    },
    'kernel single write': () =>
      withTenant(scope(), async (db) => await db.update(records).set(bump).where(mine)),
    'kernel transaction of two statements': () =>
      withTenant(
        scope(),
        async (db) => {
          await db.select({ id: records.id }).from(records).where(mine).for('update');
          await db.update(records).set(bump).where(mine);
        },
        { write: true },
      ),
  };
}

function rawCases(
  client: pg.Client,
  { tenantId, collectionId, id }: Place,
): Record<RawCase, () => Promise<unknown>> {
  const plain = drizzle(client);
  const one = [tenantId, id];
  const point = () => client.query({ ...byHand.point, values: one });
  return {
    'raw point read': point,
    'raw list of 50': () => client.query({ ...byHand.list, values: [tenantId, collectionId] }),
    'Drizzle point read, filter by hand': async () =>
      await plain
        .select({
          id: plainRecords.id,
          version: plainRecords.version,
          data: plainRecords.data,
          createdAt: plainRecords.createdAt,
          updatedAt: plainRecords.updatedAt,
          createdBy: plainRecords.createdBy,
          updatedBy: plainRecords.updatedBy,
        })
        .from(plainRecords)
        .where(and(eq(plainRecords.tenantId, tenantId), eq(plainRecords.id, id))),
    'two raw reads': async () => {
      await point();
      await point();
    },
    'raw single write': () => client.query({ ...byHand.update, values: one }),
    'raw transaction of two statements': async () => {
      await client.query('begin');
      await client.query({ ...byHand.lock, values: one });
      await client.query({ ...byHand.update, values: one });
      await client.query('commit');
    },
  };
}
