import type { Page } from '@playwright/test';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { choose } from '../support/menu';
import { urlOf } from '../support/places';
import { bearerOf } from '../support/sign-in';
import { enter, linkMailedTo, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const colleague = { name: 'Ida Stone', password: 'seven-green-lamps' };

const actOn = (page: Page, name: string, act: string) =>
  choose(page, page.getByRole('button', { name: `Actions for ${name}` }), act);

test('a colleague is invited, joins, gets another role and is removed', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const email = `ida@${tenant.slug}.example`;
  await enter(page, tenant, '/settings/people');

  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByLabel('Addresses', { exact: true }).fill(`${email}\nnot-an-address`);
  await expectAccessible(page, 'the invitation dialog');
  await expect(page.getByText('1 to send, 1 left out')).toBeVisible();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('1 sent, 1 not sent.')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: /^Invitations/ }).click();
  await expect(page.getByRole('cell', { name: email, exact: true })).toBeVisible();

  const other = await anotherDevice();
  await linkMailedTo(email);
  await other.goto(urlOf('root', '/mailbox'));
  const mail = other.getByRole('listitem').filter({ hasText: email });
  await mail.getByRole('link').first().click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(`Join ${tenant.name}`);
  await other.getByLabel('Your name').fill(colleague.name);
  await other.getByLabel('Choose a password').fill(colleague.password);
  await other.getByRole('button', { name: 'Create account and join' }).click();
  await expect(other).toHaveURL(urlOf(tenant.slug));
  await other.goto(urlOf(tenant.slug, '/settings/audit'));
  await expect(other.getByText('Your role does not open this page')).toBeVisible();
  await expect(other.getByText(`${tenant.owner.name} can give you a role`)).toBeVisible();

  await page.goto(urlOf(tenant.slug, '/settings/people'));
  await actOn(page, colleague.name, 'Change roles');
  await page.getByLabel('Admin', { exact: true }).click();
  await page.getByLabel('Basic', { exact: true }).click();
  await page.getByLabel('Reason').fill('Runs the office from today');
  await page.getByRole('button', { name: 'Change roles' }).click();
  await expect(page.getByText(`Roles of ${colleague.name} changed`)).toBeVisible();
  await other.reload();
  await expect(other.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible();
  await expect(other.getByRole('link', { name: 'Change the roles of a member' })).toBeVisible();

  await actOn(page, colleague.name, 'Remove from workspace');
  await page.getByLabel('Reason').fill('Left for another school');
  await page.getByRole('button', { name: 'Remove member' }).click();
  await expect(page.getByText(`${colleague.name} removed`)).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
});

test('the owner, who is the last admin, can neither step down nor be removed', async ({ page }) => {
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  await enter(page, tenant, '/settings/people');
  await actOn(page, owner.name, 'Change roles');
  await page.getByLabel('Basic', { exact: true }).click();
  await page.getByLabel('Admin', { exact: true }).click();
  await page.getByLabel('Reason').fill('Wants to do less');
  await page.getByRole('button', { name: 'Change roles' }).click();
  await expect(page.getByText(`${owner.name} owns this workspace.`)).toBeVisible();

  const headers = await bearerOf(slug, owner.email, owner.password);
  const { body } = await ask(slug, '/api/v1/people', { headers });
  const removal = await ask(slug, `/api/v1/people/${body.people[0].id}`, {
    method: 'DELETE',
    headers,
    json: { reason: 'Trying it over the API' },
  });
  expect(removal.status).toBeGreaterThanOrEqual(400);
  expect(removal.status).toBeLessThan(500);
  await page.reload();
  await expect(page.getByRole('cell', { name: owner.email })).toBeVisible();
});

test('an invitation that was taken back opens nothing', async ({ page, anotherDevice }) => {
  const tenant = await openTenant();
  const email = `late@${tenant.slug}.example`;
  await enter(page, tenant, '/settings/people');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByLabel('Addresses', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  const link = await linkMailedTo(email);
  await page.getByRole('link', { name: /^Invitations/ }).click();
  await page.getByRole('row', { name: email }).hover();
  await page.getByRole('button', { name: `Revoke the invitation of ${email}` }).click();
  await page.getByRole('button', { name: 'Revoke invitation', exact: true }).click();
  await expect(page.getByText('Invitation revoked')).toBeVisible();

  const other = await anotherDevice();
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(
    'This invitation was taken back',
  );
});
