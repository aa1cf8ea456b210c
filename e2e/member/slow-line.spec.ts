import type { Page } from '@playwright/test';
import { addRecord, makeCollection, recordsOf } from '../support/collections';
import { demoPassword, urlOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

/** Scripts come only when the returned function is called, as over a slow line; but for those named. */
async function holdScripts(page: Page, named = ''): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!named.includes(pathname)) await released;
    await route.continue();
  });
  return () => release();
}

async function fillSignIn(page: Page, email: string) {
  await page.goto(urlOf('gangnam', '/sign-in'), { waitUntil: 'commit' });
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a form sent before the page is alive is sent on', async ({ page }) => {
  const release = await holdScripts(page);
  await fillSignIn(page, 'student.a@example.com');
  release();
  await expect(page).toHaveURL(urlOf('gangnam'));
});

test('a form refused after that keeps what was typed', async ({ page }) => {
  const release = await holdScripts(page);
  await fillSignIn(page, 'nobody@example.com');
  release();
  await expect(page.getByText('E-mail or password is wrong.')).toBeVisible();
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('nobody@example.com');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(demoPassword);
});

test('what was typed before the page is alive stays', async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto(urlOf('root', '/start'), { waitUntil: 'commit' });
  await page.getByLabel('Name').fill('Harbour choir');
  release();
  await expect(page.getByLabel('Address')).toHaveValue('harbour-choir');
  await expect(page.getByLabel('Name')).toHaveValue('Harbour choir');
});

test('a file chosen before the page is alive is taken', async ({ page }) => {
  await enter(page, await openTenant(), '/collections');
  const release = await holdScripts(page);
  await page.goto(new URL('/collections/new?from=file', page.url()).href, { waitUntil: 'commit' });
  await page
    .getByLabel('File to import')
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('Name\nOne\n') });
  release();
  await expect(page.getByRole('button', { name: 'Check rows' })).toBeVisible();
});

test('what is typed into a cell before its editor has come is kept for it', async ({ page }) => {
  const tenant = await openTenant();
  const choices = ['Open', 'Later', 'Done'].map((name) => ({ name }));
  const fields = [
    { name: 'Task', type: 'text' },
    { name: 'State', type: 'select', options: { choices } },
  ];
  const chores = await makeCollection(tenant.slug, tenant.owner, { name: 'Chores', fields });
  await addRecord(chores, { task: 'Sweep' });
  await enter(page, tenant, `/collections/${chores.id}`);
  const release = await holdScripts(page, await page.evaluate(readAgain));
  await page.reload({ waitUntil: 'commit' });
  const grid = page.getByRole('grid', { name: 'Records of Chores' });
  await grid.getByRole('row').nth(1).getByRole('gridcell').nth(2).click();
  await page.keyboard.type('don');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
  release();
  await expect(page.getByRole('option').first()).toHaveText('Done');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('gridcell', { name: 'Done' })).toBeVisible();
  await expect.poll(async () => (await recordsOf(chores))[0]?.data.state).toBeTruthy();
});

const readAgain = async () => await (await fetch(location.href)).text();
