import { ask } from '../support/ask';
import { enterConsole, suspend } from '../support/console';
import { choose } from '../support/menu';
import { urlOf } from '../support/places';
import { bearerOf, signIn } from '../support/sign-in';
import { enter, linkMailedTo, newSlug, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('the console is closed to strangers and to members', async ({ page }) => {
  await page.goto(urlOf('console', '/tenants'));
  await expect(page).toHaveURL(urlOf('console', '/sign-in?next=%2Ftenants'));
  await page.getByLabel('E-mail').fill('admin@gangnam.example');
  await page.getByLabel('Password').fill('rowhouse-demo-pass');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('staff find a tenant by name and by domain, and see where it lives', async ({ page }) => {
  await enterConsole(page);
  const search = page.getByRole('searchbox', { name: 'Search tenants' });
  await search.fill('learn.daechi');
  await expect(page).toHaveURL(/q=learn\.daechi/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await search.fill('gangnam');
  const found = page.getByRole('link', { name: 'Gangnam Study Centre' });
  await found.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gangnam Study Centre');
  await expect(page.getByText('Shared tables')).toBeVisible();
  await expect(page.getByText('Checkup, shared')).toBeVisible();
});

test('staff open a tenant whose owner chooses a password by mail', async ({
  page,
  anotherDevice,
}) => {
  const slug = newSlug();
  const owner = `owner@${slug}.example`;
  await enterConsole(page);
  await page.getByRole('link', { name: 'Open a tenant' }).first().click();
  await page.getByLabel('Name', { exact: true }).first().fill('Lantern School');
  await page.getByLabel('Address').fill(slug);
  await page.getByLabel('Name', { exact: true }).last().fill('Mira Sol');
  await page.getByLabel('E-mail').fill(owner);
  await page.getByLabel('Reason').fill('Asked for by letter');
  await page.getByRole('button', { name: 'Open tenant' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lantern School');

  const other = await anotherDevice();
  await other.goto(await linkMailedTo(owner));
  await other
    .getByLabel(/password/i)
    .first()
    .fill('seven-green-lamps');
  await other.getByRole('button', { name: /password/i }).click();
  await expect(other).toHaveURL(/\/sign-in/);
  await signIn(other, slug, owner, 'seven-green-lamps');
  await expect(other).toHaveURL(urlOf(slug));
});

test('a suspended tenant shows its notice at the next request, and opens again', async ({
  page,
  anotherDevice,
  complaints,
}) => {
  const tenant = await openTenant();
  const { id, slug, name, owner } = tenant;
  const member = await anotherDevice();
  await enter(member, tenant);
  await expect(member.getByRole('heading', { level: 1 })).toBeVisible();
  const headers = await bearerOf(slug, owner.email, owner.password);

  await enterConsole(page);
  await suspend(page, id, 'Invoice open for ninety days');
  await expect(page.getByText('Invoice open for ninety days').first()).toBeVisible();
  expect((await ask(slug, '/api/v1/collections', { headers })).status).toBe(412);
  complaints.expect(/503/);
  await expect(async () => {
    await member.reload();
    await expect(member.getByText('This workspace is suspended')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });
  await expect(member.getByText(name).first()).toBeVisible();

  await page.getByRole('button', { name: 'Resume tenant' }).click();
  await page.getByRole('alertdialog').getByLabel('Reason').fill('Invoice paid');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Resume tenant' }).click();
  await expect(page.getByRole('button', { name: 'Suspend tenant' })).toBeVisible();
  await expect(async () => {
    await member.reload();
    await expect(member.getByRole('navigation').first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });

  await page.getByRole('link', { name: /audit/i }).first().click();
  await expect(
    page.getByRole('row', { name: /Invoice paid/ }).filter({ hasText: slug }),
  ).toBeVisible();
});

test('staff who sign out are out', async ({ page }) => {
  await enterConsole(page);
  await choose(page, page.getByRole('button', { name: /^Your account/ }), 'Sign out');
  await expect(page).toHaveURL(urlOf('console', '/sign-in'));
  await page.goto(urlOf('console', '/tenants'));
  await expect(page).toHaveURL(urlOf('console', '/sign-in?next=%2Ftenants'));
});
