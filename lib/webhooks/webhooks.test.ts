import { createHmac } from 'node:crypto';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleProcedures } from '../access/people/procedures';
import { invoke } from '../doors/callable';
import { webhookProcedures } from './procedures';
import type { Received } from './testing/receiver';
import { type HookStage, openHookStage } from './testing/stage';

const { list, kinds, get, change, turnOn, turnOff, rotate, remove, sendTest } =
  webhookProcedures.webhooks;

let stage: HookStage;
beforeAll(async () => {
  stage = await openHookStage();
});
afterAll(() => stage.end());
beforeEach(() => stage.begin());

const verified = (secret: string, { headers, body }: Received) =>
  new Verifier(secret).verify(body, headers) as Record<string, unknown>;
const refusedAs = (code: string) => expect.objectContaining({ code });

describe('a webhook', () => {
  it('hears of what happens in either plane, signed, under one id', async () => {
    const { id, secret } = await stage.make();
    const { id: collectionId } = await stage.makeCollection();
    const people = [{ email: 'new@example.com', roleId: stage.a.roleIds.basic }];
    await invoke(peopleProcedures.invite, { people }, stage.admin.call());
    await stage.run();
    const events = stage.receiver.received.map((one) => verified(secret, one));
    expect(events.map(({ type }) => type).sort()).toEqual(['collections.create', 'people.invite']);
    const own = events.find(({ type }) => type === 'collections.create');
    expect(own).toEqual({
      type: 'collections.create',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      data: {
        tenant: stage.a.slug,
        actor: { kind: 'user', id: stage.admin.userId },
        about: { kind: 'collection', id: collectionId },
        // Of modules that keep rows from some people ids alone leave the house.
        detail: null,
      },
    });
    const invited = events.find(({ type }) => type === 'people.invite');
    expect(invited?.data).toMatchObject({ detail: expect.any(Object) });
    const [one] = stage.receiver.received;
    const headers = one?.headers ?? {};
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${one?.body}`;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const mac = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
    expect(headers['content-type']).toBe('application/json');
    const seen = await stage.logOf(id);
    expect(seen).toMatchObject([{ state: 'delivered', attempts: 1, last: { status: 204 } }, {}]);
    expect(seen.map(({ eventId }) => `evt_${eventId}`)).toContain(headers['webhook-id']);
  });

  it('hears of what it waits for alone, and nothing is noted where nobody waits', async () => {
    const b = await stage.world.tenant();
    const other = await stage.world.member(b, 'admin');
    const { id } = await stage.make({ kinds: ['people.invite'] });
    await stage.makeCollection();
    await stage.makeCollection(other);
    await stage.run();
    expect(stage.receiver.received).toEqual([]);
    await invoke(
      change,
      { id, ...stage.draft({ kinds: ['collections.create'] }) },
      stage.admin.call(),
    );
    await stage.makeCollection();
    await stage.makeCollection(other);
    await stage.run();
    expect(stage.receiver.received).toHaveLength(1);
    await invoke(turnOff, { id }, stage.admin.call());
    await stage.makeCollection();
    const noted = await stage.world.rowsEverywhere(
      `select 1 from outbox where admitted_at is null`,
    );
    expect(noted).toEqual([]);
    await invoke(turnOn, { id }, stage.admin.call());
    await stage.makeCollection();
    await stage.run();
    expect(stage.receiver.received).toHaveLength(2);
  });

  it('hears of nothing that was refused', async () => {
    await stage.make();
    await expect(invoke(remove, { id: stage.a.tenantId }, stage.admin.call())).rejects.toThrow();
    await stage.run();
    expect(stage.receiver.received).toEqual([]);
  });

  it('shows its secret once', async () => {
    const { id, secret } = await stage.make();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const shown = [
      await invoke(list, {}, stage.admin.call()),
      await invoke(get, { id }, stage.admin.call()),
      await stage.world.database.query('select * from control.webhook_endpoints where id = $1', [
        id,
      ]),
      await stage.world.database.query('select * from control.audit_events where target_id = $1', [
        id,
      ]),
    ];
    expect(JSON.stringify(shown)).not.toContain(secret.slice(6));
  });

  it('signs with both secrets while one takes over from the other', async () => {
    const { id, secret } = await stage.make();
    const { secret: next } = await invoke(rotate, { id, overlapHours: 24 }, stage.admin.call());
    await expect(invoke(rotate, { id, overlapHours: 1 }, stage.admin.call())).rejects.toMatchObject(
      { code: 'conflict' },
    );
    stage.receiver.received.length = 0;
    await invoke(sendTest, { id }, stage.admin.call());
    await stage.run();
    const ping = stage.receiver.received.find(({ body }) => body.includes('webhooks.ping'));
    if (!ping) throw new Error('Nothing came.');
    expect(verified(secret, ping)).toEqual(verified(next, ping));
    expect(ping.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    await stage.world.database.query(
      `update control.webhook_endpoints set former_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    stage.receiver.received.length = 0;
    await invoke(sendTest, { id }, stage.admin.call());
    await stage.run();
    const [last] = stage.receiver.received;
    if (!last) throw new Error('Nothing came.');
    expect(() => verified(secret, last)).toThrow();
    verified(next, last);
    const { secret: third } = await invoke(rotate, { id, overlapHours: 0 }, stage.admin.call());
    stage.receiver.received.length = 0;
    await invoke(sendTest, { id }, stage.admin.call());
    await stage.run();
    const [after] = stage.receiver.received;
    if (!after) throw new Error('Nothing came.');
    verified(third, after);
    expect(() => verified(next, after)).toThrow();
  });

  it('is one of ten', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => stage.make()));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect((await invoke(list, {}, stage.admin.call())).webhooks).toHaveLength(10);
    const refused = tries.find((one) => one.status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'limit' } });
  });

  it('is for admins of its workspace', async () => {
    const { id } = await stage.make();
    const guest = await stage.world.member(stage.a, 'company');
    await expect(invoke(list, {}, guest.call())).rejects.toEqual(refusedAs('forbidden'));
    const other = await stage.world.member(await stage.world.tenant(), 'admin');
    const absent = stage.a.tenantId;
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
    await expect(stage.make(more)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('offers events that change something, and no others', async () => {
    const { kinds: offered } = await invoke(kinds, {}, stage.admin.call());
    const names = offered.map(({ name }) => name);
    expect(names).toContain('records.create');
    expect(names).toContain('people.invite');
    for (const none of ['records.list', 'webhooks.deliver', 'tenants.create', 'mail.deliver']) {
      expect(names).not.toContain(none);
    }
  });

  it('goes with its log when it is removed', async () => {
    const { id } = await stage.make();
    await stage.makeCollection();
    await stage.run();
    expect(await stage.logOf(id)).toHaveLength(1);
    await invoke(remove, { id }, stage.admin.call());
    const left = 'select 1 from control.webhook_deliveries where tenant_id = $1';
    expect(await stage.world.database.query(left, [stage.a.tenantId])).toEqual([]);
  });
});
