import { eq } from 'drizzle-orm';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { collections } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { rulesProcedures as rules } from './procedures';
import { openRule } from './shapes';

let world: World;
let actors: Actors;

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
});
afterAll(() => world.end());

it('rules are not written while something else is asked elsewhere', async () => {
  const { id: collectionId } = await mintCollection(actors.admin, 'Cases', [
    { name: 'Name', type: 'text' },
  ]);
  const holder = new pg.Client({ connectionString: world.database.adminUrl });
  await holder.connect();
  try {
    const call = actors.admin.call();
    await call.caller();
    await holder.query('begin');
    await holder.query('lock table control.roles in access exclusive mode');
    const saving = invoke(
      rules.save,
      { collectionId, rules: { roles: {}, others: openRule } },
      call,
    );
    await vi.waitFor(
      async () => {
        // Not by the holder: a transaction sees the connections there were when it first looked.
        const rows = await world.database.query(
          `select 1 from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        );
        expect(rows).toHaveLength(1);
      },
      { timeout: 20_000 },
    );
    const { tenantId } = actors.tenant;
    const free = await withTenant(
      mintTenantScope({ tenantId, actorId: null, requestId: uuidv7() }),
      (db) =>
        db
          .select({ id: collections.id })
          .from(collections)
          .where(eq(collections.id, collectionId))
          .for('update', { noWait: true }),
      { write: true },
    );
    expect(free).toHaveLength(1);
    await holder.query('rollback');
    expect((await saving).rules.others).toEqual(openRule);
  } finally {
    await holder.end();
  }
}, 60_000);
