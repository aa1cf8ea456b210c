import { ask } from '../support/ask';
import { enterConsole } from '../support/console';
import { inDatabase } from '../support/database';
import { hostOf, urlOf } from '../support/places';
import { newSlug } from '../support/tenants';
import { expect, test } from '../support/test';

// The first takes the room for schemas away for a while.
test.describe.configure({ mode: 'serial' });

const rooms = (room: number) => inDatabase('update control.shards set room_schema = $1', [room]);

test('a founder sees a workspace with walls of its own being opened, through a want of room', async ({
  page,
  anotherDevice,
}) => {
  const slug = newSlug();
  await page.goto(urlOf('root', '/start'));
  await expect(page.getByText(`.${hostOf('root')}`).first()).toBeVisible();
  const next = () => page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name of your organisation').fill('Walled Choir');
  await page.getByLabel('Address').fill(slug);
  await expect(page.getByText('Free.', { exact: true })).toBeVisible();
  await next();
  await next();
  await page.getByLabel('Your name').fill('Ruth Adler');
  await page.locator('input[name=email]').fill(`ruth@${slug}.example`);
  await page.locator('input[name=password]').fill('four-small-windows');
  await next();
  await page.getByRole('radio', { name: 'A schema of its own' }).click();

  const invite = page.getByLabel('Invite colleagues');
  await invite.fill(`kim@${slug}.example, bo.example`);
  await page.getByRole('button', { name: 'Open the workspace' }).click();
  await expect(page.getByText('“bo.example” is no e-mail address.')).toBeVisible();
  await expect(invite).toHaveValue(`kim@${slug}.example, bo.example`);
  await invite.fill(`kim@${slug}.example`);

  try {
    await rooms(0);
    await page.getByRole('button', { name: 'Open the workspace' }).click();
    await expect(page.getByText('No server has room')).toBeVisible();
    const other = await anotherDevice();
    await other.goto(page.url());
    await expect(other.getByText('No server has room')).toBeVisible();
    const taken = await ask('root', `/api/v1/sign-up/address?slug=${slug}`);
    expect(taken.body.free).toBe(false);
    await page.reload();
    await expect(page.getByText('No server has room')).toBeVisible();
  } finally {
    await rooms(200);
  }
  await page.getByRole('button', { name: 'Try again now' }).click();
  await expect(page.getByRole('heading', { name: 'Your workspace is open' })).toBeVisible();
  await expect(page.getByText('With something to try')).toBeVisible({ timeout: 25_000 });
  await page.getByRole('button', { name: 'Go to the workspace' }).click();
  await expect(page).toHaveURL(new RegExp(`^http://${hostOf(slug)}`));
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  await page.goto(urlOf(slug, '/collections'));
  await expect(page.getByRole('link', { name: 'Contacts' })).toBeVisible();
});

test('staff open a tenant with a database of its own, and see each step', async ({ page }) => {
  const slug = newSlug();
  await openInConsole(page, slug, 'Own database');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Opening of Lantern School');
  await expect(page.getByText('Prepare the database')).toBeVisible();
  await page.getByRole('link', { name: 'Open the tenant' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lantern School');
  await expect(page.getByText('Own database').first()).toBeVisible();
});

test('staff give up an opening, and its address is free again', async ({ page }) => {
  const slug = newSlug();
  try {
    await rooms(0);
    await openInConsole(page, slug, 'Own schema');
    await expect(page.getByText('No server has room')).toBeVisible();
    await page.goto(urlOf('console', '/operations'));
    const row = page.getByRole('row').filter({ hasText: 'Opening' }).first();
    await expect(row).toContainText('Lantern School');
    await row.getByRole('link', { name: 'Lantern School' }).click();
    await page.getByRole('button', { name: 'Give up' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByLabel('Reason').fill('Not wanted any more');
    await dialog.getByRole('button', { name: 'Give up' }).click();
    await expect(page.getByText('nothing was left behind')).toBeVisible();
  } finally {
    await rooms(200);
  }
  const { body } = await ask('root', `/api/v1/sign-up/address?slug=${slug}`);
  expect(body.free).toBe(true);
});

async function openInConsole(
  page: Parameters<typeof enterConsole>[0],
  slug: string,
  walls: string,
) {
  await enterConsole(page);
  await page.goto(urlOf('console', '/tenants/new'));
  await page.getByLabel('Name', { exact: true }).first().fill('Lantern School');
  await page.getByLabel('Address').fill(slug);
  await page.getByRole('combobox', { name: 'Isolation' }).click();
  await page.getByRole('option', { name: walls }).click();
  await page.getByLabel('Name', { exact: true }).last().fill('Mira Sol');
  await page.getByLabel('E-mail').fill(`owner@${slug}.example`);
  await page.getByLabel('Reason').fill('Asked for by letter');
  await page.getByRole('button', { name: 'Open tenant' }).click();
}
