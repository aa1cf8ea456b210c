import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetAttempts } from '@/db/directory';
import { insertStaff } from '@/db/installation';
import { testTier } from '@/db/testing/tier';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { sessionCookie, staffCookie } from '@/lib/identity/cookies';
import { hashPassword } from '@/lib/identity/passwords/hashing';
import { hashToken, keyedHash, newToken } from '@/lib/identity/secrets';
import { peopleProcedures as people } from '../access/people/procedures';
import { auditProcedures } from '../audit/procedures';
import { platformAuditProcedures as platformAudit } from './audit/procedures';
import { staffProcedures as staff } from './staff/procedures';
import { tenantsProcedures as tenants } from './tenants/procedures';

const email = 'rowan@rowhouse.example';
const password = 'a long enough password';
const consoleHost = 'console.rowhouse.localhost';
const reason = 'Asked for by its owner';

let world: World;
let token: string;
let a: TestTenant;
let b: TestTenant;
let admin: TestMember;

const from = (host: string, cookie: string | null, address = '10.0.0.1'): DoorCall =>
  webCall('rest', new Headers({ host, ...(cookie && { cookie }) }), address);
const asStaff = () => from(consoleHost, `${staffCookie()}=${token}`);
const signIn = (typed: { email?: string; password?: string } = {}, address?: string) =>
  invoke(staff.signIn, { email, password, ...typed }, from(consoleHost, null, address));

const codesOf = async (attempts: Promise<unknown>[]) =>
  (await Promise.allSettled(attempts)).map((one) =>
    one.status === 'rejected' ? one.reason.code : 'answered',
  );

beforeAll(async () => {
  world = await openWorld();
  await insertStaff(world.database.adminUrl, {
    email,
    name: 'Rowan',
    passwordHash: await hashPassword(password),
    tokenHash: hashToken(newToken()),
  });
  token = (await signIn()).token;
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  b = await world.tenant();
  admin = await world.member(a, 'admin');
});

