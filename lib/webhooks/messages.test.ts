import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '../doors/callable';
import { runJob } from '../doors/job';
import { setStatus } from '../doors/testing';
import { webCall } from '../doors/web-call';
import { tokenProcedures } from '../identity/tokens/procedures';
import { webhookProcedures } from './procedures';
import { well } from './testing/receiver';
import { type HookStage, openHookStage } from './testing/stage';

const { change, get, turnOn, sendTest, deliveries, delivery, replay, replayRange } =
  webhookProcedures.webhooks;

let stage: HookStage;
beforeAll(async () => {
  stage = await openHookStage();
});
afterAll(() => stage.end());
beforeEach(() => stage.begin());

const waiting = () =>
  stage.world.database.query(
    `select 1 from control.outbox
     where tenant_id = $1 and job = 'webhooks.deliver' and admitted_at is null`,
    [stage.a.tenantId],
  );

describe('a message', () => {
  it('is tried again later under the same id until it arrives', async () => {
    const { id } = await stage.make();
    stage.receiver.answer = (response) => response.writeHead(500).end('broken\0 for now');
    await stage.makeCollection();
    await stage.run();
    expect(await stage.logOf(id)).toMatchObject([
      { state: 'waiting', attempts: 1, last: { status: 500, answer: 'broken for now' } },
    ]);
    expect(await waiting()).toHaveLength(1);
    await stage.run();
    expect(stage.receiver.received).toHaveLength(1);
    stage.receiver.answer = well;
    await stage.later();
    await stage.run();
    expect(await stage.logOf(id, { state: 'delivered' })).toMatchObject([{ attempts: 2 }]);
    const ids = new Set(stage.receiver.received.map(({ headers }) => headers['webhook-id']));
    expect(ids.size).toBe(1);
    expect(await invoke(get, { id }, stage.admin.call())).toMatchObject({ failingSince: null });
  });

  it('is given up after ten tries, and can be sent again', async () => {
    const { id } = await stage.make();
    stage.receiver.answer = (response) => response.writeHead(503).end();
    await stage.makeCollection();
    for (let at = 0; at < 12; at++) {
      await stage.run();
      await stage.later();
    }
    const [given] = await stage.logOf(id);
    expect(given).toMatchObject({ state: 'failed', attempts: 10, nextAt: null });
    expect(stage.receiver.received).toHaveLength(10);
    stage.receiver.answer = well;
    await invoke(replay, { id: given?.id ?? '' }, stage.admin.call());
    await stage.run();
    const after = await invoke(delivery, { id: given?.id ?? '' }, stage.admin.call());
    expect(after).toMatchObject({ state: 'delivered', attempts: 11 });
    expect(after.tries).toHaveLength(11);
    expect(JSON.parse(after.body)).toMatchObject({ type: 'collections.create' });
  });

  it('waits for as long as its receiver asks, those behind it for minutes at most', async () => {
    const { id } = await stage.make();
    stage.receiver.answer = (response) => response.writeHead(429, { 'retry-after': '3600' }).end();
    await stage.makeCollection();
    await stage.run();
    await stage.makeCollection();
    await stage.run();
    expect(stage.receiver.received).toHaveLength(1);
    const [behind, first] = (await stage.logOf(id)).map(
      ({ nextAt }) => (nextAt?.getTime() ?? 0) - Date.now(),
    );
    expect(first).toBeGreaterThan(3_000_000);
    expect(behind).toBeGreaterThan(200_000);
    expect(behind).toBeLessThanOrEqual(300_000);
  });

  it('costs no job of its own while its receiver rests', async () => {
    const { id } = await stage.make();
    stage.receiver.answer = (response) => response.writeHead(500).end();
    for (let at = 0; at < 30; at++) await stage.makeCollection();
    await stage.run();
    expect(await waiting()).toHaveLength(1);
    const jobs = () =>
      stage.world.database.query(
        `select 1 from control.outbox where tenant_id = $1 and job = 'webhooks.deliver'`,
        [stage.a.tenantId],
      );
    const before = (await jobs()).length;
    for (let rests = 0; rests < 3; rests++) {
      await stage.later();
      await stage.run();
      expect(await waiting()).toHaveLength(1);
    }
    expect((await jobs()).length - before).toBeLessThanOrEqual(3);
    expect(stage.receiver.received).toHaveLength(4);
    stage.receiver.answer = well;
    await stage.later();
    await stage.run();
    expect((await stage.logOf(id)).every(({ state }) => state === 'delivered')).toBe(true);
  });

  it('is given up where a thousand newer ones wait, and its log says so', async () => {
    const { id } = await stage.make();
    await stage.world.database.query(
      `insert into control.webhook_deliveries
         (tenant_id, id, endpoint_id, event_id, kind, body, next_at)
       select $1, app.uuid7(), $2, app.uuid7(), 'people.invite', '{}', now()
       from generate_series(1, 1000)`,
      [stage.a.tenantId, id],
    );
    await stage.world.database.query(
      `update control.webhook_endpoints set rests_until = now() + interval '1 hour' where id = $1`,
      [id],
    );
    await stage.makeCollection();
    await stage.run();
    expect(await stage.logOf(id, { state: 'failed' })).toMatchObject([
      { last: { fault: 'crowded' }, nextAt: null },
    ]);
  });

  it('leaves a slow receiver alone for a while, though it is well', async () => {
    await stage.make();
    stage.receiver.answer = (response) =>
      void setTimeout(() => response.writeHead(204).end(), 2_100);
    await stage.makeCollection();
    await stage.makeCollection();
    await stage.run();
    expect(stage.receiver.received).toHaveLength(1);
    await stage.later();
    await stage.run();
    expect(stage.receiver.received).toHaveLength(2);
  });

  it('that cannot be signed is a try that failed', async () => {
    const { id } = await stage.make();
    await stage.world.database.query(
      `update control.webhook_endpoints set secret = 'spoilt' where id = $1`,
      [id],
    );
    await stage.makeCollection();
    await stage.run();
    expect(await stage.logOf(id)).toMatchObject([
      { state: 'waiting', attempts: 1, last: { fault: 'secret' } },
    ]);
  });

  it('follows no redirect', async () => {
    await stage.make();
    stage.receiver.answer = (response) =>
      response.writeHead(302, { location: stage.receiver.url }).end();
    await stage.makeCollection();
    await stage.run();
    expect(stage.receiver.received).toHaveLength(1);
  });

  it('is made once of each try, whoever comes twice', async () => {
    await stage.make();
    await stage.makeCollection();
    await stage.run();
    await stage.world.database.query(
      'update control.outbox set admitted_at = null where job = $1',
      ['webhooks.deliver'],
    );
    await stage.run();
    expect(stage.receiver.received).toHaveLength(1);
  });

  it('is begun once at each webhook, however often the event is told', async () => {
    await stage.make();
    const input = { eventId: uuidv7(), kind: 'people.invite', body: '{}' };
    for (const outboxId of [uuidv7(), uuidv7()]) {
      const { tenantId } = stage.a;
      const job = { job: 'webhooks.fanOut', input };
      await runJob({ tenantId, plane: 'control', outboxId, ...job });
    }
    await stage.run();
    expect(stage.receiver.received).toHaveLength(1);
  });

  it('is listed a page at a time, and looked for by state and event', async () => {
    const { id } = await stage.make();
    for (let at = 0; at < 3; at++) await stage.makeCollection();
    await stage.run();
    const page = (more: object) => invoke(deliveries, { id, size: 2, ...more }, stage.admin.call());
    const first = await page({});
    const { deliveries: rest, older } = await page({ cursor: first.older ?? undefined });
    expect(new Set([...first.deliveries, ...rest].map((one) => one.eventId)).size).toBe(3);
    expect(older).toBeNull();
    expect((await page({ state: 'failed' })).deliveries).toEqual([]);
    expect((await page({ kind: 'people.invite' })).deliveries).toEqual([]);
  });

  it('shuts its webhook where the receiver is gone, and admins hear of it', async () => {
    const { id } = await stage.make();
    stage.receiver.answer = (response) => response.writeHead(410).end();
    await stage.makeCollection();
    await stage.run();
    expect(await invoke(get, { id }, stage.admin.call())).toMatchObject({ state: 'gone' });
    const mails = await stage.world.database.query(
      'select subject from control.mailbox where recipient = $1',
      [stage.admin.email],
    );
    expect(mails).toEqual([{ subject: 'The webhook Ours was turned off' }]);
    await stage.makeCollection();
    await stage.run();
    expect(stage.receiver.received).toHaveLength(1);
    await expect(invoke(sendTest, { id }, stage.admin.call())).rejects.toEqual(
      expect.objectContaining({ code: 'precondition' }),
    );
  });

  it('shuts its webhook where nothing arrived for five days', async () => {
    const { id } = await stage.make();
    stage.receiver.answer = (response) => response.writeHead(500).end();
    await stage.makeCollection();
    await stage.run();
    await stage.world.database.query(
      `update control.webhook_endpoints set failing_since = now() - interval '5 days' where id = $1`,
      [id],
    );
    await stage.later();
    await stage.run();
    expect(await invoke(get, { id }, stage.admin.call())).toMatchObject({ state: 'failed' });
    await stage.later();
    await stage.run();
    expect(await stage.logOf(id)).toMatchObject([{ state: 'failed', last: { fault: 'off' } }]);
    expect(stage.receiver.received).toHaveLength(2);
    stage.receiver.answer = well;
    await invoke(turnOn, { id }, stage.admin.call());
    const range = {
      from: new Date(Date.now() - 3_600_000).toISOString(),
      to: new Date(Date.now() + 60_000).toISOString(),
    };
    expect(await invoke(replayRange, { id, ...range }, stage.admin.call())).toEqual({
      count: 1,
      next: null,
    });
    await stage.run();
    expect(await stage.logOf(id, { kind: 'collections.create' })).toMatchObject([
      { state: 'delivered' },
    ]);
    expect(await invoke(replayRange, { id, ...range }, stage.admin.call())).toMatchObject({
      count: 0,
    });
  });

  it('stays where it is while its workspace is suspended', async () => {
    const { id } = await stage.make();
    await stage.makeCollection();
    await setStatus(stage.a, 'suspended');
    await stage.run();
    expect(stage.receiver.received).toEqual([]);
    await setStatus(stage.a, 'active');
    await stage.later();
    await stage.run();
    expect(stage.receiver.received).toHaveLength(1);
    expect(await stage.logOf(id)).toMatchObject([{ state: 'delivered' }]);
  });

  it('is read by who may read the audit trail', async () => {
    const { id } = await stage.make();
    await stage.makeCollection();
    await stage.run();
    const [first] = await stage.logOf(id);
    const withScopes = async (scopes: string[]) => {
      const draft = { name: 'Log', scopes, expiresInDays: 1 };
      const { token } = await invoke(tokenProcedures.tokens.create, draft, stage.admin.call());
      const headers = new Headers({ host: stage.a.host, authorization: `Bearer ${token}` });
      return webCall('rest', headers, '127.0.0.1');
    };
    const asked = { id: first?.id ?? '' };
    await expect(
      invoke(delivery, asked, await withScopes(['webhooks.manage'])),
    ).rejects.toMatchObject({ code: 'forbidden', message: expect.stringContaining('audit trail') });
    const both = await invoke(delivery, asked, await withScopes(['webhooks.manage', 'audit.read']));
    expect(both.body).toContain('collections.create');
  });

  it('names a receiver in the trail by where it is, without what may be its secret', async () => {
    const url = `${stage.receiver.url}/s3cret-path?key=s3cret`;
    const { id } = await stage.make({ url });
    await invoke(change, { ...stage.draft({ url: `${url}2` }), id }, stage.admin.call());
    const trail = await stage.world.database.query<{ detail: unknown }>(
      'select detail from control.audit_events where target_id = $1 order by at',
      [id],
    );
    expect(JSON.stringify(trail)).not.toContain('s3cret');
    expect(trail[1]?.detail).toMatchObject({ after: { otherAddress: true } });
  });
});
