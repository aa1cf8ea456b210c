import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleProcedures as people } from '../../access/people/procedures';
import { rolesProcedures } from '../../access/roles/procedures';
import { auditProcedures } from '../../audit/procedures';
import { invoke } from '../../doors/callable';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { collectionsProcedures } from '../../modules/collections/procedures';
import { sessionProcedures } from '../session-procedures';
import { inTheWayOf } from '../testing';
import { workspaceTokenProcedures } from './procedures';

const { create, list, revoke, rotate } = workspaceTokenProcedures.workspaceTokens;

let world: World;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const bearer = (token: string, tenant = a) =>
  webCall('rest', new Headers({ host: tenant.host, authorization: `Bearer ${token}` }));
const make = (more = {}, by = admin) =>
  invoke(
    create,
    {
      ...{ name: 'Night sync', roleId: a.roleIds.company, scopes: ['people.read'] },
      ...{ expiresInDays: 30, ...more },
    },
    by.call(),
  );
const sees = (token: string, tenant = a) => invoke(people.list, {}, bearer(token, tenant));
const refusedAs = (code: string) => expect.objectContaining({ code });

describe('a token of the workspace', () => {
  it('goes on when its maker leaves, is shown once and kept as a hash', async () => {
    const maker = await world.member(a, 'admin');
    const made = await make({}, maker);
    expect(made.token).toMatch(/^rw_/);
    const { people: found } = await invoke(people.list, { q: maker.email }, admin.call());
    const gone = { id: found[0]?.id ?? '', reason: 'Left the choir' };
    const { id } = gone;
    expect(await invoke(people.tokens, { id }, admin.call())).toEqual({ own: 0, workspace: 1 });
    const removed = await invoke(people.remove, gone, admin.call());
    expect(removed).toMatchObject({ workspaceTokens: 1 });
    expect((await sees(made.token)).total).toBe(1);
    const { tokens } = await invoke(list, {}, admin.call());
    expect(tokens).toMatchObject([{ id: made.id, madeByName: 'admin member' }]);
    expect(JSON.stringify(tokens)).not.toContain(made.token);
    const kept = await world.database.query(
      'select 1 from control.workspace_tokens t where t::text like $1',
      [`%${made.token}%`],
    );
    expect(kept).toEqual([]);
  });

  it('is in no answer that a repeated call is kept for', async () => {
    const call = () => ({ ...admin.call(), idempotencyKey: 'once' });
    const wanted = { name: 'Sync', roleId: a.roleIds.company, scopes: ['people.read'] };
    const made = await invoke(create, wanted, call());
    await expect(invoke(create, wanted, call())).rejects.toMatchObject({ code: 'conflict' });
    await expect(invoke(rotate, { id: made.id }, call())).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await invoke(list, {}, admin.call())).tokens).toHaveLength(1);
    const kept = await world.database.query<{ response: unknown }>(
      'select response from control.idempotency_keys where tenant_id = $1',
      [a.tenantId],
    );
    expect(kept).toEqual([{ response: null }]);
  });

  it('acts under its own name, which the trail has together with who made it', async () => {
    const scopes = ['collections.manage', 'people.read'];
    const made = await make({ scopes, roleId: a.roleIds.admin });
    const call = bearer(made.token);
    await invoke(collectionsProcedures.collections.create, { name: 'Singers' }, call);
    const { events } = await invoke(auditProcedures.audit.list, {}, admin.call());
    expect(events.find(({ procedure }) => procedure === 'collections.create')).toMatchObject({
      actorKind: 'client',
      actorName: 'Night sync (admin member)',
    });
  });

  it('may what both its permissions and its role say, at this moment', async () => {
    const roleId = await mintRole(a, ['people.read', 'audit.read']);
    const made = await make({ roleId, scopes: ['people.read'] });
    await expect(invoke(auditProcedures.audit.list, {}, bearer(made.token))).rejects.toEqual(
      refusedAs('forbidden'),
    );
    await sees(made.token);
    const may = (permissions: string[]) =>
      world.database.query('update control.roles set permissions = $2 where id = $1', [
        roleId,
        permissions,
      ]);
    await may(['audit.read', 'branding.manage']);
    await expect(sees(made.token)).rejects.toEqual(refusedAs('forbidden'));
    await may(['people.read']);
    await sees(made.token);
  });

  it('is nobody: no account, no session, no rights over people', async () => {
    const made = await make();
    const { session } = sessionProcedures;
    const { admins } = people;
    await expect(invoke(admins, {}, bearer(made.token))).rejects.toEqual(refusedAs('forbidden'));
    await expect(invoke(session.list, {}, bearer(made.token))).rejects.toEqual(
      refusedAs('forbidden'),
    );
    expect(await invoke(session.get, {}, bearer(made.token))).toMatchObject({ user: null });
    const forPeople = [
      ...['people.manage', 'security.manage', 'tokens.manage', 'workspace.delete'],
      ...['backups.manage', 'features.manage', 'sharing.manage', 'records.moderate'],
    ];
    for (const scope of forPeople) {
      await expect(make({ roleId: a.roleIds.admin, scopes: [scope] })).rejects.toMatchObject({
        fields: { scopes: expect.any(String) },
      });
    }
  });

  it('designs collections, and never says who may see what in them', async () => {
    const made = await make({ scopes: ['collections.manage'], roleId: a.roleIds.admin });
    const { collections, rules } = collectionsProcedures;
    const call = () => bearer(made.token);
    const { id: collectionId } = await invoke(collections.create, { name: 'Singers' }, call());
    const { rules: found } = await invoke(rules.get, { collectionId }, call());
    const wanted = { collectionId, rules: found };
    await expect(invoke(rules.save, wanted, call())).rejects.toEqual(refusedAs('forbidden'));
    await invoke(rules.save, wanted, admin.call());
  });

  it('works in its workspace alone, from its networks alone, until it ends or is revoked', async () => {
    const b = await world.tenant({ poolId: a.poolId });
    const made = await make();
    await expect(sees(made.token, b)).rejects.toEqual(refusedAs('unauthenticated'));
    await world.database.query(
      `insert into control.security_policies (tenant_id, id, networks)
       values ($1, app.uuid7(), '{192.0.2.0/24}')`,
      [a.tenantId],
    );
    await expect(sees(made.token)).rejects.toEqual(refusedAs('forbidden'));
    await world.database.query('delete from control.security_policies where tenant_id = $1', [
      a.tenantId,
    ]);
    await invoke(revoke, { id: made.id }, admin.call());
    await expect(sees(made.token)).rejects.toEqual(refusedAs('unauthenticated'));
    await expect(invoke(revoke, { id: made.id }, admin.call())).rejects.toEqual(
      refusedAs('not_found'),
    );
    const old = await make();
    await world.database.query('update control.workspace_tokens set expires_at = now()');
    await expect(sees(old.token)).rejects.toEqual(refusedAs('unauthenticated'));
  });

  it('passes to another role with the people of one that is deleted, with what both have', async () => {
    const roleId = await mintRole(a, ['people.read', 'records.read']);
    const made = await make({ roleId });
    const wide = await make({ roleId, scopes: ['people.read', 'records.read'] });
    const { guest: replacementId } = a.roleIds;
    const asked = { id: roleId, replacementId };
    expect(await invoke(rolesProcedures.impact, asked, admin.call())).toMatchObject({ tokens: 2 });
    const deletion = { id: roleId, replacementId, reason: 'Not needed any more' };
    await invoke(rolesProcedures.delete, deletion, admin.call());
    await expect(sees(made.token)).rejects.toEqual(refusedAs('unauthenticated'));
    await expect(sees(wide.token)).rejects.toEqual(refusedAs('forbidden'));
    const { tokens } = await invoke(list, {}, admin.call());
    expect(tokens).toMatchObject([
      { id: wide.id, role: { key: 'guest' }, scopes: ['records.read'] },
    ]);
    const [trail] = await world.database.query<{ detail: object }>(
      `select detail from control.audit_events
       where tenant_id = $1 and procedure = 'roles.delete'`,
      [a.tenantId],
    );
    expect(trail?.detail).toMatchObject({ tokens: 2 });
  });
});

