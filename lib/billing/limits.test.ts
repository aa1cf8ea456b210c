import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findHostEntry } from '@/db/directory';
import { peopleProcedures as people } from '@/lib/access/people/procedures';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { platformFlagsProcedures } from '@/lib/platform/flags/procedures';
import { limitsProcedures } from '@/lib/platform/limits/procedures';
import { subscriptionsProcedures as subscriptions } from '@/lib/platform/subscriptions/procedures';
import { openStaff } from '@/lib/platform/testing/staff';
import { router } from '@/lib/router';
import type { DirectoryEntry } from '@/lib/tenancy/directory/entry';
import { planProcedures as plan } from './procedures';
import { publishPlan, putOn, reason } from './testing/plans';

let world: World;
let asStaff: () => DoorCall;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());
beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const hard = (max: number) => ({ max, kind: 'hard' as const });
const put = async (terms: Parameters<typeof publishPlan>[1]) =>
  await putOn(asStaff, a.tenantId, await publishPlan(asStaff, terms));
const standing = async (name: string) =>
  (await invoke(plan.get, {}, admin.call())).limits.find((one) => one.name === name);

async function suspend() {
  const { held } = await invoke(subscriptions.ofTenant, { id: a.tenantId }, asStaff());
  const wish = { subscriptionId: held?.id ?? '', revision: held?.revision ?? 0 };
  const to = 'suspended' as const;
  return await invoke(
    subscriptions.turn,
    { id: a.tenantId, ...wish, to, at: null, reason },
    asStaff(),
  );
}

describe('seats of a plan', () => {
  it('are taken exactly, however many come at once, and staff may say otherwise', async () => {
    await put({ limits: { members: hard(4) } });
    const come = () =>
      Promise.allSettled(Array.from({ length: 30 }, () => world.member(a, 'basic')));
    const outcomes = await come();
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await standing('members')).toMatchObject({ used: 4, max: 4, standing: 'full' });
    expect(await invoke(people.seats, {}, admin.call())).toMatchObject({ taken: 4, limit: 4 });
    const said = { name: 'members', max: 5, endsAt: null, reason } as const;
    await invoke(limitsProcedures.override, { id: a.tenantId, ...said }, asStaff());
    await world.member(a, 'basic');
    expect(await standing('members')).toMatchObject({ used: 5, max: 5, because: 'staff' });
  });

  it('that are soft let people in and say so', async () => {
    await put({ limits: { members: { max: 1, kind: 'soft' } } });
    await world.member(a, 'basic');
    expect(await standing('members')).toMatchObject({ used: 2, max: 1, standing: 'over' });
  });
});

describe('records of a plan', () => {
  const { collections, fields, records } = router;
  let collectionId: string;
  let key: string;
  beforeEach(async () => {
    collectionId = (await invoke(collections.create, { name: 'Things' }, admin.call())).id;
    const named = { collectionId, name: 'Name', type: 'text' as const };
    key = (await invoke(fields.create, named, admin.call())).key;
  });
  const add = () => invoke(records.create, { collectionId, data: { [key]: 'One' } }, admin.call());

  it('are counted exactly in the transaction that adds them', async () => {
    await add();
    await put({ limits: { records: hard(6) } });
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, add));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const refused = outcomes.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      code: 'limit',
      message: expect.stringMatching(/^The plan .+ has 6 records/),
    });
    const data = [{ [key]: 'Two' }];
    await expect(
      invoke(records.createMany, { collectionId, records: data }, admin.call()),
    ).rejects.toMatchObject({ code: 'limit' });
  });

  it('stay, are read and deleted after a downgrade; nothing comes in until there is room', async () => {
    const made = await Promise.all([add(), add(), add()]);
    await put({ limits: { records: hard(2) } });
    const ids = made.map(({ id }) => id);
    const { records: listed } = await invoke(records.list, { collectionId }, admin.call());
    expect(listed).toHaveLength(3);
    await expect(add()).rejects.toMatchObject({ code: 'limit' });
    await invoke(records.delete, { collectionId, ids: ids.slice(0, 2) }, admin.call());
    await add();
    const back = { collectionId, ids: ids.slice(0, 1) };
    await expect(invoke(records.restore, back, admin.call())).rejects.toMatchObject({
      code: 'limit',
    });
    expect(await standing('records')).toMatchObject({ used: 2, max: 2 });
  });

  it('do not come in while the plan is suspended, and do at once when it is signed again', async () => {
    await put({});
    await add();
    const { id: subscriptionId, revision } = await suspend();
    await expect(add()).rejects.toMatchObject({
      code: 'limit',
      message: expect.stringContaining('is suspended'),
    });
    await expect(world.member(a, 'basic')).rejects.toMatchObject({ code: 'limit' });
    const again = { id: a.tenantId, subscriptionId, revision, at: null, reason };
    await invoke(subscriptions.turn, { ...again, to: 'signed' }, asStaff());
    await add();
    await world.member(a, 'basic');
  });
});

