import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testTier } from '@/db/testing/tier';
import { auditProcedures } from '@/lib/audit/procedures';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { mintRole, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { tokenProcedures } from '@/lib/identity/tokens/procedures';
import { memberFieldProcedures as fields } from './member-field-procedures';
import { peopleProcedures as people } from './procedures';
import { openFieldStage } from './testing/field-stage';

type Stage = Awaited<ReturnType<typeof openFieldStage>>;
let stage: Stage;
let world: World;
let a: TestTenant;
let admin: TestMember;
let basic: TestMember;
let other: TestMember;

beforeAll(async () => {
  stage = await openFieldStage();
  world = stage.world;
});
afterAll(() => world.end());

beforeEach(async () => {
  ({ a, admin, basic, other } = await stage.begin());
});

const make = (...given: Parameters<Stage['make']>) => stage.make(...given);
const put = (...given: Parameters<Stage['put']>) => stage.put(...given);
const stored = () => stage.stored();
const idOf = (who: TestMember) => stage.idOf(who);
const open = { seenBy: 'everyone', changedBy: 'own' } as const;
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; fields: Record<string, string> }) => error,
  );
const codeOf = async (work: Promise<unknown>) => (await errorOf(work))?.code;

describe('what the fields of a member hold', () => {
  it('goes by the scopes of a token, which opens nothing that is its owner’s own', async () => {
    await make('Warning');
    await make('Desk', { seenBy: 'everyone' });
    await make('Bank', { seenBy: 'own', changedBy: 'own' });
    await put(basic, { warning: 'twice', desk: '7' });
    const scopes = ['people.read'];
    const { token } = await invoke(
      tokenProcedures.tokens.create,
      { name: 'Reader', scopes, expiresInDays: 1 },
      admin.call(),
    );
    const headers = new Headers({ host: a.host, authorization: `Bearer ${token}` });
    const call = () => webCall('rest', headers, '127.0.0.1');
    const id = await idOf(basic);
    expect((await invoke(fields.get, { id }, call())).values).toEqual({ desk: '7' });
    const change = { id, changes: { desk: '8' }, base: { desk: '7' } };
    expect(await codeOf(invoke(fields.fill, change, call()))).toBe('forbidden');
    const ownId = await idOf(admin);
    expect((await invoke(fields.get, { id: ownId }, call())).values).toEqual({ desk: null });
    expect(await codeOf(invoke(fields.mine, {}, call()))).toBe('forbidden');
    const own = { changes: { bank: '1' }, base: { bank: null } };
    expect(await codeOf(invoke(fields.fillMine, own, call()))).toBe('forbidden');
  });

  it('stands in the trail by count, with before and after for who manages people', async () => {
    await make('Warning');
    await put(basic, { warning: 'once' });
    await put(basic, { warning: 'twice' });
    const auditor = await world.member(a, 'guest');
    const roleId = await mintRole(a, ['audit.read']);
    await world.database.query(
      `insert into control.membership_roles (tenant_id, id, membership_id, role_id)
       select $1, $2, id, $3 from control.memberships where tenant_id = $1 and user_id = $4`,
      [a.tenantId, uuidv7(), roleId, auditor.userId],
    );
    const look = async (by: TestMember) => {
      const { events } = await invoke(
        auditProcedures.audit.list,
        { what: 'memberFields.' },
        by.call(),
      );
      const [event] = events.filter(({ procedure }) => procedure === 'memberFields.fill');
      const { id, plane, detail } = event as NonNullable<typeof event>;
      const { changes } = await invoke(auditProcedures.audit.get, { id, plane }, by.call());
      return { detail, changes, words: JSON.stringify([events, changes]) };
    };
    const whole = await look(admin);
    expect(whole.detail).toEqual({ fields: 1 });
    expect(whole.changes).toMatchObject([
      { before: { data: { warning: 'once' } }, after: { data: { warning: 'twice' } } },
    ]);
    const kept = await look(auditor);
    expect(kept.changes).toMatchObject([{ before: null, after: null }]);
    expect(kept.words).not.toMatch(/warning|once|twice/i);
  });

  it('ends with the membership, and follows who comes over from another pool', async () => {
    await make('Phone', open);
    await put(basic, { phone: '1' });
    await put(other, { phone: '2' });
    const id = await idOf(basic);
    await invoke(people.remove, { id, reason: 'Left the school' }, admin.call());
    expect(await codeOf(invoke(fields.get, { id }, admin.call()))).toBe('not_found');
    const job = (name: string, input: Record<string, unknown>) =>
      runJob({ tenantId: a.tenantId, plane: 'tenant', outboxId: uuidv7(), job: name, input });
    await job('person.sync', { userId: basic.userId });
    expect((await stored()).map(({ thing_id }) => thing_id)).toEqual([other.userId]);
    await put(admin, { phone: '3' });
    const renaming = { formerUserId: other.userId, newUserId: admin.userId };
    for (const _ of [1, 2]) await job('memberFields.bringOver', renaming);
    expect(await stored()).toMatchObject([{ thing_id: admin.userId, data: { phone: '3' } }]);
    const left = { formerUserId: admin.userId, newUserId: basic.userId };
    await job('memberFields.bringOver', left);
    expect(await stored()).toEqual([]);
  });

  // In a home with a database of its own the locks are there.
  it.skipIf(testTier() === 'database')(
    'is not brought over while a field of it is being deleted',
    async () => {
      await make('Phone', open);
      await put(other, { phone: '2' });
      const input = { formerUserId: other.userId, newUserId: admin.userId };
      const at = { tenantId: a.tenantId, plane: 'tenant', outboxId: uuidv7() } as const;
      let brought: Promise<unknown> = Promise.resolve();
      await world.database.inRolledBack(
        `select pg_advisory_xact_lock(hashtextextended('custom fields ${a.tenantId} member', 0))`,
        async () => {
          brought = runJob({ ...at, job: 'memberFields.bringOver', input });
          await vi.waitFor(async () => {
            const waiting = await world.database.query(
              `select 1 from pg_locks l join pg_database d on d.oid = l.database
               where d.datname = current_database() and locktype = 'advisory' and not granted`,
            );
            expect(waiting).toHaveLength(1);
          });
        },
      );
      await brought;
      expect(await stored()).toMatchObject([{ thing_id: admin.userId, data: { phone: '2' } }]);
    },
  );
});
