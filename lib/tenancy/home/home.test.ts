import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Callable, invoke } from '../../doors/callable';
import { proceduresByName, runJob } from '../../doors/job';
import { openWorld, type TestMember, type TestTenant, type World } from '../../doors/testing';
import { homeProcedures } from './procedures';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const overview = (member: TestMember) => invoke(homeProcedures.overview, {}, member.call());

const run = (name: string, input: unknown, member: TestMember) =>
  invoke(proceduresByName.get(name) as Callable<never, never>, input as never, member.call());

const own = ({ tenantId }: TestTenant, { userId }: TestMember) =>
  world.database.query(`update control.tenants set owner_id = $2 where id = $1`, [
    tenantId,
    userId,
  ]);

describe('first steps', () => {
  it('lead the founder by what the data says, and go when all is done', async () => {
    const tenant = await world.tenant();
    const founder = await world.member(tenant, 'admin');
    await own(tenant, founder);
    const before = (await overview(founder)).firstSteps;
    expect(before.map(({ title, done }) => [title, done])).toEqual([
      ['Choose your look', true],
      ['Invite a colleague', false],
      ['Make a collection', false],
      ['Bring your data', false],
      ['Give a task', false],
    ]);
    await world.member(tenant, 'basic');
    await run('collections.create', { name: 'Orders' }, founder);
    expect((await overview(founder)).firstSteps.filter(({ done }) => !done)).toHaveLength(2);
    await world.rowsOf(
      tenant,
      `insert into audit_events (tenant_id, id, procedure, door, actor_kind, request_id)
       values ($1, $2, 'imports.start', 'rest', 'user', $2),
         ($1, $3, 'tasks.create', 'rest', 'user', $2)`,
      [tenant.tenantId, uuidv7(), uuidv7()],
    );
    expect((await overview(founder)).firstSteps).toEqual([]);
  });

  it('are for the founder alone, and for the first weeks', async () => {
    const tenant = await world.tenant();
    const founder = await world.member(tenant, 'admin');
    const other = await world.member(tenant, 'admin');
    await own(tenant, founder);
    expect((await overview(other)).firstSteps).toEqual([]);
    await world.database.query(
      `update control.tenants set created_at = now() - interval '61 days' where id = $1`,
      [tenant.tenantId],
    );
    expect((await overview(founder)).firstSteps).toEqual([]);
  });
});

describe('sample contents', () => {
  it('are said to be on their way until their job has run', async () => {
    const tenant = await world.tenant();
    const founder = await world.member(tenant, 'admin');
    await own(tenant, founder);
    expect((await overview(founder)).filling).toBe(false);
    const outboxId = uuidv7();
    await world.database.query(
      `insert into control.outbox (tenant_id, id, job, payload)
       values ($1, $2, 'collections.sample', '{}')`,
      [tenant.tenantId, outboxId],
    );
    expect((await overview(founder)).filling).toBe(true);
    const task = { plane: 'control', outboxId, job: 'collections.sample', input: {} } as const;
    await runJob({ tenantId: tenant.tenantId, ...task });
    expect((await overview(founder)).filling).toBe(false);
  });
});

describe('news', () => {
  it('says who did what, joins repeats, and leads to the place', async () => {
    const tenant = await world.tenant();
    const admin = await world.member(tenant, 'admin');
    const guest = await world.member(tenant, 'guest');
    const { id } = (await run('collections.create', { name: 'Orders' }, admin)) as { id: string };
    for (let n = 0; n < 3; n += 1) {
      await run('records.create', { collectionId: id, data: {} }, admin);
    }
    const { changes } = await overview(guest);
    expect(changes.map(({ did, times, path, place }) => [did, times, path, place])).toEqual([
      ['added a record', 3, `/collections/${id}`, 'Orders'],
      ['made a collection', 1, `/collections/${id}`, 'Orders'],
    ]);
    expect(changes[0]).toMatchObject({ who: 'admin member', tenantId: tenant.tenantId });
  });

  it('is not for strangers, nor where the module is off', async () => {
    const tenant = await world.tenant();
    const admin = await world.member(tenant, 'admin');
    await run('collections.create', { name: 'Orders' }, admin);
    const stranger = await world.member(await world.tenant(), 'admin');
    expect((await overview(stranger)).changes).toEqual([]);
    await expect(
      invoke(homeProcedures.overview, {}, world.anonymous(tenant)),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
    await world.database.query(
      `insert into control.tenant_modules (tenant_id, id, module, enabled)
       values ($1, app.uuid7(), 'collections', false)`,
      [tenant.tenantId],
    );
    expect((await overview(admin)).changes).toEqual([]);
  });
});
