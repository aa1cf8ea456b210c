import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { findHostEntry } from '@/db/directory';
import { keepHosts } from '@/db/hosts/keep';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { type NameServer, startNameServer } from '@/lib/egress/testing/name-server';
import { mailsTo, runJobs } from '@/lib/identity/testing';
import { hostHoldsProcedures as holds } from '@/lib/platform/host-holds/procedures';
import { openStaff } from '@/lib/platform/testing/staff';
import { domainProcedures } from './procedures';
import { ageHost, liveDomain, publishProof } from './testing/host-stage';

const { list, add, check } = domainProcedures;

let world: World;
let names: NameServer;
let staff: Awaited<ReturnType<typeof openStaff>>;
let a: TestTenant;
let admin: TestMember;
let other: TestMember;
let made = 0;
let host = '';

beforeAll(async () => {
  names = await startNameServer();
  vi.stubEnv('DNS_SERVERS', names.address);
  world = await openWorld();
  staff = await openStaff(world);
});
afterAll(async () => {
  await names.end();
  await world.end();
});
beforeEach(async () => {
  names.mood = 'well';
  host = `birch-${made++}.com`;
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  other = await world.member(a, 'admin', { email: `two@${host}` });
});

const shown = async () => (await invoke(list, {}, admin.call())).domains[0];
const served = async () => (await findHostEntry<{ id: string }>(null, host)) !== null;
const subjects = async () => {
  await runJobs(world);
  return (await mailsTo(world, other.email)).map(({ subject }) => subject);
};
/** What the operator does each ten minutes. */
const keep = async () => {
  const kept = await keepHosts(world.database.servers);
  await runJobs(world);
  return kept;
};
const due = () =>
  world.database.query('update control.hosts set next_check_at = now() where host = $1', [host]);

it('is looked at each day, and its admins are told of what went and came back', async () => {
  const { proof } = await liveDomain(names, admin, host);
  await due();
  expect((await keep()).asked).toBeGreaterThan(0);
  expect(await shown()).toMatchObject({ state: 'live' });
  expect(await subjects()).toEqual([]);
  names.texts.delete(proof.name);
  await due();
  await keep();
  expect(await shown()).toMatchObject({ state: 'broken', serves: true });
  expect(await subjects()).toEqual([`A record of ${host} is missing`]);
  names.texts.set(proof.name, [proof.value]);
  await due();
  await keep();
  expect(await shown()).toMatchObject({ state: 'live' });
  expect(await subjects()).toEqual([`${host} is live again`, `A record of ${host} is missing`]);
});

it('tells of a proof that goes after the route did', async () => {
  const { proof } = await liveDomain(names, admin, host);
  names.aliases.set(host, 'elsewhere.example.net');
  await due();
  await keep();
  expect(await subjects()).toEqual([`A record of ${host} is missing`]);
  names.texts.delete(proof.name);
  for (const _ of [1, 2]) {
    await due();
    await keep();
    expect(await subjects()).toEqual(Array(2).fill(`A record of ${host} is missing`));
  }
});

it('goes on while name servers are silent, and says so after two days', async () => {
  await liveDomain(names, admin, host);
  names.mood = 'failing';
  await due();
  await keep();
  expect(await shown()).toMatchObject({ state: 'live', serves: true });
  await ageHost(world, host, 60);
  await due();
  await keep();
  expect(await shown()).toMatchObject({ state: 'broken', serves: true });
  expect(await subjects()).toEqual([`A record of ${host} is missing`]);
});

it('says so once more where name servers fall silent after the route went, and before it is lost', async () => {
  await liveDomain(names, admin, host);
  names.aliases.set(host, 'elsewhere.example.net');
  const aDayLater = async () => {
    await ageHost(world, host, 24);
    await due();
    await keep();
  };
  await due();
  await keep();
  const missing = `A record of ${host} is missing`;
  expect(await subjects()).toEqual([missing]);
  names.mood = 'failing';
  await aDayLater();
  expect(await subjects()).toEqual([missing]);
  await aDayLater();
  expect(await subjects()).toEqual([missing, missing]);
  await aDayLater();
  expect(await subjects()).toEqual([missing, missing]);
  await aDayLater();
  const ending = `${host} stops working soon`;
  expect((await subjects()).toSorted()).toEqual([missing, missing, ending].toSorted());
  await aDayLater();
  expect(await shown()).toMatchObject({ state: 'broken', serves: true });
  expect(await subjects()).toHaveLength(3);
});

it('is lost a week after its proof was last seen, and begins again with another record', async () => {
  const { id, proof } = await liveDomain(names, admin, host);
  await ageHost(world, host, 7 * 24 + 1);
  expect(await served()).toBe(false);
  names.texts.delete(proof.name);
  // Asked for is not looked at: the worker stands still.
  await due();
  for (const _ of [1, 2]) await keepHosts(world.database.servers);
  expect(await shown()).toMatchObject({ state: 'live' });
  await runJobs(world);
  expect((await keep()).lost).toBeGreaterThan(0);
  names.texts.set(proof.name, [proof.value]);
  const lost = await shown();
  expect(lost).toMatchObject({ state: 'released', serves: false, isPrimary: false });
  expect(lost?.proof.value).not.toBe(proof.value);
  expect(await subjects()).toContain(`${host} no longer works`);
  // The record that stands there does not win it back.
  expect(await invoke(check, { id }, admin.call())).toMatchObject({ state: 'released' });
  if (lost) publishProof(names, lost);
  expect(await invoke(check, { id }, admin.call())).toMatchObject({ state: 'live' });
  expect(await served()).toBe(true);
});