describe('staff sign-in', () => {
  it('opens a session that ends on sign-out, and says so in the record', async () => {
    const opened = await signIn({ email: ' ROWAN@rowhouse.example ' });
    const call = () => from(consoleHost, `${staffCookie()}=${opened.token}`);
    expect(await invoke(staff.me, {}, call())).toMatchObject({ name: 'Rowan', email });
    expect(await invoke(staff.signOut, {}, call())).toEqual({ ended: true });
    await expect(invoke(staff.me, {}, call())).rejects.toMatchObject({ code: 'unauthenticated' });
    const { events } = await invoke(platformAudit.list, { who: 'rowan' }, asStaff());
    expect(events.map((event) => event.procedure).slice(0, 2)).toEqual([
      'staff.signOut',
      'staff.signIn',
    ]);
  });

  it('keeps a token hashed and no password anywhere', async () => {
    const [row] = await world.database.query<{ n: number }>(
      'select count(*)::int as n from control.staff_sessions where token_hash = $1',
      [token],
    );
    expect(row?.n).toBe(0);
  });

  it('answers a wrong password and an unknown account alike', async () => {
    const wrong = await signIn({ password: 'not it at all' }).catch((error) => error);
    const unknown = await signIn({ email: 'nobody@rowhouse.example' }).catch((error) => error);
    expect(wrong).toMatchObject({ code: 'unauthenticated' });
    expect([unknown.code, unknown.message]).toEqual([wrong.code, wrong.message]);
  });

  it('evaluates at most ten guesses at an account, from wherever they come', async () => {
    const guesses = Array.from({ length: 25 }, (_, n) =>
      signIn({ email: 'guessed@rowhouse.example', password: `guess ${n}` }, `10.1.${n}.1`).catch(
        (error) => error.code,
      ),
    );
    const codes = await Promise.all(guesses);
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(10);
    expect(codes.filter((code) => code === 'limit')).toHaveLength(15);
    await forgetAttempts(keyedHash('staff', 'guessed@rowhouse.example'));
  });

  it('takes a network of one subscriber for one address', async () => {
    const codes = await Promise.all(
      Array.from({ length: 34 }, (_, n) =>
        signIn({ email: `spread-${n}@rowhouse.example` }, `2001:db8:7:7::${n}`).catch(
          (error) => error.code,
        ),
      ),
    );
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(30);
    expect(codes.filter((code) => code === 'limit')).toHaveLength(4);
  });

  it('names what is wrong with the input', async () => {
    await expect(signIn({ email: 'rowan', password: '' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { email: expect.any(String), password: expect.any(String) },
    });
  });
});

describe('the wall between console and tenants', () => {
  it('gives a staff session nothing on a tenant host', async () => {
    for (const name of [staffCookie(), sessionCookie()]) {
      const call = from(a.host, `${name}=${token}`);
      await expect(invoke(people.list, {}, call)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      const onTenant = from(a.host, `${name}=${token}`);
      await expect(invoke(tenants.list, {}, onTenant)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('gives a member session nothing on the console', async () => {
    for (const name of [staffCookie(), sessionCookie()]) {
      const call = () => from(consoleHost, `${name}=${admin.token}`);
      await expect(invoke(tenants.list, {}, call())).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      await expect(invoke(people.list, {}, call())).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('does not serve staff procedures elsewhere, nor to anonymous callers', async () => {
    for (const call of [admin.call(), world.anonymous(a)]) {
      await expect(invoke(staff.signIn, { email, password }, call)).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    const inputs = { id: a.tenantId, reason };
    const refused = [
      invoke(tenants.get, { id: a.tenantId }, from(consoleHost, null)),
      invoke(tenants.suspend, inputs, from(consoleHost, null)),
      invoke(platformAudit.list, {}, from(consoleHost, null)),
    ];
    expect(new Set(await codesOf(refused))).toEqual(new Set(['unauthenticated']));
  });
});

describe('tenants.list and tenants.get', () => {
  it('finds by name, slug, id and domain, and counts by status', async () => {
    const find = async (q: string) =>
      (await invoke(tenants.list, { q }, asStaff())).tenants.map((row) => row.id);
    expect(await find(a.slug.toUpperCase())).toEqual([a.tenantId]);
    expect(await find(a.tenantId)).toEqual([a.tenantId]);
    const host = `learn.${a.slug}.example`;
    await world.database.query(
      `insert into control.domains (tenant_id, id, host, proof) values ($1, $1, $2, 'x')`,
      [a.tenantId, host],
    );
    expect(await find(host)).toEqual([a.tenantId]);
    expect(await find('%')).toEqual([]);
    const page = await invoke(tenants.list, { size: 1, status: 'active' }, asStaff());
    expect(page.tenants).toHaveLength(1);
    expect(page.total).toBe(page.byStatus.active);
  });

  it('shows one tenant: facts, placement, people, domains, modules, size', async () => {
    await world.member(a, 'basic');
    const found = await invoke(tenants.get, { id: a.tenantId }, asStaff());
    expect(found).toMatchObject({
      slug: a.slug,
      status: 'active',
      members: 2,
      brandVersion: 1,
      placement: { tier: testTier(), state: 'active' },
    });
    expect(found.roles.find((role) => role.key === 'admin')?.members).toBe(1);
    const size = await invoke(tenants.size, { id: a.tenantId }, asStaff());
    expect(size.tables.find(({ name }) => name === 'people')?.rows).toBe(2);
    const absent = { id: '01900000-0000-7000-8000-000000000000' };
    const refused = [
      invoke(tenants.get, absent, asStaff()),
      invoke(tenants.size, absent, asStaff()),
      invoke(tenants.suspend, { ...absent, reason }, asStaff()),
    ];
    expect(await codesOf(refused)).toEqual(['not_found', 'not_found', 'not_found']);
    await expect(invoke(tenants.get, { id: 'x' }, asStaff())).rejects.toMatchObject({
      fields: { id: expect.any(String) },
    });
  });
});

describe('tenants.create', () => {
  const form = (slug: string) => ({
    name: 'Harbour Choir',
    slug,
    content: 'empty' as const,
    owner: { name: 'Ida Berg', email: 'ida@choir.example' },
    reason,
  });

  it('opens a tenant whose owner chooses a password by mail, recorded on both sides', async () => {
    const slug = `choir-${newToken()
      .slice(0, 8)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '0')}`;
    const made = await invoke(tenants.create, form(slug), asStaff());
    expect(made.url).toContain(`${slug}.rowhouse.localhost`);
    const found = await invoke(tenants.get, { id: made.id }, asStaff());
    expect(found).toMatchObject({ name: 'Harbour Choir', members: 1, status: 'active' });
    const [facts] = await world.database.query(
      `select (select count(*)::int from control.outbox where tenant_id = $1 and job = 'mail.deliver') as mails,
       (select actor_kind from control.audit_events where tenant_id = $1) as actor,
       (select reason from control.platform_audit where tenant_id = $1) as reason,
       (select purpose from control.one_time_tokens where tenant_id = $1 and purpose = 'reset') as link`,
      [made.id],
    );
    expect(facts).toEqual({ mails: 1, actor: 'staff', reason, link: 'reset' });
    await expect(invoke(tenants.create, form(slug), asStaff())).rejects.toMatchObject({
      code: 'conflict',
      fields: { slug: expect.any(String) },
    });
  });

  it('is for staff only and names what is wrong', async () => {
    const refused = [
      invoke(tenants.create, form('choir-x'), from(consoleHost, null)),
      invoke(tenants.create, form('choir-x'), admin.call()),
    ];
    expect(await codesOf(refused)).toEqual(['unauthenticated', 'not_found']);
    const bad = { ...form('admin'), owner: { name: '', email: 'x' }, reason: '' };
    await expect(invoke(tenants.create, bad, asStaff())).rejects.toMatchObject({
      fields: {
        slug: expect.any(String),
        'owner.email': expect.any(String),
        reason: expect.any(String),
      },
    });
  });
});

describe('tenants.suspend and tenants.resume', () => {
  it('shuts every door at the next request of somebody signed in, and opens them again', async () => {
    expect((await invoke(people.list, {}, admin.call())).total).toBe(1);
    await invoke(tenants.suspend, { id: a.tenantId, reason }, asStaff());
    await expect(invoke(people.list, {}, admin.call())).rejects.toMatchObject({
      code: 'precondition',
    });
    const foreign = await world.member(b, 'admin');
    expect((await invoke(people.list, {}, foreign.call())).total).toBe(1);
    await invoke(tenants.resume, { id: a.tenantId, reason }, asStaff());
    expect((await invoke(people.list, {}, admin.call())).total).toBe(1);
  });

  it('is told to the tenant and recorded of the staff, with the reason', async () => {
    await invoke(tenants.suspend, { id: a.tenantId, reason }, asStaff());
    await invoke(tenants.resume, { id: a.tenantId, reason }, asStaff());
    const { events } = await invoke(auditProcedures.audit.list, {}, admin.call());
    expect(events.map((event) => [event.procedure, event.actorName])).toEqual([
      ['tenants.resume', 'Platform staff'],
      ['tenants.suspend', 'Platform staff'],
    ]);
    const record = await invoke(platformAudit.list, { tenantId: a.tenantId }, asStaff());
    expect(record.events.map((event) => [event.procedure, event.reason])).toEqual([
      ['tenants.resume', reason],
      ['tenants.suspend', reason],
    ]);
    const access = await world.database.query<{ n: number }>(
      'select count(*)::int as n from control.platform_access where reason = $1',
      [reason],
    );
    expect(access[0]?.n).toBeGreaterThanOrEqual(2);
  });

  it('refuses a second time, keeps no trace of a refusal, and wants a reason', async () => {
    await expect(
      invoke(tenants.resume, { id: a.tenantId, reason }, asStaff()),
    ).rejects.toMatchObject({ code: 'precondition' });
    const record = await invoke(platformAudit.list, { tenantId: a.tenantId }, asStaff());
    expect(record.events).toEqual([]);
    await expect(
      invoke(tenants.suspend, { id: a.tenantId, reason: '' }, asStaff()),
    ).rejects.toMatchObject({ fields: { reason: expect.any(String) } });
    const twice = await Promise.allSettled(
      [1, 2, 3].map(() => invoke(tenants.suspend, { id: a.tenantId, reason }, asStaff())),
    );
    expect(twice.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});
