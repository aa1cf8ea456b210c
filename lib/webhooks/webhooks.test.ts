import { createHmac } from 'node:crypto';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleProcedures } from '../access/people/procedures';
import { invoke } from '../doors/callable';
import {
  openWorld,
  setStatus,
  type TestMember,
  type TestTenant,
  type World,
} from '../doors/testing';
import { runJobs } from '../identity/testing';
import { collectionsProcedures } from '../modules/collections/procedures';
import { webhookProcedures } from './procedures';
import { type Received, type Receiver, startReceiver, well } from './testing/receiver';

const {
  list,
  kinds,
  get,
  create,
  change,
  turnOn,
  turnOff,
  rotate,
  remove,
  sendTest,
  deliveries,
  delivery,
  replay,
  replayRange,
} = webhookProcedures.webhooks;
const { collections } = collectionsProcedures;

let world: World;
let receiver: Receiver;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.end();
  await world.end();
});
beforeEach(async () => {
  await world.database.query('delete from control.webhook_endpoints');
  receiver.received.length = 0;
  receiver.answer = well;
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const draft = (more: object = {}) => ({ name: 'Ours', url: receiver.url, kinds: ['*'], ...more });
const made = (more: object = {}, by = admin) => invoke(create, draft(more), by.call());
const makeCollection = (by = admin) => invoke(collections.create, { name: 'Singers' }, by.call());
const logOf = async (id: string, more: object = {}) =>
  (await invoke(deliveries, { id, ...more }, admin.call())).deliveries;
const verified = (secret: string, { headers, body }: Received) =>
  new Verifier(secret).verify(body, headers) as Record<string, unknown>;
const jobs = (job: string, tenant = a) =>
  world.database.query(
    'select payload, available_at from control.outbox where tenant_id = $1 and job = $2 and admitted_at is null',
    [tenant.tenantId, job],
  );
/** Lets what waits for later be due. */
const later = async () => {
  await world.database.query(
    'update control.outbox set available_at = now() where admitted_at is null',
  );
  await world.database.query('update control.webhook_endpoints set rests_until = null');
};
const refusedAs = (code: string) => expect.objectContaining({ code });

describe('a webhook', () => {
  it('hears of what happens in either plane, signed, under one id', async () => {
    const { id, secret } = await made();
    const { id: collectionId } = await makeCollection();
    const people = [{ email: 'new@example.com', roleId: a.roleIds.basic }];
    await invoke(peopleProcedures.invite, { people }, admin.call());
    await runJobs(world);
    const events = receiver.received.map((one) => verified(secret, one));
    expect(events.map(({ type }) => type).sort()).toEqual(['collections.create', 'people.invite']);
    const own = events.find(({ type }) => type === 'collections.create');
    expect(own).toEqual({
      type: 'collections.create',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      data: {
        tenant: a.slug,
        actor: { kind: 'user', id: admin.userId },
        about: { kind: 'collection', id: collectionId },
        // Of modules that keep rows from some people ids alone leave the house.
        detail: null,
      },
    });
    const invited = events.find(({ type }) => type === 'people.invite');
    expect(invited?.data).toMatchObject({ detail: expect.any(Object) });
    const [one] = receiver.received;
    const headers = one?.headers ?? {};
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${one?.body}`;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const mac = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
    expect(headers['content-type']).toBe('application/json');
    const seen = await logOf(id);
    expect(seen).toMatchObject([{ state: 'delivered', attempts: 1, last: { status: 204 } }, {}]);
    expect(seen.map(({ eventId }) => `evt_${eventId}`)).toContain(headers['webhook-id']);
  });

  it('hears of what it waits for alone, and nothing is noted where nobody waits', async () => {
    const b = await world.tenant();
    const other = await world.member(b, 'admin');
    const { id } = await made({ kinds: ['people.invite'] });
    await makeCollection();
    await makeCollection(other);
    await runJobs(world);
    expect(receiver.received).toEqual([]);
    await invoke(change, { id, ...draft({ kinds: ['collections.create'] }) }, admin.call());
    await makeCollection();
    await makeCollection(other);
    await runJobs(world);
    expect(receiver.received).toHaveLength(1);
    await invoke(turnOff, { id }, admin.call());
    await makeCollection();
    const noted = await world.rowsEverywhere(`select 1 from outbox where admitted_at is null`);
    expect(noted).toEqual([]);
    await invoke(turnOn, { id }, admin.call());
    await makeCollection();
    await runJobs(world);
    expect(receiver.received).toHaveLength(2);
  });

  it('hears of nothing that was refused', async () => {
    await made();
    await expect(invoke(remove, { id: a.tenantId }, admin.call())).rejects.toThrow();
    await runJobs(world);
    expect(receiver.received).toEqual([]);
  });

  it('shows its secret once', async () => {
    const { id, secret } = await made();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const shown = [
      await invoke(list, {}, admin.call()),
      await invoke(get, { id }, admin.call()),
      await world.database.query('select * from control.webhook_endpoints where id = $1', [id]),
      await world.database.query('select * from control.audit_events where target_id = $1', [id]),
    ];
    expect(JSON.stringify(shown)).not.toContain(secret.slice(6));
  });

  it('signs with both secrets while one takes over from the other', async () => {
    const { id, secret } = await made();
    const { secret: next } = await invoke(rotate, { id, overlapHours: 24 }, admin.call());
    receiver.received.length = 0;
    await invoke(sendTest, { id }, admin.call());
    await runJobs(world);
    const ping = receiver.received.find(({ body }) => body.includes('webhooks.ping'));
    if (!ping) throw new Error('Nothing came.');
    expect(verified(secret, ping)).toEqual(verified(next, ping));
    expect(ping.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    await world.database.query(
      `update control.webhook_endpoints set former_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    receiver.received.length = 0;
    await invoke(sendTest, { id }, admin.call());
    await runJobs(world);
    const [last] = receiver.received;
    if (!last) throw new Error('Nothing came.');
    expect(() => verified(secret, last)).toThrow();
    verified(next, last);
    await invoke(rotate, { id, overlapHours: 0 }, admin.call());
    receiver.received.length = 0;
    await invoke(sendTest, { id }, admin.call());
    await runJobs(world);
    for (const one of receiver.received) expect(() => verified(next, one)).toThrow();
  });

  it('is one of ten', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => made()));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect((await invoke(list, {}, admin.call())).webhooks).toHaveLength(10);
    const refused = tries.find((one) => one.status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'limit' } });
  });

  it('is for admins of its workspace', async () => {
    const { id } = await made();
    const guest = await world.member(a, 'company');
    await expect(invoke(list, {}, guest.call())).rejects.toEqual(refusedAs('forbidden'));
    const other = await world.member(await world.tenant(), 'admin');
    const absent = a.tenantId;
    for (const act of [get, remove, turnOn, turnOff, sendTest, rotate]) {
      const [foreign, none] = await Promise.allSettled([
        invoke(act as typeof get, { id }, other.call()),
        invoke(act as typeof get, { id: absent }, other.call()),
      ]);
      expect(foreign).toMatchObject({ reason: { code: 'not_found' } });
      expect((foreign as PromiseRejectedResult).reason.message).toBe(
        (none as PromiseRejectedResult).reason.message,
      );
    }
  });

  it.each([
    ['no address', { url: 'example.com' }],
    ['credentials', { url: 'https://me:secret@example.com/' }],
    ['a scheme that is none', { url: 'ftp://example.com/' }],
    ['an address inside', { url: 'https://10.0.0.1/' }],
    ['an address inside, written otherwise', { url: 'https://0x0a000001/' }],
    ['no event', { kinds: [] }],
    ['an event that is none', { kinds: ['people.fly'] }],
    ['words that name no event', { kinds: ['People, all'] }],
    ['all and some', { kinds: ['*', 'people.invite'] }],
  ])('takes no %s', async (_what, more) => {
    await expect(made(more)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('offers events that change something, and no others', async () => {
    const { kinds: offered } = await invoke(kinds, {}, admin.call());
    const names = offered.map(({ name }) => name);
    expect(names).toContain('records.create');
    expect(names).toContain('people.invite');
    for (const none of ['records.list', 'webhooks.deliver', 'tenants.create', 'mail.deliver']) {
      expect(names).not.toContain(none);
    }
  });

  it('goes with its log when it is removed', async () => {
    const { id } = await made();
    await makeCollection();
    await runJobs(world);
    await invoke(remove, { id }, admin.call());
    const left = 'select 1 from control.webhook_deliveries where tenant_id = $1';
    expect(await world.database.query(left, [a.tenantId])).toEqual([]);
  });
});

describe('a message', () => {
  it('is tried again later under the same id until it arrives', async () => {
    const { id } = await made();
    receiver.answer = (response) => response.writeHead(500).end('broken\0 for now');
    await makeCollection();
    await runJobs(world);
    expect(await logOf(id)).toMatchObject([
      { state: 'waiting', attempts: 1, last: { status: 500, answer: 'broken for now' } },
    ]);
    expect(await jobs('webhooks.deliver')).toHaveLength(1);
    await runJobs(world);
    expect(receiver.received).toHaveLength(1);
    receiver.answer = well;
    await later();
    await runJobs(world);
    expect(await logOf(id, { state: 'delivered' })).toMatchObject([{ attempts: 2 }]);
    const ids = new Set(receiver.received.map(({ headers }) => headers['webhook-id']));
    expect(ids.size).toBe(1);
    expect(await invoke(get, { id }, admin.call())).toMatchObject({ failingSince: null });
  });

  it('is given up after ten tries, and can be sent again', async () => {
    const { id } = await made();
    receiver.answer = (response) => response.writeHead(503).end();
    await makeCollection();
    for (let at = 0; at < 12; at++) {
      await runJobs(world);
      await later();
    }
    const [given] = await logOf(id);
    expect(given).toMatchObject({ state: 'failed', attempts: 10, nextAt: null });
    expect(receiver.received).toHaveLength(10);
    receiver.answer = well;
    await invoke(replay, { id: given?.id ?? '' }, admin.call());
    await runJobs(world);
    const after = await invoke(delivery, { id: given?.id ?? '' }, admin.call());
    expect(after).toMatchObject({ state: 'delivered', attempts: 11 });
    expect(after.tries).toHaveLength(11);
    expect(JSON.parse(after.body)).toMatchObject({ type: 'collections.create' });
  });

  it('waits for as long as its receiver asks, and so do those behind it', async () => {
    const { id } = await made();
    receiver.answer = (response) => response.writeHead(429, { 'retry-after': '3600' }).end();
    await makeCollection();
    await runJobs(world);
    await makeCollection();
    await runJobs(world);
    expect(receiver.received).toHaveLength(1);
    const waiting = (await logOf(id)).map(({ nextAt }) => (nextAt?.getTime() ?? 0) - Date.now());
    expect(waiting).toHaveLength(2);
    for (const ms of waiting) expect(ms).toBeGreaterThan(3_000_000);
  });

  it('follows no redirect', async () => {
    await made();
    receiver.answer = (response) => response.writeHead(302, { location: receiver.url }).end();
    await makeCollection();
    await runJobs(world);
    expect(receiver.received).toHaveLength(1);
  });

  it('is made once of each try, whoever comes twice', async () => {
    await made();
    await makeCollection();
    await runJobs(world);
    await world.database.query('update control.outbox set admitted_at = null where job = $1', [
      'webhooks.deliver',
    ]);
    await runJobs(world);
    expect(receiver.received).toHaveLength(1);
  });

  it('shuts its webhook where the receiver is gone, and admins hear of it', async () => {
    const { id } = await made();
    receiver.answer = (response) => response.writeHead(410).end();
    await makeCollection();
    await runJobs(world);
    expect(await invoke(get, { id }, admin.call())).toMatchObject({ state: 'gone' });
    const mails = await world.database.query(
      'select subject from control.mailbox where recipient = $1',
      [admin.email],
    );
    expect(mails).toEqual([{ subject: 'The webhook Ours was turned off' }]);
    await makeCollection();
    await runJobs(world);
    expect(receiver.received).toHaveLength(1);
    await expect(invoke(sendTest, { id }, admin.call())).rejects.toEqual(refusedAs('precondition'));
  });

  it('shuts its webhook where nothing arrived for five days', async () => {
    const { id } = await made();
    receiver.answer = (response) => response.writeHead(500).end();
    await makeCollection();
    await runJobs(world);
    await world.database.query(
      `update control.webhook_endpoints set failing_since = now() - interval '5 days' where id = $1`,
      [id],
    );
    await later();
    await runJobs(world);
    expect(await invoke(get, { id }, admin.call())).toMatchObject({ state: 'failed' });
    await later();
    await runJobs(world);
    expect(await logOf(id)).toMatchObject([{ state: 'failed', last: { fault: 'off' } }]);
    expect(receiver.received).toHaveLength(2);
    receiver.answer = well;
    await invoke(turnOn, { id }, admin.call());
    const range = {
      from: new Date(Date.now() - 3_600_000).toISOString(),
      to: new Date(Date.now() + 60_000).toISOString(),
    };
    expect(await invoke(replayRange, { id, ...range }, admin.call())).toEqual({
      count: 1,
      more: false,
    });
    await runJobs(world);
    expect(await logOf(id, { kind: 'collections.create' })).toMatchObject([{ state: 'delivered' }]);
    expect(await invoke(replayRange, { id, ...range }, admin.call())).toMatchObject({ count: 0 });
  });

  it('stays where it is while its workspace is suspended', async () => {
    const { id } = await made();
    await makeCollection();
    await setStatus(a, 'suspended');
    await runJobs(world);
    expect(receiver.received).toEqual([]);
    await setStatus(a, 'active');
    await later();
    await runJobs(world);
    expect(receiver.received).toHaveLength(1);
    expect(await logOf(id)).toMatchObject([{ state: 'delivered' }]);
  });
});