it('is taken by staff with a reason, stays closed, and is opened by them', async () => {
  const { id } = await liveDomain(names, admin, host);
  const of = { id: a.tenantId, host, reason: 'Not theirs' };
  const [held] = (await invoke(holds.list, { id: a.tenantId }, staff())).hosts;
  expect(held).toMatchObject({ host, serves: true, freeAt: null });
  await expect(invoke(holds.free, of, staff())).rejects.toMatchObject({ code: 'not_found' });
  await expect(invoke(holds.end, of, admin.call())).rejects.toMatchObject({ code: 'not_found' });
  await invoke(holds.end, of, staff());
  expect(await served()).toBe(false);
  // The record that stands there is worth nothing from then on, whether or not the worker came by.
  expect(await invoke(check, { id }, admin.call())).toMatchObject({ state: 'released' });
  expect(await served()).toBe(false);
  await runJobs(world);
  expect(await shown()).toMatchObject({ state: 'released' });
  expect(await subjects()).toEqual([`${host} no longer works`]);
  const rival = await world.member(await world.tenant(), 'admin');
  const theirs = await invoke(add, { host }, rival.call());
  publishProof(names, theirs);
  const tried = () => invoke(check, { id: theirs.id }, rival.call());
  expect(await tried()).toMatchObject({ proof: { finding: 'held' } });
  const [closed] = (await invoke(holds.list, { id: a.tenantId }, staff())).hosts;
  expect(closed?.freeAt).not.toBeNull();
  await invoke(holds.free, of, staff());
  expect(await tried()).toMatchObject({ state: 'live' });
  await expect(invoke(holds.end, of, staff())).rejects.toMatchObject({ code: 'not_found' });
});

it('tells of what staff took though it was proven anew before', async () => {
  await liveDomain(names, admin, host);
  const of = { id: a.tenantId, host, reason: 'Not theirs' };
  await invoke(holds.end, of, staff());
  const anew = await shown();
  if (anew) publishProof(names, anew);
  expect(await invoke(check, { id: anew?.id ?? '' }, admin.call())).toMatchObject({
    state: 'live',
  });
  expect(await subjects()).toContain(`${host} no longer works`);
  expect(await shown()).toMatchObject({ state: 'live' });
});

it('is forgotten once it is closed to nobody any more', async () => {
  const { id } = await liveDomain(names, admin, host);
  await invoke(domainProcedures.remove, { id }, admin.call());
  const listed = async () => (await invoke(holds.list, { id: a.tenantId }, staff())).hosts;
  await keep();
  expect(await listed()).toMatchObject([{ host }]);
  await ageHost(world, host, 30 * 24 + 1);
  expect(await listed()).toEqual([]);
  await keep();
  const left = 'select 1 from control.hosts where host = $1';
  expect(await world.database.query(left, [host])).toEqual([]);
});

it('needs no records where the house gave it', async () => {
  await world.database.query(
    `with made as (insert into control.domains (tenant_id, id, host, proof, state)
       values ($1, app.uuid7(), $2, 'x', 'live') returning host, tenant_id)
     insert into control.hosts (host, tenant_id) select host, tenant_id from made`,
    [a.tenantId, host],
  );
  const given = await shown();
  expect(given).toMatchObject({ given: true, serves: true, provenUntil: null });
  const tried = invoke(check, { id: given?.id ?? '' }, admin.call());
  await expect(tried).rejects.toMatchObject({ code: 'precondition' });
  await keep();
  expect(await served()).toBe(true);
});

it.each([
  ['domains.recheck', {}],
  ['domains.lose', { by: 'time' }],
])('is nothing to %s once its tenant gave it up', async (job, input) => {
  const { id } = await liveDomain(names, admin, host);
  await invoke(domainProcedures.remove, { id }, admin.call());
  await runJob({
    ...{ tenantId: a.tenantId, plane: 'control' as const, outboxId: uuidv7() },
    ...{ job, input: { host, ...input } },
  });
  expect(await shown()).toBeUndefined();
  expect(await subjects()).toEqual([]);
});

it('is not lost by a note that comes after it was proven anew', async () => {
  await liveDomain(names, admin, host);
  await runJob({
    ...{ tenantId: a.tenantId, plane: 'control' as const, outboxId: uuidv7() },
    ...{ job: 'domains.lose', input: { host, by: 'time' } },
  });
  expect(await shown()).toMatchObject({ state: 'live', serves: true });
});

it('says that it is lost soon where nobody looked until then', async () => {
  await liveDomain(names, admin, host);
  names.mood = 'failing';
  await ageHost(world, host, 5 * 24);
  await due();
  await keep();
  expect(await shown()).toMatchObject({ state: 'broken', serves: true });
  expect(await subjects()).toEqual([`${host} stops working soon`]);
});
