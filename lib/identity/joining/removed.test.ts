import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { type NameServer, startNameServer } from '@/lib/egress/testing/name-server';
import { provenDomain } from '../domains/testing/domain-stage';
import { countJoinMail, joinMailsOfDay } from '../guesses';
import { keyedHash } from '../secrets';
import { mailsTo, runJobs, tokenIn } from '../testing';
import { joinProcedures } from './procedures';

const { request, accept } = joinProcedures.joining;

let world: World;
let names: NameServer;
let a: TestTenant;
let admin: TestMember;
let domain = '';
let made = 0;

beforeAll(async () => {
  names = await startNameServer();
  vi.stubEnv('DNS_SERVERS', names.address);
  world = await openWorld();
});
afterAll(async () => {
  await names.end();
  await world.end();
});
beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  domain = `hazel-works-${made++}.com`;
  await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
});

const newcomer = { name: 'New Person', password: 'slow-green-tractor' };
const ask = async (email: string, tenant = a) => {
  expect(await invoke(request, { email }, world.anonymous(tenant))).toEqual({});
  await runJobs(world);
};
const asked = async (email: string) => {
  await ask(email);
  return tokenIn((await mailsTo(world, email))[0]?.text ?? '');
};
const take = (token: string) => invoke(accept, { token, ...newcomer }, world.anonymous(a));

describe('nobody', () => {
  it('comes back with a new account of an address that was removed', async () => {
    const email = `Ivy@${domain}`;
    await take(await asked(email));
    const [member] = await world.database.query<{ id: string }>(
      `select m.id from control.memberships m join control.users u on u.id = m.user_id
       where u.email = $1`,
      [email],
    );
    await invoke(peopleProcedures.remove, { id: member?.id ?? '', reason: 'Left' }, admin.call());
    // As when the account is deleted with the last of its memberships.
    await world.database.query(
      `update control.users set email = id::text, email_key = id::text where email = $1`,
      [email],
    );
    const sent = (await mailsTo(world, email)).length;
    await ask(email);
    await ask(email.toLowerCase());
    expect(await mailsTo(world, email)).toHaveLength(sent);
    expect(await mailsTo(world, email.toLowerCase())).toEqual([]);
    const [kept] = await world.database.query<{ row: string }>(
      `select r::text as row from control.removed_addresses r where tenant_id = $1`,
      [a.tenantId],
    );
    expect(kept?.row).not.toMatch(/ivy/i);
    // Elsewhere they are a stranger like any other.
    const b = await world.tenant();
    const other = await world.member(b, 'admin');
    await provenDomain(names, other, { domain, roleId: b.roleIds.basic });
    await ask(email, b);
    expect(await mailsTo(world, email)).toHaveLength(sent + 1);
  });

  it('is mailed above so many by one domain, which nobody is told', async () => {
    const full = Array.from({ length: 200 }, () => countJoinMail(a.tenantId, domain));
    expect(new Set(await Promise.all(full))).toEqual(new Set(['goes']));
    await ask(`lea@${domain}`);
    expect(await mailsTo(world, `lea@${domain}`)).toEqual([]);
    expect(await mailsTo(world, admin.email)).toEqual([]);
    await provenDomain(names, admin, { domain: `two-${domain}`, roleId: a.roleIds.basic });
    await ask(`lea@two-${domain}`);
    expect(await mailsTo(world, `lea@two-${domain}`)).toHaveLength(1);
  });

  it('is mailed above so many in a day, which admins are told once', async () => {
    const counted = async () => await countJoinMail(a.tenantId, domain);
    await counted();
    await world.database.query(
      `update control.attempts set count = $2, resets_at = now() + interval '1 hour' where key = $1`,
      [keyedHash('join-mail-day', a.tenantId, domain), joinMailsOfDay],
    );
    for (const name of ['may', 'noa']) {
      await ask(`${name}@${domain}`);
      expect(await mailsTo(world, `${name}@${domain}`)).toEqual([]);
    }
    const told = await mailsTo(world, admin.email);
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining(`by ${domain}`)]);
    expect(told[0]?.text).toContain('1,000');
    // The next mail is due with the next day of the count, not a day after this one was sent.
    const [ends] = await world.database.query<{ apart: number }>(
      `select abs(extract(epoch from day.resets_at - told.resets_at))::int as apart
       from control.attempts day, control.attempts told where day.key = $1 and told.key = $2`,
      ['day', 'told'].map((kind) => keyedHash(`join-mail-${kind}`, a.tenantId, domain)),
    );
    expect(ends?.apart).toBeLessThanOrEqual(1);
  });
});