describe('making and rotating one', () => {
  it('is for who may manage security and people, with what they have and just proved', async () => {
    const roleId = await mintRole(a, ['security.manage', 'people.read', 'people.manage']);
    const lead = await world.member(a, 'guest');
    const give = (id: string) =>
      world.database.query(
        `update control.membership_roles set role_id = $1 where membership_id =
           (select id from control.memberships where user_id = $2)`,
        [id, lead.userId],
      );
    await give(roleId);
    const narrow = await mintRole(a, ['people.read']);
    const made = await make({ roleId: narrow }, lead);
    await expect(make({}, lead)).rejects.toEqual(refusedAs('forbidden'));
    const wide = { roleId: a.roleIds.admin, scopes: ['branding.manage'] };
    await expect(make(wide, lead)).rejects.toEqual(refusedAs('forbidden'));
    const wider = await make(wide);
    const seen = await invoke(list, {}, lead.call());
    expect(seen.tokens.map(({ id, rotatable }) => [id, rotatable])).toEqual([
      [wider.id, false],
      [made.id, true],
    ]);
    const rotating = { id: wider.id, overlapHours: 0 };
    await expect(invoke(rotate, rotating, lead.call())).rejects.toEqual(refusedAs('forbidden'));
    await give(await mintRole(a, ['security.manage', 'people.read']));
    await expect(make({ roleId: narrow }, lead)).rejects.toEqual(refusedAs('forbidden'));
    await invoke(revoke, { id: made.id }, lead.call());
    await give(roleId);
    await world.database.query(
      `update control.sessions set proven_at = now() - interval '16 minutes' where user_id = $1`,
      [lead.userId],
    );
    await expect(make({ roleId: narrow }, lead)).rejects.toEqual(refusedAs('proof_required'));
  });

  it('refuses what the role does not have, foreign roles, weak roles and tokens', async () => {
    await expect(make({ roleId: a.roleIds.guest, scopes: ['people.read'] })).rejects.toMatchObject({
      fields: { scopes: expect.any(String) },
    });
    const b = await world.tenant();
    await expect(make({ roleId: b.roleIds.basic })).rejects.toMatchObject({
      fields: { roleId: expect.any(String) },
    });
    await expect(make({ name: ' ', scopes: [] })).rejects.toMatchObject({
      fields: { name: expect.any(String), scopes: expect.any(String) },
    });
    const company = await world.member(a, 'company');
    await expect(make({}, company)).rejects.toEqual(refusedAs('forbidden'));
    await expect(invoke(list, {}, company.call())).rejects.toEqual(refusedAs('forbidden'));
    const foreign = await world.member(b, 'admin');
    const made = await make();
    expect((await invoke(list, {}, foreign.call())).tokens).toEqual([]);
    const { id } = made;
    for (const [call, code] of [
      [() => foreign.call(), 'not_found'],
      [() => bearer(made.token), 'forbidden'],
    ] as const) {
      await expect(invoke(rotate, { id }, call())).rejects.toEqual(refusedAs(code));
      await expect(invoke(revoke, { id }, call())).rejects.toEqual(refusedAs(code));
    }
  });

  it('is refused beside a hundred others, however many are made at once', async () => {
    await make();
    await world.database.query(
      `insert into control.workspace_tokens
         (tenant_id, id, client_id, name, token_hash, role_id, scopes, made_by_name)
       select tenant_id, app.uuid7(), app.uuid7(), name, 'hash ' || n, role_id, scopes, made_by_name
       from control.workspace_tokens, generate_series(1, 97) n where tenant_id = $1`,
      [a.tenantId],
    );
    const tries = await Promise.allSettled([make(), make(), make(), make()]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const { tokens } = await invoke(list, {}, admin.call());
    expect(tokens).toHaveLength(100);
    const { id = '' } = tokens[0] ?? {};
    await expect(invoke(rotate, { id }, admin.call())).rejects.toMatchObject({ code: 'limit' });
    await invoke(rotate, { id, overlapHours: 0 }, admin.call());
  });

  it('waits for its turn before it holds the token, as whoever deletes its role does', async () => {
    const { id } = await make();
    const row = `control.workspace_tokens where id = '${id}'`;
    const begin = () => invoke(rotate, { id, overlapHours: 0 }, admin.call());
    await inTheWayOf(world, a, { row, begin });
    expect((await invoke(list, {}, admin.call())).tokens).toHaveLength(1);
  });

  it('gives a successor of the same client, the old one working until the overlap ends', async () => {
    const old = await make();
    const next = await invoke(rotate, { id: old.id, overlapHours: 1 }, admin.call());
    expect(next).toMatchObject({ clientId: old.clientId, name: old.name, scopes: old.scopes });
    expect(next.token).not.toBe(old.token);
    await sees(old.token);
    await sees(next.token);
    const { tokens } = await invoke(list, {}, admin.call());
    expect(tokens.map(({ id }) => id)).toEqual([next.id, old.id]);
    const left = Number(tokens[1]?.expiresAt) - Number(next.createdAt);
    expect(Math.round(left / 3_600_000)).toBe(1);
    await invoke(rotate, { id: next.id, overlapHours: 0 }, admin.call());
    await expect(sees(next.token)).rejects.toEqual(refusedAs('unauthenticated'));
  });
});
