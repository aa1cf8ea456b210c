import { expectAccessible } from '../support/axe';
import { addRecord, makeCollection, openCollection } from '../support/collections';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const stages = ['New', 'Done'].map((name, at) => ({
  ...{ id: name.toLowerCase(), name },
  color: at === 0 ? 'red' : 'green',
}));

async function openHours() {
  const tenant = await openTenant();
  const fields = [
    { name: 'Task', type: 'text' },
    { name: 'Stage', type: 'select', options: { choices: stages } },
    { name: 'Hours', type: 'number' },
    { name: 'Papers', type: 'file' },
  ];
  const collection = await makeCollection(tenant.slug, tenant.owner, { name: 'Work', fields });
  await addRecord(collection, { task: 'Sweep', stage: 'new', hours: 1.5 });
  await addRecord(collection, { task: 'Mop', stage: 'new', hours: 2.25 });
  await addRecord(collection, { task: 'Rest', stage: 'done' });
  return tenant;
}

test('records take the colours of the options of a field, and change them as they are edited', async ({
  page,
}) => {
  const tenant = await openHours();
  await enter(page, tenant);
  const grid = await openCollection(page, tenant.slug, 'Work');
  await page.getByRole('button', { name: 'Colour' }).click();
  const colours = page.getByRole('dialog', { name: 'Colours of records' });
  await colours.getByRole('button', { name: 'By the options of a field' }).click();
  await page.getByRole('menuitem', { name: 'Stage' }).click();
  await expect(colours.getByRole('combobox', { name: 'Colour' })).toHaveText(['Red', 'Green']);
  await expectAccessible(page, 'the colours of records');
  await page.keyboard.press('Escape');
  const colourOf = (task: string) =>
    grid.getByRole('row', { name: task }).locator('[data-color].tint');
  await expect(colourOf('Mop')).toHaveAttribute('data-color', 'red');
  await expect(colourOf('Rest')).toHaveAttribute('data-color', 'green');

  await page.reload();
  await grid.getByRole('row', { name: 'Mop' }).getByText('New').dblclick();
  await page.getByRole('option', { name: 'Done' }).click();
  await expect(colourOf('Mop')).toHaveAttribute('data-color', 'green');

  await page.getByRole('button', { name: 'Colour' }).click();
  await colours.getByRole('button', { name: 'Clear all' }).click();
  await expect(grid.locator('[data-color].tint')).toHaveCount(0);
});

test('groups of a grid say what a field comes to in each, also after an edit', async ({ page }) => {
  const tenant = await openHours();
  await enter(page, tenant);
  const grid = await openCollection(page, tenant.slug, 'Work');
  await page.getByRole('button', { name: 'Display' }).click();
  const display = page.getByRole('dialog', { name: 'Display' });
  await display.getByRole('combobox', { name: 'Groups by' }).click();
  await page.getByRole('option', { name: 'Stage' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add up' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Hours' }).click();
  await expect(grid.getByRole('row', { name: /New\s*2\s*Σ 3.75/ })).toBeVisible();
  await expect(grid.getByRole('row', { name: /Done\s*1$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Hours: sum 3.75/ })).toBeVisible();

  await grid.getByRole('gridcell', { name: '2.25' }).click();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row', { name: /New\s*2\s*Σ 5.5/ })).toBeVisible();
  await page.reload();
  await expect(grid.getByRole('row', { name: /New\s*2\s*Σ 5.5/ })).toBeVisible();
});

test('a gallery shows records with their first picture, and opens them', async ({ page }) => {
  const tenant = await openHours();
  await enter(page, tenant);
  const grid = await openCollection(page, tenant.slug, 'Work');
  await grid.getByRole('row', { name: 'Mop' }).hover();
  await grid
    .getByRole('row', { name: 'Mop' })
    .getByRole('button', { name: /Open record/ })
    .click();
  const sheet = page.getByRole('dialog');
  await sheet.locator('input[type=file]').setInputFiles({
    ...{ name: 'floor.png', mimeType: 'image/png' },
    buffer: Buffer.from(onePixel, 'base64'),
  });
  await expect(sheet.getByRole('link', { name: 'floor.png', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('radio', { name: 'Gallery' }).click();
  await page.keyboard.press('Escape');
  const cards = page.getByRole('list', { name: 'Records of Work' });
  const picture = cards.getByRole('img', { name: 'floor.png' });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await expectAccessible(page, 'a gallery');
  await cards.getByRole('button', { name: 'Mop' }).click();
  await expect(page.getByRole('dialog').getByText('Mop').first()).toBeVisible();
});
