import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../support/axe';
import { addRecord, makeCollection, openCollection } from '../support/collections';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('an admin adds a formula, mends it, sorts by it, and sees it follow its sources', async ({
  page,
}) => {
  const tenant = await openTenant();
  const orders = await makeCollection(tenant.slug, tenant.owner, {
    name: 'Orders',
    fields: [
      { name: 'Item', type: 'text' },
      { name: 'Price', type: 'number' },
      { name: 'Quantity', type: 'number' },
    ],
  });
  await addRecord(orders, { item: 'Lamp', price: 30, quantity: 2 });
  await addRecord(orders, { item: 'Chair', price: 80, quantity: 1 });
  await addRecord(orders, { item: 'Cup', price: 4, quantity: 6 });
  await enter(page, tenant, '/collections');
  const grid = await openCollection(page, tenant.slug, 'Orders');

  await page.getByRole('button', { name: 'Add field' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Add field' });
  await sheet.getByLabel('Name', { exact: true }).fill('Total');
  await sheet.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Formula' }).click();
  const formula = sheet.getByLabel('Formula', { exact: true });
  await formula.fill('{Pric} * ');
  await expect(sheet.getByRole('alert')).toContainText('A value is missing here.');
  await sheet.getByRole('combobox', { name: 'Put in a field' }).click();
  await page.getByRole('option', { name: 'Quantity' }).click();
  await expect(formula).toHaveValue('{Pric} * {Quantity}');
  const wrong = 'There is no field “Pric”. Did you mean “Price”?';
  await expect(sheet.getByRole('alert')).toContainText(wrong);
  await sheet.getByRole('button', { name: 'Add field' }).click();
  await expect(sheet).toContainText(wrong);
  await formula.fill('{Price} * {Quantity}');
  await expect(sheet.getByRole('region', { name: 'Preview' })).toContainText('Lamp');
  await expect(sheet.getByRole('region', { name: 'Preview' })).toContainText('60');
  await sheet.getByText('Functions', { exact: true }).click();
  await expect(sheet).toContainText('ROUND(number, digits)');
  await expectAccessible(page, 'a formula as it is written');
  await sheet.getByRole('button', { name: 'Add field' }).click();
  await expect(sheet).toHaveCount(0);

  const row = (at: number) => grid.getByRole('row').nth(at);
  await expect(row(1)).toContainText('60');
  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('button', { name: 'Add sort' }).click();
  await page.getByRole('combobox', { name: 'Field' }).last().click();
  await page.getByRole('option', { name: 'Total' }).click();
  await page.keyboard.press('Escape');
  await expect(row(1)).toContainText('Cup');
  await expect(row(3)).toContainText('Chair');

  const quantity = row(1).getByRole('gridcell').nth(3);
  await quantity.dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row').filter({ hasText: 'Cup' })).toContainText('28');

  const path = `/api/v1/collections/${orders.id}/export?format=csv`;
  const loading = page.waitForEvent('download');
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    link.download = '';
    link.click();
  }, path);
  const file = await (await loading).path();
  expect(await readFile(file, 'utf8')).toContain('Cup,4,7,28');
});
