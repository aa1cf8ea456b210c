import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { peopleProcedures } from '../access/people/procedures';
import { invoke } from '../doors/callable';
import { runJob } from '../doors/job';
import { openWorld, type TestMember, type TestTenant, type World } from '../doors/testing';
import { runJobs } from '../identity/testing';
import type { JobPayload } from '../jobs/payload';
import { publishBrand } from '../tenancy/branding/publish';
import { MailTokens } from '../tenancy/branding/tokens';
import { bounceHash } from './bounces';
import { compose } from './compose';
import type { MailKind } from './kinds';
import { mailLook } from './look';
import { mailProcedures } from './procedures';
import { seal } from './sealing';
import { type SmtpServer, startSmtpServer } from './testing/smtp-server';

const { mails } = mailProcedures;

let world: World;
let server: SmtpServer;
let tenant: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  server = await startSmtpServer();
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${server.port}?ignoreTLS=true`);
  world = await openWorld();
});
afterAll(async () => {
  server.close();
  await world.end();
});
beforeEach(async () => {
  server.answer({});
  server.taken.length = 0;
  tenant = await world.tenant();
  admin = await world.member(tenant, 'admin');
});

const list = async (by = admin, query = {}) =>
  (await invoke(mails.list, query, by.call())).mails.map(({ recipient, state }) => [
    recipient,
    state,
  ]);
const invite = (email: string) =>
  invoke(
    peopleProcedures.invite,
    { people: [{ email, roleId: tenant.roleIds.basic }] },
    admin.call(),
  );
const idOf = async (recipient: string) => {
  const { mails: found } = await invoke(mails.list, { q: recipient }, admin.call());
  return found[0]?.id ?? '';
};

describe('what was sent', () => {
  it('is listed with what became of it, and its words are gone once it went out', async () => {
    await invite('ada@new.example');
    expect(await list()).toEqual([['ada@new.example', 'queued']]);
    await runJobs(world);
    expect(await list()).toEqual([['ada@new.example', 'sent']]);
    expect(server.taken[0]).toMatch(/^From: .*<no-reply@rowhouse\.localhost>$/m);
    const rows = await world.database.query(
      'select 1 from control.mails where tenant_id = $1 and sealed is not null',
      [tenant.tenantId],
    );
    expect(rows).toEqual([]);
  });

  it('tells of a bounce, at the person too, and sends nothing there until an admin lets it', async () => {
    const member = await world.member(tenant, 'basic', { email: 'ben@gone.example' });
    server.answer({ RCPT: '550 5.1.1 No such user' });
    await invite('cleo@gone.example');
    await runJobs(world);
    expect(await list()).toEqual([['cleo@gone.example', 'bounced']]);
    await bounce('ben@gone.example');
    const { people } = await invoke(peopleProcedures.list, {}, admin.call());
    expect(people.filter((one) => one.mailBounces).map(({ userId }) => userId)).toEqual([
      member.userId,
    ]);

    const company = await world.member(tenant, 'company');
    const seen = await invoke(peopleProcedures.list, {}, company.call());
    expect(seen.people.filter((one) => one.mailBounces)).toEqual([]);

    server.answer({});
    const old = await idOf('cleo@gone.example');
    await invoke(peopleProcedures.resend, await openInvitation(), admin.call());
    await runJobs(world);
    expect(await list()).toEqual([
      ['cleo@gone.example', 'withheld'],
      ['cleo@gone.example', 'bounced'],
    ]);
    expect(server.taken).toEqual([]);
    await expect(invoke(mails.retry, { id: old }, admin.call())).rejects.toThrow(/is over/);
    const id = await idOf('cleo@gone.example');
    expect(await invoke(mails.retry, { id }, admin.call())).toEqual({ isQueued: true });
    await runJobs(world);
    expect((await list())[0]).toEqual(['cleo@gone.example', 'sent']);
  });

  it('is tried again three times a day at most, and none after a week stays withheld', async () => {
    server.answer({ RCPT: '550 5.1.1 No such user' });
    await invite('gus@gone.example');
    await runJobs(world);
    const id = await idOf('gus@gone.example');
    for (let time = 0; time < 3; time += 1) {
      await invoke(mails.retry, { id }, admin.call());
      await runJobs(world);
    }
    await expect(invoke(mails.retry, { id }, admin.call())).rejects.toMatchObject({
      code: 'limit',
    });
    server.answer({});
    await world.database.query(
      `update control.bounced_addresses set created_at = now() - interval '8 days'
       where tenant_id = $1`,
      [tenant.tenantId],
    );
    await invoke(peopleProcedures.resend, await openInvitation(), admin.call());
    await runJobs(world);
    expect((await list())[0]).toEqual(['gus@gone.example', 'sent']);
  });

  it('keeps no link that somebody asked for from them, and shuts no address of a stranger', async () => {
    await world.member(tenant, 'basic', { email: 'hal@here.example' });
    await bounce('hal@here.example');
    await deliver('sign-in', 'hal@here.example');
    expect(server.taken).toHaveLength(1);
    expect(await bounced()).toBe(0);

    server.answer({ RCPT: '550 5.1.1 No such user' });
    await deliver('joining', 'stranger@soon.example');
    expect(await bounced()).toBe(0);
    await deliver('sign-in', 'hal@here.example');
    expect(await bounced()).toBe(1);
  });

  it('says that a mail failed which nothing tries any more, and tries it again', async () => {
    await deliver('roles', 'ida@new.example', { run: false });
    await world.database.query(
      `update control.mails set changed_at = now() - interval '2 days' where tenant_id = $1`,
      [tenant.tenantId],
    );
    expect(await list(admin, { state: 'failed' })).toEqual([['ida@new.example', 'failed']]);
    const id = await idOf('ida@new.example');
    expect(await invoke(mails.retry, { id }, admin.call())).toEqual({ isQueued: true });
    await runJobs(world);
    expect(await list()).toEqual([['ida@new.example', 'sent']]);
  });

  it('says so of a mail that cannot be put together', async () => {
    await deliver('roles', 'jon@new.example', { run: false, sealed: 'nothing' });
    const id = await idOf('jon@new.example');
    const job = jobOf(id);
    await expect(runJob(job)).rejects.toThrow();
    await world.database.query('update control.mails set attempts = 11 where id = $1', [id]);
    await runJob(job);
    expect(await list()).toEqual([['jon@new.example', 'failed']]);
  });

  it('is tried again while the server says later, and fails with its words', async () => {
    server.answer({ RCPT: '450 4.2.0 Come back later' });
    await invite('dora@busy.example');
    await expect(runJobs(world)).rejects.toThrow();
    const id = await idOf('dora@busy.example');
    const { mails: waiting } = await invoke(mails.list, {}, admin.call());
    expect(waiting[0]).toMatchObject({ state: 'queued', attempts: 1 });
    expect(waiting[0]?.reason).toContain('Come back later');
    server.answer({ END: '554 5.7.1 Looks like spam' });
    await runJob(jobOf(id));
    expect(await list()).toEqual([['dora@busy.example', 'failed']]);
  });

  it('leaves out links that somebody asked for who is no member', async () => {
    await world.member(tenant, 'basic', { email: 'eva@here.example' });
    const note = (kind: MailKind, recipient: string) =>
      world.database.query(
        `insert into control.mails (tenant_id, id, kind, recipient, recipient_key, state)
         values ($1, app.uuid7(), $2, $3, $3, 'bounced')`,
        [tenant.tenantId, kind, recipient],
      );
    await note('sign-in', 'eva@here.example');
    await note('sign-in', 'stranger@pool.example');
    await note('invitation', 'stranger@pool.example');
    // Noted within one millisecond they stand in any order.
    const noted = (await list()).map(([to]) => to).sort();
    expect(noted).toEqual(['eva@here.example', 'stranger@pool.example']);
    const id = await idOf('eva@here.example');
    expect(await invoke(mails.retry, { id }, admin.call())).toEqual({ isQueued: false });
    expect(await list()).toContainEqual(['eva@here.example', 'failed']);
    await expect(invoke(mails.retry, { id }, admin.call())).rejects.toThrow(/is over/);
  });

  it('is for admins of the tenant, and only what did not arrive is tried again', async () => {
    await invite('finn@new.example');
    const id = await idOf('finn@new.example');
    await expect(invoke(mails.retry, { id }, admin.call())).rejects.toMatchObject({
      code: 'precondition',
    });
    const company = await world.member(tenant, 'company');
    await expect(list(company)).rejects.toMatchObject({ code: 'forbidden' });
    const elsewhere = await world.tenant();
    const stranger = await world.member(elsewhere, 'admin');
    expect(await list(stranger)).toEqual([]);
    await expect(invoke(mails.retry, { id }, stranger.call())).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

const jobOf = (id: string): JobPayload => ({
  ...{ tenantId: tenant.tenantId, plane: 'control', job: 'mail.deliver' },
  ...{ outboxId: id, input: { id } },
});

/** A mail of a kind that waits, delivered unless it is told not to. */
async function deliver(
  kind: MailKind,
  to: string,
  { run = true, sealed }: { run?: boolean; sealed?: string } = {},
) {
  const { brand } = publishBrand({ color: '#1a6b50', name: 'Gangnam' });
  const mail = compose(mailLook(brand, MailTokens.parse({})), {
    ...{ kind, to, language: 'en', subject: 'Hello', heading: 'Hello', paragraphs: [], note: '' },
    button: { label: 'Open', url: 'https://gangnam.example/' },
  });
  const id = uuidv7();
  await world.database.query(
    `insert into control.mails (tenant_id, id, kind, recipient, recipient_key, sealed)
     values ($1, $2, $3, $4, $4, $5)`,
    [tenant.tenantId, id, kind, to, sealed ?? seal(JSON.stringify(mail))],
  );
  if (run) await runJob(jobOf(id));
}

const bounce = (email: string) =>
  world.database.query(
    `insert into control.bounced_addresses (tenant_id, id, address_hash, reason)
     values ($1, app.uuid7(), $2, '550')`,
    [tenant.tenantId, bounceHash(tenant.tenantId, email)],
  );

async function bounced(): Promise<number> {
  const rows = await world.database.query(
    'select 1 from control.bounced_addresses where tenant_id = $1',
    [tenant.tenantId],
  );
  return rows.length;
}

async function openInvitation() {
  const { invitations } = await invoke(peopleProcedures.invitations, {}, admin.call());
  return { id: invitations[0]?.id ?? '' };
}
