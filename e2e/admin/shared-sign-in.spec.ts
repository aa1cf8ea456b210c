import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { enterConsole } from '../support/console';
import { choose } from '../support/menu';
import { addDevice } from '../support/passkeys';
import { urlOf } from '../support/places';
import { arrive } from '../support/sign-in';
import { askStaff } from '../support/staff';
import {
  addMember,
  enter,
  linkMailedTo,
  type Member,
  newSlug,
  type OwnTenant,
  openTenant,
} from '../support/tenants';
import { expect, test } from '../support/test';

const newPassword = 'orchid-ladder-quiet-harvest';

test('two tenants join a shared pool, and their people come over', async ({
  page,
  anotherDevice,
}) => {
  test.slow();
  const pool = `Campus ${newSlug()}`;
  await askStaff('/api/v1/shared-pools', { name: pool, reason: 'Two schools want it' });
  const first = await openTenant();
  const member = await addMember(first, 'basic', 'Nils Falk');
  const keyholder = await addMember(first, 'basic', 'Pia Moss');
  const herPage = await anotherDevice();
  await addPasskey(herPage, first, keyholder);
  const second = await openTenant();
  await addMember(second, 'basic', 'Late Comer');

  const staff = await anotherDevice();
  await enterConsole(staff);
  await offer(staff, first, pool);
  await expectAccessible(staff, 'a tenant that is offered a shared pool');
  await offer(staff, second, pool);

  const owner = await anotherDevice();
  await agree(owner, first);
  await expectAccessible(owner, 'proving the other account');
  await byMail(owner, first.owner.email);
  await owner.getByLabel('Choose a password').fill(newPassword);
  await expectAccessible(owner, 'making the other account');
  await owner.getByRole('button', { name: 'Create account and bring it over' }).click();
  await expect(owner).toHaveURL(urlOf(first.slug));

  // A passkey of the tenant's host proves the former account, and needs no code beside it.
  await herPage.goto(urlOf(first.slug, '/claim'));
  await herPage.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(herPage.getByRole('button', { name: 'Use a passkey' })).toBeVisible();
  await expectAccessible(herPage, 'a former account to be proven');
  await herPage.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(herPage.getByText(`Pia Moss · ${keyholder.email}`)).toBeVisible();
  await expect(herPage.getByRole('button', { name: 'Use a passkey' })).toHaveCount(0);
  await byMail(herPage, keyholder.email);
  await herPage.getByLabel('Choose a password').fill(newPassword);
  await herPage.getByRole('button', { name: 'Create account and bring it over' }).click();
  await expect(herPage).toHaveURL(urlOf(first.slug));

  await owner.goto(urlOf(first.slug, '/settings/security'));
  await expect(owner.getByText('1 person has not come over')).toBeVisible();
  await owner.getByRole('link', { name: 'See who' }).click();
  await expect(owner.getByRole('row', { name: member.name })).toContainText('Not come over');
  await choose(
    owner,
    owner.getByRole('button', { name: `Actions for ${member.name}` }),
    'Remind to come over',
  );
  await owner.getByRole('button', { name: 'Send mail' }).click();
  await expect.poll(() => linkMailedTo(member.email)).toContain('/claim');

  // The former password opens the way over and nothing else.
  await page.goto(urlOf(first.slug, '/sign-in'));
  await page.getByLabel('E-mail', { exact: true }).fill(member.email);
  await page.getByLabel('Password', { exact: true }).fill(member.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('E-mail or password is wrong.')).toBeVisible();
  await page.getByRole('link', { name: 'Bring your account over' }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await prove(page, member);
  await expectAccessible(page, 'a former account that was proven');
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.getByText('Not proven yet')).toHaveCount(2);
  await prove(page, member);
  await byMail(page, member.email);
  await page.getByLabel('Choose a password').fill(newPassword);
  await page.getByRole('button', { name: 'Create account and bring it over' }).click();
  await expect(page).toHaveURL(urlOf(first.slug));

  // With the last who came it is over.
  await owner.goto(urlOf(first.slug, '/settings/security'));
  await expect(owner.getByRole('heading', { name: 'E-mail domains' })).toBeVisible();
  await expect(owner.getByRole('heading', { name: 'Shared sign-in' })).toHaveCount(0);

  // The second owner comes with the account that the first one has by now.
  const other = await anotherDevice();
  await agree(other, second);
  await prove(other, { email: first.owner.email, password: newPassword });
  await other.getByRole('button', { name: 'Bring it over' }).click();
  await expect(other).toHaveURL(urlOf(second.slug));

  // Somebody of it never comes, and staff end it.
  await staff.goto(urlOf('console', `/tenants/${second.id}`));
  await staff.getByRole('button', { name: 'End coming over' }).click();
  const dialog = staff.getByRole('alertdialog');
  await expect(dialog.getByText(/1 person who has not come over/)).toBeVisible();
  await expectAccessible(staff, 'ending a join');
  await dialog.getByLabel(`Type ${second.name} to confirm`).fill(second.name);
  await dialog.getByLabel('Reason').fill('They left long ago');
  await dialog.getByRole('button', { name: 'End coming over' }).click();
  await expect(staff.getByText(`Came over to ${pool}.`)).toBeVisible();
});

async function addPasskey(page: Page, { slug }: OwnTenant, member: Member) {
  await addDevice(page);
  await arrive(page, urlOf(slug, '/account'), member);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Phone');
  await page.getByRole('button', { name: 'Add passkey', exact: true }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
}

async function offer(page: Page, { id, name }: OwnTenant, pool: string) {
  await page.goto(urlOf('console', `/tenants/${id}`));
  await page.getByRole('button', { name: 'Offer to join' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Shared pool').click();
  await page.getByRole('option', { name: pool }).click();
  await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
  await dialog.getByLabel('Reason').fill('They asked for it');
  await dialog.getByRole('button', { name: 'Send offer' }).click();
  await expect(page.getByText('Offered', { exact: true })).toBeVisible();
}

async function agree(page: Page, tenant: OwnTenant) {
  await enter(page, tenant, '/settings/security');
  await page.getByRole('button', { name: 'Agree' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(urlOf(tenant.slug, '/claim'));
}

async function prove(page: Page, { email, password }: Pick<Member, 'email' | 'password'>) {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(page.getByText(email).first()).toBeVisible();
}

/** Has a link mailed to an address that has no account in the pool, and follows it. */
async function byMail(page: Page, email: string) {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByRole('button', { name: /I have no account yet/ }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  await expect.poll(() => linkMailedTo(email)).toMatch(/\/claim\/[\w-]{43}/);
  await page.goto(await linkMailedTo(email));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText(`${email}, a new account`)).toBeVisible();
}