describe('webhooks and tokens of a plan', () => {
  const { webhooks, tokens, workspaceTokens } = router;
  const at = (n: number) => ({ url: `https://hooks.example/${n}`, name: 'Ours', kinds: ['*'] });
  const hook = (n: number) => invoke(webhooks.create, at(n), admin.call());
  const scopes = ['people.read'];
  const token = (n = 0) => invoke(tokens.create, { name: `Token ${n}`, scopes }, admin.call());
  const own = () => {
    const wish = { name: 'Robot', roleId: a.roleIds.basic, scopes };
    return invoke(workspaceTokens.create, wish, admin.call());
  };
  const through = (tries: PromiseSettledResult<unknown>[]) =>
    tries.filter(({ status }) => status === 'fulfilled').length;
  const many = (make: (n: number) => Promise<unknown>) =>
    Promise.allSettled(Array.from({ length: 20 }, (_, n) => make(n)));

  it('are counted exactly, and there is room again for what went', async () => {
    await put({ limits: { webhooks: hard(2), tokens: hard(3) } });
    expect(through(await many(hook))).toBe(2);
    expect(through(await many((n) => (n % 2 ? token(n) : own())))).toBe(3);
    expect(await standing('webhooks')).toMatchObject({ used: 2, max: 2, standing: 'full' });
    expect(await standing('tokens')).toMatchObject({ used: 3, max: 3, standing: 'full' });
    await expect(hook(21)).rejects.toMatchObject({
      message: expect.stringMatching(/has 2 webhooks at most\. Remove one/),
    });
    const [gone] = (await invoke(webhooks.list, {}, admin.call())).webhooks;
    await invoke(webhooks.remove, { id: gone?.id ?? '' }, admin.call());
    await hook(22);
    const { limits } = await invoke(subscriptions.ofTenant, { id: a.tenantId }, asStaff());
    expect(limits?.find(({ name }) => name === 'tokens')).toMatchObject({ used: 3, max: 3 });
  });

  it('count two of a token that goes on beside its successor, and one where it ends at once', async () => {
    await put({ limits: { tokens: hard(1) } });
    const { id } = await token();
    const rotate = (overlapHours: number) =>
      invoke(tokens.rotate, { id, overlapHours }, admin.call());
    await expect(rotate(24)).rejects.toMatchObject({
      message: expect.stringMatching(/has 1 API tokens at most.*let the old one end at once/),
    });
    const next = await rotate(0);
    await invoke(tokens.revoke, { id: next.id }, admin.call());
    const robot = await own();
    const turn = (overlapHours: number) =>
      invoke(workspaceTokens.rotate, { id: robot.id, overlapHours }, admin.call());
    await expect(turn(1)).rejects.toMatchObject({ code: 'limit' });
    await turn(0);
    expect(await standing('tokens')).toMatchObject({ used: 1 });
  });
});

describe('what else a plan says', () => {
  it('holds at every door at once: modules, flags and what the directory carries', async () => {
    const { tasks, features, records } = router;
    await invoke(tasks.list, {}, admin.call());
    await put({ withoutModules: ['tasks'], flags: { 'records.search': false } });
    await expect(invoke(tasks.list, {}, admin.call())).rejects.toMatchObject({ code: 'not_found' });
    await expect(invoke(records.search, { query: 'kim' }, admin.call())).rejects.toMatchObject({
      code: 'precondition',
    });
    const entry = await findHostEntry<DirectoryEntry>(a.slug, a.host);
    expect(entry?.modulesOff).toEqual(['tasks']);
    const { features: all } = await invoke(features.list, {}, admin.call());
    expect(all.find(({ module }) => module === 'tasks')).toMatchObject({
      ...{ enabled: false, decidedBy: 'plan' },
    });
    await expect(
      invoke(features.change, { module: 'tasks', enabled: true }, admin.call()),
    ).rejects.toMatchObject({ code: 'precondition' });
    const { flags } = await invoke(platformFlagsProcedures.ofTenant, { id: a.tenantId }, asStaff());
    expect(flags.find(({ flag }) => flag === 'records.search')).toMatchObject({
      ...{ value: false, because: 'plan' },
    });
    await invoke(tasks.list, {}, (await world.member(await world.tenant(), 'admin')).call());
  });

  it('limits own roles, domains and tiers', async () => {
    const { roles, domains, tier } = router;
    await put({ limits: { roles: hard(1), domains: hard(1) }, tiers: ['pooled'] });
    const role = (name: string) =>
      invoke(roles.create, { name, base: 'basic', permissions: [] }, admin.call());
    await role('Tutor');
    await invoke(domains.add, { host: `one-${a.slug}.com` }, admin.call());
    const outcomes = await Promise.allSettled([
      role('Coach'),
      invoke(domains.add, { host: `two-${a.slug}.com` }, admin.call()),
      invoke(tier.ask, { tier: 'database' }, admin.call()),
    ]);
    expect(outcomes.map((one) => one.status === 'rejected' && one.reason.code)).toEqual([
      ...['limit', 'limit', 'invalid'],
    ]);
    expect((await invoke(tier.get, {}, admin.call())).others).toEqual([]);
  });
});
