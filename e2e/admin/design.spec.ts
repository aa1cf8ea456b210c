import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const types = [
  ['Subject', 'Text'],
  ['Story', 'Long text'],
  ['Weight', 'Number'],
  ['Found on', 'Date'],
  ['Urgent', 'Yes or no'],
  ['Stage', 'Select'],
  ['Contact', 'E-mail'],
  ['Page', 'Web address'],
  ['Keeper', 'Person'],
] as const;

async function addField(page: Page, name: string, type: string) {
  await page.getByRole('button', { name: 'Add field' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Add field' });
  await sheet.getByLabel('Name', { exact: true }).fill(name);
  await sheet.getByRole('combobox', { name: 'Type' }).click();
  await page
    .getByRole('option', { name: type, exact: false })
    .filter({ hasText: type })
    .first()
    .click();
  if (type === 'Select') {
    for (const [index, option] of ['Open', 'Closed'].entries()) {
      await sheet.getByRole('button', { name: 'Add option' }).click();
      await sheet.getByLabel(`Name of option ${index + 1}`).fill(option);
    }
  }
  await sheet.getByRole('button', { name: 'Add field' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name })).toBeAttached();
}

test('an admin designs a collection with every type of field and fills in a record', async ({
  page,
}) => {
  const tenant = await openTenant();
  await page.setViewportSize({ width: 1900, height: 900 });
  await enter(page, tenant, '/collections');
  await page.getByRole('link', { name: 'Create collection' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Lost and found');
  await page.getByRole('button', { name: 'Create collection' }).click();
  await expect(page.getByRole('heading', { name: 'Lost and found', level: 1 })).toBeVisible();
  for (const [name, type] of types) await addField(page, name, type);

  await page.getByRole('button', { name: 'Add record' }).first().click();
  const row = page.getByRole('grid').getByRole('row').nth(1);
  await expect(row).toBeVisible();
  await row.hover();
  await row.getByRole('button', { name: 'Open record' }).click();
  const sheet = page.getByRole('dialog');
  await expectAccessible(page, 'a record of every type of field');
  await sheet.getByLabel('Subject').fill('Red umbrella');
  await sheet.getByLabel('Story', { exact: true }).fill('Stood by the door.\nNobody came.');
  await sheet.getByLabel('Weight').fill('0.7');
  await sheet.getByLabel('Found on').fill('2026-03-14');
  await sheet.getByLabel('Contact').fill('desk@example.com');
  await sheet.getByLabel('Page').fill('https://example.com/umbrella');
  await sheet.getByRole('checkbox', { name: 'Urgent' }).click();
  await sheet.getByLabel('Stage').click();
  await page.getByRole('option', { name: 'Closed' }).click();
  await sheet.getByLabel('Keeper').click();
  const kept = page.waitForResponse((answer) =>
    (answer.request().postData() ?? '').includes('"changes":{"keeper"'),
  );
  await page.getByRole('option', { name: tenant.owner.name }).click();
  await kept;
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await page.reload();
  await expect(row).toContainText('Red umbrella');
  for (const text of ['0.7', 'Closed', 'desk@example.com', tenant.owner.name]) {
    await expect(row).toContainText(text);
  }
});
