import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askForGrantNotices } from '@/db/grants/keep';
import { forgetTenant } from '@/db/removal/remove';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { mailsTo, runJobs } from '@/lib/identity/testing';
import { peopleProcedures } from '../people/procedures';
import { grantsProcedures as grants } from './procedures';
import { openSchool, type School } from './testing/school';

let world: World;
let school: School;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  school = await openSchool(world);
});

const told = async ({ email }: Pick<TestMember, 'email'>) => {
  await runJobs(world);
  const subjects = (await mailsTo(world, email)).map(({ subject }) => subject);
  await world.database.query('delete from control.mailbox where recipient = $1', [email]);
  return subjects;
};

describe('admins are told', () => {
  it('of an offer, on the side that may accept it, without what the other side wrote', async () => {
    const { a, b, give } = school;
    await give({ placeId: b.collectionId });
    await runJobs(world);
    const [mail] = await mailsTo(world, a.admin.email);
    expect(mail?.subject).toBe(`${b.tenant.slug} offers ${a.tenant.slug} a look`);
    expect(mail?.text).not.toMatch(/To plan lessons|Schedules/);
    for (const nobody of [b.admin, a.teacher, a.student]) expect(await told(nobody)).toEqual([]);
  });

  it('of what was taken back or declined, once, on both sides but for whoever did it', async () => {
    const { a, b, open, give } = school;
    const other = await world.member(b.tenant, 'admin', { email: 'other@example.com' });
    const id = await open();
    await told(a.admin);
    await invoke(grants.revoke, { id }, b.admin.call());
    await invoke(grants.revoke, { id }, b.admin.call());
    expect(await told(a.admin)).toEqual([`${b.tenant.slug} no longer shares Schedules`]);
    expect(await told(other)).toEqual([`${b.tenant.slug} no longer shares Schedules`]);
    expect(await told(b.admin)).toEqual([]);
    const offer = await give();
    await told(a.admin);
    await invoke(grants.decline, { id: offer.id }, a.admin.call());
    expect(await told(b.admin)).toEqual([`${a.tenant.slug} declined Schedules`]);
    expect(await told(a.admin)).toEqual([]);
  });

  it('of an end that is near, on both sides, once, where it was long enough', async () => {
    const { a, b, open, change } = school;
    const { servers } = world.database;
    await change(`update control.grants set end_told_at = now() where end_told_at is null`, []);
    const id = await open();
    await told(a.admin);
    expect(await askForGrantNotices(servers)).toBe(0);
    await change(
      `update control.grants set created_at = now() - interval '20 days',
         ends_at = now() + interval '5 days' where id = $1`,
      [id],
    );
    expect(await askForGrantNotices(servers)).toBe(1);
    expect(await askForGrantNotices(servers)).toBe(0);
    for (const side of [a, b]) {
      expect(await told(side.admin)).toEqual([
        expect.stringMatching(/^Schedules is shared until /),
      ]);
    }
  });

  it('nothing of an offer that was taken back before they read of it', async () => {
    const { a, b, give } = school;
    const { id } = await give();
    await told(a.admin);
    await invoke(grants.revoke, { id }, b.admin.call());
    await told(a.admin);
    for (const one of [id, uuidv7()]) {
      await runJob({
        ...{ tenantId: a.tenant.tenantId, plane: 'control' as const, outboxId: uuidv7() },
        ...{ job: 'grants.tell', input: { id: one, news: 'offered' } },
      });
    }
    expect(await told(a.admin)).toEqual([]);
  });

  it('nothing of a grant that another tenant names', async () => {
    const { a, b, give } = school;
    const { id } = await give();
    await told(a.admin);
    const stranger = await world.tenant({ poolId: b.tenant.poolId });
    const [said] = await world.database.query<{ told: boolean }>(
      `select control.tell_of_grant($2, 'revoked') as told
       from set_config('app.tenant', $1, true)`,
      [stranger.tenantId, id],
    );
    expect(said?.told).toBe(false);
    expect(await told(a.admin)).toEqual([]);
  });
});

describe('who gave a grant', () => {
  it('is named as gone to their own side alone, and the grant stands', async () => {
    const { a, b, open, look } = school;
    const second = await world.member(b.tenant, 'admin', { email: 'second@example.com' });
    const id = await open();
    const [member] = await world.database.query<{ id: string }>(
      'select id from control.memberships where tenant_id = $1 and user_id = $2',
      [b.tenant.tenantId, b.admin.userId],
    );
    const gone = { id: member?.id ?? '', reason: 'Left' };
    await invoke(peopleProcedures.remove, gone, second.call());
    const given = (await invoke(grants.list, {}, second.call())).grants;
    expect(given).toMatchObject([{ id, giverLeft: true, state: 'accepted' }]);
    const received = (await invoke(grants.received, {}, a.admin.call())).grants;
    expect(received).toMatchObject([{ id, giverLeft: false }]);
    await look(id);
  });
});

describe('a grant in the database', () => {
  it('lasts a year at most', async () => {
    const { change, open } = school;
    const id = await open();
    const longer = `update control.grants set ends_at = created_at + interval '368 days' where id = $1`;
    await expect(change(longer, [id])).rejects.toThrow('grants_term');
  });

  it('is in nobody’s way when both of its tenants go at once', async () => {
    const { a, b, change } = school;
    const both = [a.tenant, b.tenant];
    for (const [at, { tenantId, poolId }] of both.entries()) {
      await change(
        `insert into control.grants (tenant_id, id, pool_id, grantee_id, view, place_id, place_name,
           fields, reach, row_ids, roles, purpose, created_by_name, ends_at)
         select $1, app.uuid7(), $2, $3, 'collections.records', app.uuid7(), 'X', '[]', 'rows',
           array[app.uuid7()], '{admin}', 'X', 'X', now() + interval '1 day'
         from generate_series(1, 2000)`,
        [tenantId, poolId, both[1 - at]?.tenantId],
      );
    }
    const counts = { rows: 0, files: 0 };
    const gone = await Promise.allSettled(
      both.map(({ tenantId }) =>
        forgetTenant(world.database.servers, { tenantId, operationId: tenantId, counts }),
      ),
    );
    const refused = gone.flatMap((one) => (one.status === 'rejected' ? [one.reason.message] : []));
    expect(refused).toEqual([]);
  }, 60_000);
});
