import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleProcedures as people } from '../access/people/procedures';
import { invoke } from '../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../doors/testing';
import { invitationProcedures } from './invitation-procedures';
import { joinProcedures } from './joining/procedures';
import { mailsTo, runJobs, tokenIn } from './testing';

const { get, accept } = invitationProcedures.invitation;

let world: World;
let tenant: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  tenant = await world.tenant();
  admin = await world.member(tenant, 'admin');
});

const limit = (seats: number) =>
  world.database.query(
    `insert into control.limit_overrides (tenant_id, id, name, max, reason, by_name)
     values ($1, app.uuid7(), 'members', $2, 'As agreed', 'Staff')
     on conflict (tenant_id, name) where ended_at is null do update set max = $2`,
    [tenant.tenantId, seats],
  );
const seats = () => invoke(people.seats, {}, admin.call());
const membersOf = () =>
  world.database.query<{ id: string }>('select id from control.memberships where tenant_id = $1', [
    tenant.tenantId,
  ]);
const accountsOf = () =>
  world.database.query('select 1 from control.users where pool_id = $1', [tenant.poolId]);

let round = 0;
/** Tokens of invitations to that many strangers. */
async function invited(n: number): Promise<string[]> {
  round += 1;
  const emails = Array.from({ length: n }, (_, at) => `seat-${round}-${at}@example.com`);
  const { basic: roleId } = tenant.roleIds;
  await invoke(people.invite, { people: emails.map((email) => ({ email, roleId })) }, admin.call());
  await runJobs(world);
  const mails = await Promise.all(emails.map((email) => mailsTo(world, email)));
  return mails.map(([mail]) => tokenIn(mail?.text ?? ''));
}
const take = (token: string) =>
  invoke(accept, { token, name: 'Comer', password: 'slow-green-tractor' }, world.anonymous(tenant));
const look = (token: string) => invoke(get, { token }, world.anonymous(tenant));

describe('the last seat', () => {
  it('goes to one of many at once, and the other invitations stay good', async () => {
    await limit(2);
    const tokens = await invited(8);
    const tries = await Promise.allSettled(tokens.map(take));
    const losers = tokens.filter((_, at) => tries[at]?.status === 'rejected');
    expect(losers).toHaveLength(7);
    for (const one of tries) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'limit' });
    }
    expect([await membersOf(), await accountsOf()].map((rows) => rows.length)).toEqual([2, 2]);
    expect(await seats()).toEqual({ taken: 2, limit: 2, invited: 7 });
    expect(await look(losers[0] ?? '')).toMatchObject({ state: 'no_seat' });
    await limit(3);
    expect(await look(losers[0] ?? '')).toMatchObject({ state: 'open' });
    await expect(take(losers[0] ?? '')).resolves.toHaveProperty('ticket');
    expect(await seats()).toEqual({ taken: 3, limit: 3, invited: 6 });
  }, 60_000);

  it('is free again when somebody is removed, and not when they are suspended', async () => {
    const guest = await world.member(tenant, 'guest');
    await limit(2);
    const [token = ''] = await invited(1);
    const { people: found } = await invoke(people.list, { q: guest.email }, admin.call());
    const who = { id: found[0]?.id ?? '', reason: 'Left the choir' };
    await invoke(people.suspend, who, admin.call());
    await expect(take(token)).rejects.toMatchObject({ code: 'limit' });
    await invoke(people.remove, who, admin.call());
    expect((await seats()).taken).toBe(1);
    await expect(take(token)).resolves.toHaveProperty('ticket');
  });

  it('was taken before the limit fell below it: all stay, and nobody comes', async () => {
    const [first = '', second = ''] = await invited(2);
    await take(first);
    await limit(1);
    expect(await seats()).toEqual({ taken: 2, limit: 1, invited: 1 });
    await expect(take(second)).rejects.toMatchObject({ code: 'limit' });
    expect(await membersOf()).toHaveLength(2);
  });
});

describe('who joins by an e-mail domain', () => {
  it('needs a seat, and the link goes on working without one', async () => {
    await world.database.query(
      `insert into control.email_domains (tenant_id, id, domain, proof, state, joins, join_role_id,
         joins_set_by)
       values ($1, app.uuid7(), 'seats.example.com', 'x', 'verified', true, $2, $3)`,
      [tenant.tenantId, tenant.roleIds.basic, admin.userId],
    );
    await world.database.query(
      `insert into control.email_domain_holders (pool_id, domain, tenant_id, proven_at, next_check_at)
       values ($1, 'seats.example.com', $2, now(), now() + interval '1 day')`,
      [tenant.poolId, tenant.tenantId],
    );
    const email = 'ann@seats.example.com';
    const { request, get: view, accept: join } = joinProcedures.joining;
    await invoke(request, { email }, world.anonymous(tenant));
    await runJobs(world);
    const token = tokenIn((await mailsTo(world, email))[0]?.text ?? '');
    const joining = () =>
      invoke(join, { token, name: 'Ann', password: 'slow-green-tractor' }, world.anonymous(tenant));
    await limit(1);
    await expect(joining()).rejects.toMatchObject({ code: 'limit' });
    expect(await invoke(view, { token }, world.anonymous(tenant))).toMatchObject({
      state: 'no_seat',
    });
    await limit(2);
    await expect(joining()).resolves.toHaveProperty('ticket');
  });
});
