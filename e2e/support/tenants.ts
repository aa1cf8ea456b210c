import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { ask } from './ask';
import { urlOf } from './places';
import { arrive, bearerOf } from './sign-in';
import { askStaff } from './staff';

export interface Member {
  email: string;
  password: string;
  name: string;
}

export interface OwnTenant {
  id: string;
  slug: string;
  name: string;
  owner: Member;
}

const password = 'nine-quiet-harbours';

export const newSlug = () => `t-${randomBytes(5).toString('hex')}`;

/**
 * A tenant that only this test knows, with its owner as admin, on the shard of a name if one is
 * given. Staff open it: they may open many.
 */
export async function openTenant(
  content: 'sample' | 'empty' = 'empty',
  shard?: string,
): Promise<OwnTenant> {
  const slug = newSlug();
  const name = `Harbour ${slug}`;
  const owner = { email: `owner@${slug}.example`, password, name: 'Olga Berg' };
  const made = await askStaff('/api/v1/tenants', {
    name,
    slug,
    content,
    owner: { name: owner.name, email: owner.email },
    reason: 'To try the product in a browser',
    ...(shard && { shard }),
  });
  expect(made.status, made.text).toBe(200);
  const token = (await linkMailedTo(owner.email)).split('/').at(-1);
  const chosen = await ask(slug, `/api/v1/password-resets/${token}`, { json: { password } });
  expect(chosen.status, chosen.text).toBe(200);
  return { id: made.body.id, slug, name, owner };
}

/** Goes to a page of a tenant as its owner, who signs in on the way. */
export const enter = (page: Page, { slug, owner }: OwnTenant, path = '/') =>
  arrive(page, urlOf(slug, path), owner);

/** Invites an address in a role; gives the link that was mailed. */
export async function inviteByMail(
  { slug, owner }: OwnTenant,
  role: string,
  email: string,
): Promise<string> {
  const headers = await bearerOf(slug, owner.email, owner.password);
  const { body } = await ask(slug, '/api/v1/roles', { headers });
  const roleId = body.roles.find(({ key }: { key: string }) => key === role)?.id;
  const invited = await ask(slug, '/api/v1/invitations', {
    headers,
    json: { people: [{ email, roleId }] },
  });
  expect(invited.status, invited.text).toBe(200);
  return await linkMailedTo(email);
}

/** Brings somebody into a tenant by invitation, without a browser. */
export async function addMember(tenant: OwnTenant, role: string, name: string): Promise<Member> {
  const email = `${role}-${randomBytes(4).toString('hex')}@${tenant.slug}.example`;
  const token = (await inviteByMail(tenant, role, email)).split('/').at(-1);
  const accepted = await ask(tenant.slug, `/api/v1/invitations/${token}/accept`, {
    json: { name, password },
  });
  expect(accepted.status, accepted.text).toBe(200);
  return { email, password, name };
}

/** The link in the newest mail to an address, waiting for it to arrive. */
export async function linkMailedTo(email: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const { body } = await ask('root', '/api/v1/mailbox');
        const mail = body.mails.find((one: { recipient: string }) => one.recipient === email);
        link = mail && /https?:\/\/\S+/.exec(mail.text)?.[0];
        return link;
      },
      { message: `a mail to ${email}`, timeout: 20_000 },
    )
    .toBeDefined();
  return String(link);
}
