import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planProcedures as plan } from '@/lib/billing/procedures';
import { publishPlan, putOn, reason } from '@/lib/billing/testing/plans';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { subscriptionsProcedures as subscriptions } from '@/lib/platform/subscriptions/procedures';
import { openStaff } from '@/lib/platform/testing/staff';
import { bulkProcedures as bulk } from '../bulk/procedures';
import { collectionProcedures as collections } from '../collections/procedures';
import { mintPass } from '../forms/pass';
import { formProcedures as forms } from '../forms/procedures';
import { mintCollection } from '../testing/actors';
import { openAttaching } from '../testing/attaching';
import { importing } from '../testing/importing';
import { trashProcedures as trash } from '../trash/procedures';
import { recordProcedures as records } from './procedures';

let at: Awaited<ReturnType<typeof openAttaching>>;
let asStaff: () => DoorCall;
let made: Awaited<ReturnType<typeof mintCollection>>;
let visitor = 0;

beforeAll(async () => {
  at = await openAttaching();
  asStaff = await openStaff(at.world);
});
afterAll(() => at.end());
beforeEach(async () => {
  await putOn(asStaff, at.actors.tenant.tenantId, await publishPlan(asStaff, {}));
  made = await mintCollection(at.actors.admin, 'Things', [{ name: 'Name', type: 'text' }]);
});

const admin = () => at.actors.admin.call();
const used = async () =>
  (await invoke(plan.get, {}, admin())).limits.find(({ name }) => name === 'records')?.used ?? 0;
/** Puts the tenant on a plan with room for so many more. */
async function leaveRoom(more: number) {
  const limits = { records: { max: (await used()) + more, kind: 'hard' as const } };
  await putOn(asStaff, at.actors.tenant.tenantId, await publishPlan(asStaff, { limits }));
}
const add = async (count: number) => {
  const rows = Array.from({ length: count }, (_, place) => ({ name: `Kim ${place}` }));
  return await invoke(records.createMany, { collectionId: made.id, records: rows }, admin());
};
const remove = async (ids: string[]) => {
  const call = admin();
  await invoke(records.delete, { collectionId: made.id, ids }, call);
  return call.requestId;
};
const limited = { code: 'limit', message: expect.stringMatching(/^The plan .+ records at most/) };
const full = { code: 'limit', message: 'This form takes no more answers.' };

async function publishForm() {
  const fields = Object.values(made.fields).map(({ id: fieldId }) => ({ fieldId }));
  await invoke(forms.save, { collectionId: made.id, title: 'Apply', fields }, admin());
  const { id: formId, token } = await invoke(forms.publish, { collectionId: made.id }, admin());
  const { tenantId } = at.actors.tenant;
  return async () => {
    visitor += 1;
    const call = { ...at.world.anonymous(at.actors.tenant), address: `198.51.100.${visitor}` };
    const pass = mintPass({ tenantId, formId }, Date.now() - 10_000);
    await invoke(forms.submit, { token, pass, values: { name: 'Lee' } }, call);
  };
}

