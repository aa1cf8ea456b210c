import { expectAccessible } from '../support/axe';
import { makeCollection, openCollection, recordsOf } from '../support/collections';
import { dropFile } from '../support/files';
import { openForm } from '../support/forms';
import { urlOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a guest fills in a form, mends it, and a record comes of it', async ({ page }) => {
  const { url, collection } = await openForm();
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Apply for a course' })).toBeVisible();
  await expect(page.getByText('Inner note')).toHaveCount(0);
  await expectAccessible(page, 'a form for guests');
  const typed = page.getByRole('textbox', { name: 'About you' });
  await typed.fill('I sing.');
  await page.getByRole('checkbox', { name: 'Afternoon' }).check();
  await page.getByLabel('Papers').setInputFiles({
    name: 'me.png',
    mimeType: 'image/png',
    buffer: png,
  });
  // Nobody fills in a form within two seconds.
  await page.waitForTimeout(2_100);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Name must not be empty')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(typed).toHaveValue('I sing.');
  await expectAccessible(page, 'a refused form');
  await page.getByRole('textbox', { name: 'Name' }).fill('Kim Min');
  await page.getByRole('combobox', { name: 'Course' }).selectOption('Morning');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Your answers have arrived')).toBeVisible();
  const [record, ...others] = await recordsOf(collection);
  expect(others).toEqual([]);
  expect(record?.data).toMatchObject({
    name: 'Kim Min',
    course: 'am',
    days: ['pm'],
    about_you: 'I sing.',
    papers: [expect.stringMatching(/me\.png$/)],
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a form is sent, and keeps what was typed', async ({ page }) => {
    const { url, collection } = await openForm();
    await page.goto(url, { waitUntil: 'load' });
    await page.getByLabel('About you').fill('I dance.');
    await page.waitForTimeout(2_100);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('Name must not be empty')).toBeVisible();
    await expect(page.getByLabel('About you')).toHaveValue('I dance.');
    await page.getByLabel('Name').fill('Lee');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('Your answers have arrived')).toBeVisible();
    expect(await recordsOf(collection)).toHaveLength(1);
  });
});

test('an admin makes a form, opens it, closes it; guests see which', async ({ page, browser }) => {
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  const collection = await makeCollection(slug, owner, {
    name: 'Visits',
    fields: [{ name: 'Visitor', type: 'text' }],
  });
  await enter(page, tenant);
  await page.goto(urlOf(slug, `/collections/${collection.id}/form`));
  await page.getByRole('textbox', { name: 'Title' }).fill('Announce a visit');
  await page.getByRole('button', { name: 'Open form' }).click();
  await expect(page.getByText('Form opened')).toBeVisible();
  await expectAccessible(page, 'the design of a form');
  const href = await page.getByRole('link', { name: 'Look at it' }).getAttribute('href');
  const guests = await browser.newContext();
  const guest = await guests.newPage();
  await guest.goto(urlOf(slug, href ?? ''));
  await expect(guest.getByRole('textbox', { name: 'Visitor' })).toBeVisible();
  await page.getByRole('button', { name: 'Close form' }).click();
  await expect(page.getByText('Form closed')).toBeVisible();
  await guest.reload();
  await expect(guest.getByText('This form is closed.')).toBeVisible();
  await guests.close();
});

test('files are added to a record, shown, and removed', async ({ page }) => {
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  const collection = await makeCollection(slug, owner, {
    name: 'Permits',
    fields: [
      { name: 'Name', type: 'text' },
      { name: 'Papers', type: 'file' },
    ],
  });
  await enter(page, tenant);
  const grid = await openCollection(page, slug, 'Permits');
  await page.getByRole('button', { name: 'Add record' }).first().click();
  await expect.poll(async () => (await recordsOf(collection)).length).toBe(1);
  const [made] = await recordsOf(collection);
  await page.goto(urlOf(slug, `/collections/${collection.id}/records/${made?.id}`));
  const files = [
    { name: 'site.png', mimeType: 'image/png', buffer: png },
    { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
  ];
  await page.getByLabel('Files for Papers').setInputFiles(files);
  const list = page.getByRole('list', { name: 'Papers' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.locator('img')).toHaveJSProperty('naturalWidth', 1);
  await expectAccessible(page, 'a record with files');
  await expect(page.getByRole('list', { name: 'History' })).toContainText('plan.pdf');
  await list.getByRole('button', { name: 'Remove plan.pdf' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect.poll(async () => (await recordsOf(collection))[0]?.data.papers).toHaveLength(1);
  await page.goto(urlOf(slug, `/collections/${collection.id}`));
  const cell = grid.getByRole('gridcell', { name: 'site.png' });
  await dropFile(cell, { name: 'note.txt', type: 'text/plain', text: 'Seen.' }, () =>
    expect(page.getByText('Drop the file to import it')).toHaveCount(0),
  );
  await expect(grid.getByRole('gridcell', { name: /site\.png.*note\.txt/ })).toBeVisible();
});
