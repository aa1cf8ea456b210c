import { eq, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant';
import { withTenant } from '@/db/tenant';
import { setTestTier } from '@/db/testing/tier';
import type { World } from '@/lib/doors/testing';
import { scopeOf } from '../testing/large-tenant';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { alternate } from './stage/alternate';
import { fillCollection } from './stage/fill-collection';
import { hotList, hotRecord } from './stage/record-queries';
import { openBenchWorld } from './stage/world';

export const name = 'tiers';

const turns = { small: 5, full: 15 };
const tiers = ['pooled', 'schema', 'database'] as const;
type Tier = (typeof tiers)[number];
type Act = 'point read' | 'list of 50' | 'single write';

let world: World;
let cases: Record<string, () => Promise<unknown>>;

export async function prepare({ adminUrl }: ExperimentContext): Promise<void> {
  world = await openBenchWorld(adminUrl);
  cases = {};
  for (const tier of tiers) {
    setTestTier(tier);
    const tenant = await world.tenant();
    const member = await world.member(tenant, 'admin');
    const { collectionId, ids } = await fillCollection(member, 2_000);
    const id = ids[1_000] ?? '';
    const acts: Record<Act, () => Promise<unknown>> = {
      'point read': () => withTenant(scopeOf(tenant.tenantId), (db) => hotRecord(db, { id })),
      'list of 50': () =>
        withTenant(scopeOf(tenant.tenantId), (db) => hotList(db, { collectionId })),
      'single write': () => withTenant(scopeOf(tenant.tenantId), (db) => touch(db, id)),
    };
    await world.database.queryPlane(tenant.home, 'vacuum analyze records');
    for (const [act, call] of Object.entries(acts)) cases[caseName(act, tier)] = call;
  }
  setTestTier('pooled');
}

/** The same calls through the kernel at every tier: microseconds each. */
export async function run({ size }: ExperimentContext): Promise<BenchRow[]> {
  const us = await alternate(cases, { perTurn: 50, turns: turns[size] });
  return (['point read', 'list of 50', 'single write'] as const).flatMap((act) =>
    tiers.map((tier): BenchRow => {
      const name = caseName(act, tier);
      const base = tier === 'pooled' ? {} : { base: caseName(act, 'pooled') };
      return { name, value: us[name] ?? Number.NaN, unit: 'us', ...base };
    }),
  );
}

export const finish = () => world.end();

const caseName = (act: string, tier: Tier) => `${act}, ${tier}`;

const touch = async (db: Parameters<Parameters<typeof withTenant>[1]>[0], id: string) =>
  await db
    .update(records)
    .set({ version: sql`${records.version} + 1` })
    .where(eq(records.id, id));