describe('where the plan has no room for records', () => {
  it('none come back from the trash', async () => {
    await remove((await add(3)).ids);
    await leaveRoom(2);
    const back = () => invoke(trash.restore, { collectionId: made.id }, admin());
    await expect(back()).rejects.toMatchObject(limited);
    expect((await invoke(trash.list, { collectionId: made.id }, admin())).total).toBe(3);
    await leaveRoom(3);
    expect(await back()).toMatchObject({ restored: 3 });
  });

  it('none come back by taking their deletion back', async () => {
    const requestId = await remove((await add(3)).ids);
    await leaveRoom(2);
    const undo = () => invoke(bulk.undo, { collectionId: made.id, requestId }, admin());
    await expect(undo()).rejects.toMatchObject(limited);
    await leaveRoom(3);
    expect(await undo()).toMatchObject({ changed: 3 });
  });

  it('none come back with their collection, and a deleted collection makes room', async () => {
    await add(3);
    await leaveRoom(0);
    const before = await used();
    await invoke(collections.delete, { collectionId: made.id }, admin());
    expect(await used()).toBe(before - 3);
    const other = await mintCollection(at.actors.admin, 'More', [{ name: 'Name', type: 'text' }]);
    const data = { name: 'Lee' };
    await invoke(records.create, { collectionId: other.id, data }, admin());
    const back = () => invoke(collections.restore, { collectionId: made.id }, admin());
    await expect(back()).rejects.toMatchObject(limited);
    await leaveRoom(3);
    await back();
    expect(await used()).toBe(before + 1);
  });

  it('guests are told of the form alone', async () => {
    const send = await publishForm();
    await leaveRoom(1);
    await send();
    await expect(send()).rejects.toMatchObject(full);
    await leaveRoom(1);
    const { held } = await invoke(
      subscriptions.ofTenant,
      { id: at.actors.tenant.tenantId },
      asStaff(),
    );
    const wish = { subscriptionId: held?.id ?? '', revision: held?.revision ?? 0 };
    const stop = { id: at.actors.tenant.tenantId, ...wish, to: 'suspended' as const, at: null };
    await invoke(subscriptions.turn, { ...stop, reason }, asStaff());
    await expect(send()).rejects.toMatchObject(full);
  });

  it('an import stops, and says why', async () => {
    const { draftOf, run } = importing(at.actors);
    const csv = 'Name\nKim\nLee\nPark\n';
    const draft = await draftOf(csv, { collectionId: made.id });
    await leaveRoom(2);
    expect(await run(draft.import.id)).toMatchObject({
      ...{ state: 'failed', rowsDone: 0, message: limited.message },
    });
    const again = await draftOf(csv, { collectionId: made.id });
    await leaveRoom(3);
    expect(await run(again.import.id)).toMatchObject({ state: 'done', rowsDone: 3 });
  });

  it('one that comes back and one that takes its value do not wait for each other', async () => {
    const field = { name: 'Code', type: 'text', unique: true } as const;
    made = await mintCollection(at.actors.admin, 'Codes', [field]);
    const collectionId = made.id;
    await leaveRoom(100);
    for (const value of ['A', 'B', 'C', 'D', 'E', 'F']) {
      const data = { code: value };
      const { id } = await invoke(records.create, { collectionId, data }, admin());
      const requestId = await remove([id]);
      const outcomes = await Promise.allSettled([
        invoke(bulk.undo, { collectionId, requestId }, admin()),
        invoke(records.create, { collectionId, data }, admin()),
      ]);
      const refused = outcomes.filter(({ status }) => status === 'rejected');
      const code = expect.stringMatching(/^(invalid|conflict)$/);
      expect(refused).toMatchObject([{ reason: { code } }]);
    }
  });

  it('one of two hundred at once is let in where there is room for one', async () => {
    const { ids } = await add(150);
    const [trashed, restored] = [ids.slice(0, 50), ids.slice(50, 100)];
    const requests = await Promise.all(ids.slice(100).map((id) => remove([id])));
    await remove(ids.slice(0, 100));
    await leaveRoom(1);
    const collectionId = made.id;
    const ways = [
      ...trashed.map((id) => () => invoke(trash.restore, { recordIds: [id] }, admin())),
      ...restored.map((id) => () => invoke(records.restore, { collectionId, ids: [id] }, admin())),
      ...requests.map((requestId) => () => invoke(bulk.undo, { collectionId, requestId }, admin())),
      ...trashed.map(
        () => () => invoke(records.create, { collectionId, data: { name: 'Park' } }, admin()),
      ),
    ];
    const before = await used();
    const outcomes = await Promise.allSettled(ways.map((go) => go()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    // A busy machine may let some wait too long; none of them waits for another in a ring.
    const kinds = refused.map(({ code, cause }) => (code === 'limit' ? code : cause?.kind));
    expect(['limit', 'unavailable', 'timeout']).toEqual(
      expect.arrayContaining([...new Set(kinds)]),
    );
    expect(kinds).toContain('limit');
    expect(await used()).toBe(before + 1);
  });
});
