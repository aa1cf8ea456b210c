import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleProcedures } from '../access/people/procedures';
import { invoke } from '../doors/callable';
import { runJob } from '../doors/job';
import { openWorld, type TestTenant, type World } from '../doors/testing';
import { webCall } from '../doors/web-call';
import { runJobs } from '../identity/testing';
import type { JobPayload } from '../jobs/payload';
import { publishBrand } from '../tenancy/branding/publish';
import { MailTokens } from '../tenancy/branding/tokens';
import { compose, textOf } from './compose';
import { htmlOf } from './draw';
import type { Letter } from './letter';
import { mailLook } from './look';
import { mailProcedures } from './procedures';
import { seal } from './sealing';
import { addressOf } from './transport';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const { look: plain, letter } = {
  look: mailLook(
    publishBrand({ color: '#1a6b50', name: 'Gangnam <script>' }).brand,
    MailTokens.parse({}),
  ),
  letter: {
    kind: 'roles',
    to: 'reader@example.com',
    language: 'en',
    subject: 'Hello',
    heading: 'Hello <img src=x onerror=alert(1)>',
    paragraphs: ['Plain words', '"></p><script>alert(1)</script>'],
    button: { label: 'Open', url: 'https://gangnam.example/a?b=1&c=%22' },
    note: 'Not for you? Leave it.',
  } satisfies Letter,
};
const mail = compose(plain, letter);

const kept = () =>
  invoke(
    mailProcedures.mailbox.list,
    {},
    webCall('rest', new Headers({ host: 'rowhouse.localhost' }), '127.0.0.1'),
  );

/** A mail that waits; answers the job that delivers it. */
async function waiting(
  tenant: TestTenant,
  sealed = seal(JSON.stringify(mail)),
  kind = 'roles',
): Promise<JobPayload> {
  const id = uuidv7();
  await world.database.query(
    `insert into control.mails (tenant_id, id, kind, recipient, recipient_key, sealed)
     values ($1, $2, $5, $3, $3, $4)`,
    [tenant.tenantId, id, letter.to, sealed, kind],
  );
  const { tenantId } = tenant;
  return {
    ...{ tenantId, plane: 'control', outboxId: uuidv7() },
    ...{ job: 'mail.deliver', input: { id } },
  };
}

it('keeps a delivered mail on this machine, once however often the job is repeated', async () => {
  const tenant = await world.tenant();
  const job = await waiting(tenant);
  await runJob(job);
  await runJob(job);
  const { mails } = await kept();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ recipient: letter.to, subject: letter.subject });
  const rows = await world.database.query('select state, sealed from control.mails where id = $1', [
    job.input.id,
  ]);
  expect(rows).toEqual([{ state: 'sent', sealed: null }]);
});

it('is counted where people of the tenant had it sent, and never where somebody asked for a link', async () => {
  const tenant = await world.tenant();
  const sealed = seal(JSON.stringify(mail));
  const jobs = [];
  for (const kind of ['roles', 'sign-in', 'plan']) jobs.push(await waiting(tenant, sealed, kind));
  for (const job of jobs) await runJob(job);
  await runJob(jobs[0] as JobPayload);
  const counted = await world.database.query(
    `select id from control.usage_events where tenant_id = $1 and meter = 'messages'`,
    [tenant.tenantId],
  );
  expect(counted).toEqual([{ id: jobs[0]?.input.id }]);
});

it('delivers nothing that was not sealed here', async () => {
  const tenant = await world.tenant();
  const job = await waiting(tenant, `${seal(JSON.stringify(mail)).slice(0, -4)}AAAA`);
  await expect(runJob(job)).rejects.toThrow();
});

it('goes out in plain looks where those of the tenant cannot be read', async () => {
  const tenant = await world.tenant();
  await world.database.query('delete from control.brandings where tenant_id = $1', [
    tenant.tenantId,
  ]);
  await world.database.query(
    `insert into control.brandings (tenant_id, id, version, state, tokens, brand)
     values ($1, app.uuid7(), 99, 'published', '{"v": 99}', '{"v": 99}')`,
    [tenant.tenantId],
  );
  const admin = await world.member(tenant, 'admin');
  const people = [{ email: 'plain@example.com', roleId: tenant.roleIds.basic }];
  await invoke(peopleProcedures.invite, { people }, admin.call());
  await runJobs(world);
  const { mails } = await kept();
  expect(mails.some(({ recipient }) => recipient === 'plain@example.com')).toBe(true);
});

describe('a mail', () => {
  const { brand } = publishBrand({
    ...{ color: '#f5b81f', name: 'Saffron', logoPath: '/brand/one.png' },
    legal: { terms: 'https://saffron.example/terms' },
  });
  const chosen = MailTokens.parse({
    ...{ senderName: 'Saffron front desk', replyTo: 'desk@saffron.example' },
    footer: 'Saffron Ltd\n1 Harbour Road',
  });
  const dressed = compose(mailLook(brand, chosen), { ...letter, language: 'ko' });

  it('goes out in the name its tenant chose, and answers go where it said', () => {
    expect(addressOf(dressed)).toMatchObject({
      from: { name: 'Saffron front desk' },
      replyTo: 'desk@saffron.example',
    });
    expect(addressOf(mail)).toMatchObject({ from: { name: 'Gangnam script' } });
    for (const name of ['a@bank.example', 'a＠bank.example', '\u2066a@bank.example']) {
      const named = publishBrand({ color: '#1a6b50', name }).brand;
      expect(mailLook(named, MailTokens.parse({})).senderName).toBe('a bank.example');
    }
  });

  it('shows logo, footer and legal links, as HTML and as text', async () => {
    const html = await htmlOf(dressed);
    expect(html).toContain('src="https://gangnam.example/brand/one.png"');
    expect(html).toContain('href="https://saffron.example/terms"');
    expect(html).toContain('Saffron Ltd\n1 Harbour Road');
    expect(html).toContain('prefers-color-scheme:dark');
    expect(textOf(dressed)).toContain('Saffron Ltd\n1 Harbour Road\n이용약관: https://saffron');
  });

  it('lets nothing that somebody wrote become markup', async () => {
    const html = await htmlOf(mail);
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;alert(1)');
  });
});
