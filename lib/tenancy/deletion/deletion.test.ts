import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { textOf } from '@/lib/mail/compose';
import { Mail } from '@/lib/mail/mail';
import { unseal } from '@/lib/mail/sealing';
import { coolingDays, dayMs, remindDays } from './cooling';
import { deletionProcedures as deletion } from './procedures';

let world: World;
let tenant: TestTenant;
let admin: TestMember;
let foreign: TestMember;

beforeAll(async () => {
  world = await openWorld();
  foreign = await world.member(await world.tenant(), 'admin');
});
afterAll(() => world.end());
beforeEach(async () => {
  tenant = await world.tenant();
  admin = await world.member(tenant, 'admin');
});

const ask = (member = admin, name = tenant.slug) => invoke(deletion.ask, { name }, member.call());
const state = async (member = admin) => (await invoke(deletion.get, {}, member.call())).deletion;

interface Waiting {
  id: string;
  job: string;
  payload: { deletionId: string };
  at: Date;
}
const jobs = (job: string) =>
  world.database.query<Waiting & Record<string, unknown>>(
    `select id, job, payload, available_at as at from control.outbox
     where tenant_id = $1 and job = $2 order by created_at`,
    [tenant.tenantId, job],
  );
const letters = async () => {
  const waiting = await world.database.query<{ sealed: string }>(
    'select sealed from control.mails where tenant_id = $1 order by id',
    [tenant.tenantId],
  );
  return waiting.map(({ sealed }) => {
    const mail = Mail.parse(JSON.parse(unseal(sealed)));
    return { ...mail.letter, text: textOf(mail) };
  });
};

describe('deletion.ask', () => {
  it('sets the day, tells every admin and nobody else, once', async () => {
    const second = await world.member(tenant, 'admin');
    await world.member(tenant, 'company');
    const asked = await ask();
    const days = (asked.dueAt.getTime() - Date.now()) / dayMs;
    expect(Math.round(days)).toBe(coolingDays);
    expect(await state(second)).toMatchObject({ id: asked.id, askedByName: 'admin member' });
    const sent = await letters();
    expect(sent.map(({ to }) => to).sort()).toEqual([admin.email, second.email].sort());
    expect(sent[0]?.text).toContain('/settings/data');
    expect((await ask(second)).id).toBe(asked.id);
    expect(await letters()).toHaveLength(2);
    const [reminder] = await jobs('deletion.remind');
    expect(asked.dueAt.getTime() - Number(reminder?.at)).toBe(remindDays * dayMs);
  });

  it('wants the name typed, a person, and the right', async () => {
    await expect(ask(admin, 'something else')).rejects.toMatchObject({
      code: 'invalid',
      fields: { name: expect.any(String) },
    });
    const company = await world.member(tenant, 'company');
    const forbidden = { code: 'forbidden' };
    await expect(ask(company)).rejects.toMatchObject(forbidden);
    await expect(state(company)).rejects.toMatchObject(forbidden);
    const cancelled = invoke(deletion.cancel, {}, company.call());
    await expect(cancelled).rejects.toMatchObject(forbidden);
    expect(await state()).toBeNull();
  });

  it('is about this tenant alone', async () => {
    await ask();
    expect(await state(foreign)).toBeNull();
    const cancel = invoke(deletion.cancel, {}, foreign.call());
    await expect(cancel).rejects.toMatchObject({ code: 'precondition' });
    expect(await state()).not.toBeNull();
  });

  it('cannot be made short by the web process', async () => {
    const text = `insert into control.deletions (tenant_id, id, slug, name, asked_by_name, due_at)
       values ('${tenant.tenantId}', app.uuid7(), 's', 'n', 'x', now() + interval '1 day')`;
    const update = `update control.deletions set due_at = now() where tenant_id = '${tenant.tenantId}'`;
    await ask();
    for (const sql of [text, update, `${update} and state = 'waiting'`]) {
      await expect(asWeb(sql)).rejects.toThrow(/row-level security|permission denied/);
    }
  });
});

describe('deletion.cancel', () => {
  it('keeps everything, for any admin, until asked again', async () => {
    await ask();
    const second = await world.member(tenant, 'admin');
    await invoke(deletion.cancel, {}, second.call());
    expect(await state()).toBeNull();
    const again = invoke(deletion.cancel, {}, admin.call());
    await expect(again).rejects.toMatchObject({ code: 'precondition' });
    await ask();
    expect(await state()).not.toBeNull();
  });
});

describe('deletion.remind', () => {
  const remind = async (job: Waiting | undefined) =>
    runJob({
      tenantId: tenant.tenantId,
      plane: 'control',
      outboxId: job?.id ?? '',
      job: 'deletion.remind',
      input: job?.payload ?? {},
    });
  const setDue = (interval: string) =>
    world.database.query(
      `update control.deletions set due_at = now() + $2::interval where tenant_id = $1`,
      [tenant.tenantId, interval],
    );

  it('writes once more near the end, later when it was put off, and not after a cancel', async () => {
    await ask();
    const [first] = await jobs('deletion.remind');
    await setDue('20 days');
    await remind(first);
    const [, later] = await jobs('deletion.remind');
    expect(Math.round((Number(later?.at) - Date.now()) / dayMs)).toBe(20 - remindDays);
    expect(await letters()).toHaveLength(1);
    await setDue('3 days');
    await remind(later);
    const last = (await letters()).at(-1);
    expect(last).toMatchObject({ to: admin.email, subject: expect.stringContaining('reminder') });
    await invoke(deletion.cancel, {}, admin.call());
    await remind({ ...(later as Waiting), id: tenant.tenantId });
    expect(await letters()).toHaveLength(2);
  });
});

/** SQL as an injected statement of the web process would run, in this tenant's scope. */
async function asWeb(text: string) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: world.database.urlOf('rowhouse_web') });
  await client.connect();
  try {
    await client.query(`select set_config('app.tenant', $1, false)`, [tenant.tenantId]);
    return await client.query(text);
  } finally {
    await client.end();
  }
}
