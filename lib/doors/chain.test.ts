import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collections } from '@/db/schema/tenant';
import { notFound } from '../errors';
import { invoke } from './callable';
import { procedure } from './procedure';
import { openWorld, setStatus, type TestTenant, type World } from './testing';

const Named = z.strictObject({ name: z.string().min(1).max(40) });

const make = procedure(
  {
    name: 'things.make',
    summary: 'Makes a thing',
    method: 'POST',
    path: null,
    permission: 'collections.manage',
    plane: 'tenant',
    module: 'collections',
    input: Named,
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, input) => {
    const [made] = await ctx.db.insert(collections).values(input).returning({ id: collections.id });
    if (!made || input.name === 'fail') throw notFound('The thing');
    ctx.about('thing', made.id);
    return made;
  },
);

const list = procedure(
  {
    name: 'things.list',
    summary: 'Lists things',
    method: 'GET',
    path: null,
    permission: 'records.read',
    plane: 'tenant',
    module: 'collections',
    input: z.strictObject({}),
    output: z.array(z.object({ name: z.string() })),
  },
  async (ctx) => await ctx.db.select({ name: collections.name }).from(collections),
);

describe('the chain', () => {
  let world: World;
  let a: TestTenant;
  let b: TestTenant;

  beforeAll(async () => {
    world = await openWorld();
    a = await world.tenant();
    b = await world.tenant();
  });
  afterAll(() => world.end());

  it('runs a verb for a member with the right, and audits it in the same transaction', async () => {
    const admin = await world.member(a, 'admin');
    const { id } = await invoke(make, { name: 'one' }, admin.call());
    const rows = await world.rowsOf(
      a,
      `select procedure, actor_id, target_id from audit_events where target_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ procedure: 'things.make', actor_id: admin.userId, target_id: id }]);
    const logged = await world.rowsOf(
      a,
      `select operation, actor_id from change_log where row_id = $1`,
      [id],
    );
    expect(logged).toEqual([{ operation: 'insert', actor_id: admin.userId }]);
  });

  it('leaves neither row nor audit when the verb throws', async () => {
    const admin = await world.member(a, 'admin');
    await expect(invoke(make, { name: 'fail' }, admin.call())).rejects.toMatchObject({
      code: 'not_found',
    });
    const rows = await world.rowsOf(
      a,
      `select 1 from audit_events where actor_id = $1
       union all select 1 from collections where name = 'fail'`,
      [admin.userId],
    );
    expect(rows).toEqual([]);
  });

  it('refuses anonymous, weak role, foreign session, suspended tenant and bad input', async () => {
    const admin = await world.member(a, 'admin');
    const guest = await world.member(a, 'guest');
    const refusals = [
      [world.anonymous(a), { name: 'x' }, 'unauthenticated'],
      [guest.call(), { name: 'x' }, 'forbidden'],
      [admin.call(), { name: '' }, 'invalid'],
      [admin.call(), { name: 'x', tenantId: b.tenantId } as never, 'invalid'],
    ] as const;
    for (const [call, input, code] of refusals) {
      await expect(invoke(make, input, call)).rejects.toMatchObject({ code });
    }
    await setStatus(a, 'suspended');
    await expect(invoke(make, { name: 'x' }, admin.call())).rejects.toMatchObject({
      code: 'precondition',
    });
    await setStatus(a, 'active');
  });

  it('shows a tenant its own rows only', async () => {
    const [adminA, adminB] = [await world.member(a, 'admin'), await world.member(b, 'admin')];
    await invoke(make, { name: 'only in b' }, adminB.call());
    expect(await invoke(list, {}, adminB.call())).toEqual([{ name: 'only in b' }]);
    const names = (await invoke(list, {}, adminA.call())).map((row) => row.name);
    expect(names).not.toContain('only in b');
  });

  it('answers a repeated Idempotency-Key as before, and refuses it for another request', async () => {
    const admin = await world.member(a, 'admin');
    const call = () => ({ ...admin.call(), idempotencyKey: 'k-1' });
    const first = await invoke(make, { name: 'once' }, call());
    expect(await invoke(make, { name: 'once' }, call())).toEqual(first);
    await expect(invoke(make, { name: 'other' }, call())).rejects.toMatchObject({
      code: 'conflict',
    });
    const rows = await world.rowsOf(a, `select 1 from collections where name = 'once'`);
    expect(rows).toHaveLength(1);
  });

  it('hides a module that is off', async () => {
    const admin = await world.member(b, 'admin');
    await world.database.query(
      `insert into control.tenant_modules (tenant_id, id, module, enabled) values ($1, app.uuid7(), 'collections', false)`,
      [b.tenantId],
    );
    await expect(invoke(list, {}, admin.call())).rejects.toMatchObject({ code: 'not_found' });
  });
});
