import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { peopleProcedures as people } from './procedures';

let world: World;
let a: TestTenant;
let admin: TestMember;
let foreign: TestMember;

beforeAll(async () => {
  world = await openWorld();
  foreign = await world.member(await world.tenant(), 'admin');
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const invite = async (emails: string[], roleId = a.roleIds.basic, caller = admin) =>
  (
    await invoke(
      people.invite,
      { people: emails.map((email) => ({ email, roleId })) },
      caller.call(),
    )
  ).results;
const pending = async (caller = admin) =>
  (await invoke(people.invitations, {}, caller.call())).invitations;
const mails = async () =>
  (
    await world.database.query<{ n: number }>(
      `select count(*)::int as n from control.outbox where tenant_id = $1 and job = 'mail.deliver'`,
      [a.tenantId],
    )
  )[0]?.n;

describe('people.invite', () => {
  it('invites many, with an outcome for each', async () => {
    const results = await invite([
      'one@example.com',
      ' ONE@example.com ',
      'not an address',
      admin.email,
      'two@example.com',
    ]);
    expect(results.map((row) => row.error)).toEqual([
      null,
      'This address is listed twice.',
      expect.stringContaining('e-mail address'),
      expect.stringContaining('member already'),
      null,
    ]);
    expect((await pending()).map((row) => row.email)).toEqual([
      'two@example.com',
      'one@example.com',
    ]);
    expect(await mails()).toBe(2);
    const audit = await world.database.query<{ detail: object }>(
      `select detail from control.audit_events where tenant_id = $1 and procedure = 'people.invite'`,
      [a.tenantId],
    );
    expect(audit[0]?.detail).toMatchObject({ invited: 2, refused: 3 });
  });

  it('calls the invited by the name that was written, and refuses one that is none, by itself', async () => {
    const call = { ...admin.call(), language: async () => 'ko' as const };
    const row = (email: string, name: string) => ({ email, name, roleId: a.roleIds.basic });
    const rows = [row('kim@example.com', ' Kim Min '), row('x@example.com', '<b>'), row('y@', '')];
    const { results } = await invoke(people.invite, { people: rows }, call);
    expect(results.map(({ error }) => error)).toEqual([
      null,
      '제어 문자와 꺾쇠괄호는 쓸 수 없습니다.',
      'name@example.com처럼 이메일 주소를 입력하세요.',
    ]);
    expect((await pending()).map(({ email, name }) => [email, name])).toEqual([
      ['kim@example.com', 'Kim Min'],
    ]);
    const id = results[0]?.invitationId ?? '';
    await invoke(people.resend, { id }, admin.call());
    expect((await pending())[0]?.name).toBe('Kim Min');
  });

  it('puts a new invitation in place of one whose time is over', async () => {
    const [old] = await invite(['one@example.com']);
    await world.database.query(`update control.invitations set expires_at = now() where id = $1`, [
      old?.invitationId,
    ]);
    const [anew] = await invite(['ONE@example.com']);
    expect((await pending()).map(({ id, expired }) => [id, expired])).toEqual([
      [anew?.invitationId, false],
    ]);
  });

  it('gives no role that may do more than the inviter', async () => {
    const lead = await world.member(a, 'guest');
    const limited = await mintRole(a, ['people.read', 'people.manage']);
    const rows = (await invoke(people.list, { q: lead.email }, admin.call())).people;
    const change = { id: rows[0]?.id ?? '', roleIds: [limited], reason: 'Leads' };
    await invoke(people.changeRoles, change, admin.call());
    const [refused] = await invite(['x@example.com'], a.roleIds.admin, lead);
    expect(refused?.error).toMatch(/more than you/);
    const [sent] = await invite(['x@example.com'], limited, lead);
    expect(sent?.error).toBeNull();
  });

  it('does not know a role of another tenant', async () => {
    const b = await world.tenant();
    const [refused] = await invite(['x@example.com'], b.roleIds.basic);
    expect(refused).toMatchObject({ invitationId: null, error: expect.any(String) });
    expect(await pending()).toEqual([]);
  });

  it('refuses weak roles and bad input', async () => {
    const company = await world.member(a, 'company');
    await expect(invite(['x@example.com'], a.roleIds.guest, company)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(pending(company)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(invite([])).rejects.toMatchObject({ fields: { people: expect.any(String) } });
    await expect(invite(['x@example.com'], 'basic')).rejects.toMatchObject({
      fields: { 'people.0.roleId': expect.any(String) },
    });
  });
});

describe('people.resend and people.revoke', () => {
  it('sends a new link in place of the old one', async () => {
    const [sent] = await invite(['one@example.com']);
    const id = sent?.invitationId ?? '';
    const again = await invoke(people.resend, { id }, admin.call());
    expect((await pending()).map((row) => row.id)).toEqual([again.id]);
    expect(await mails()).toBe(2);
    await expect(invoke(people.resend, { id }, admin.call())).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('revives an expired invitation', async () => {
    const [sent] = await invite(['one@example.com']);
    await world.database.query(`update control.invitations set expires_at = now() where id = $1`, [
      sent?.invitationId,
    ]);
    expect((await pending())[0]?.expired).toBe(true);
    await invoke(people.resend, { id: sent?.invitationId ?? '' }, admin.call());
    expect((await pending()).map((row) => row.expired)).toEqual([false]);
  });

  it('takes an invitation back once', async () => {
    const [sent] = await invite(['one@example.com']);
    const id = sent?.invitationId ?? '';
    await invoke(people.revoke, { id }, admin.call());
    expect(await pending()).toEqual([]);
    await expect(invoke(people.revoke, { id }, admin.call())).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('refuses other tenants, weak roles and bad input', async () => {
    const [sent] = await invite(['one@example.com']);
    const id = sent?.invitationId ?? '';
    const company = await world.member(a, 'company');
    for (const verb of [people.resend, people.revoke]) {
      await expect(invoke(verb, { id }, foreign.call())).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(invoke(verb, { id }, company.call())).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(invoke(verb, { id: 'x' }, admin.call())).rejects.toMatchObject({
        fields: { id: expect.any(String) },
      });
    }
    expect(await pending()).toHaveLength(1);
  });
});
