import type { Page } from '@playwright/test';
import { addRecord, makeCollection, recordsOf } from '../support/collections';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const fields = [
  { name: 'Task', type: 'text' },
  { name: 'Hours', type: 'number' },
  { name: 'Done', type: 'boolean' },
];

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

async function openChores(page: Page) {
  const tenant = await openTenant();
  const chores = await makeCollection(tenant.slug, tenant.owner, { name: 'Chores', fields });
  for (const task of ['Sweep', 'Mop', 'Dust']) await addRecord(chores, { task, hours: '1' });
  await enter(page, tenant, `/collections/${chores.id}`);
  const grid = page.getByRole('grid', { name: 'Records of Chores' });
  await expect(grid.getByRole('gridcell', { name: 'Dust' })).toBeVisible();
  const column = async (key: string) => (await recordsOf(chores)).map(({ data }) => data[key]);
  return { grid, column, input: page.getByRole('textbox', { name: 'Records of Chores' }) };
}

test('a grid is reached, filled in and left without a mouse', async ({ page }) => {
  const { grid, column, input } = await openChores(page);
  await expect(async () => {
    await press(page, 'Tab');
    await expect(input).toBeFocused({ timeout: 100 });
  }).toPass({ timeout: 20_000, intervals: [0] });

  await page.keyboard.type('Sweep the hall');
  await press(page, 'Tab');
  await page.keyboard.type('2.5');
  await press(page, 'Tab', 'Enter', 'ArrowDown', 'Home', 'F2');
  await page.keyboard.type(' the stairs');
  await press(page, 'Enter');
  await expect.poll(() => column('task')).toEqual(['Sweep the hall', 'Mop the stairs', 'Dust']);
  await expect.poll(() => column('hours')).toEqual([2.5, 1, 1]);
  await expect.poll(() => column('done')).toEqual([true, null, null]);

  await press(page, 'Control+Home', 'ArrowRight');
  await page.keyboard.type('soon');
  await press(page, 'Enter');
  const refused = grid.getByRole('gridcell', { name: 'soon' });
  await expect(refused).toHaveAttribute('aria-invalid', 'true');
  await press(page, 'ArrowUp', 'Escape');
  await expect(grid.getByRole('gridcell', { name: '2.5' })).toBeVisible();

  await press(page, 'Control+Enter');
  await expect(page.getByRole('heading', { name: 'Sweep the hall' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Task' })).toHaveValue('Sweep the hall');
  await page.goBack();
  await expect(grid).toBeVisible();
  await input.focus();
  await press(page, 'End', 'Tab');
  await expect(input).not.toBeFocused();
});

test('cells are copied, pasted, cleared and rows chosen by keyboard', async ({ page }) => {
  const { grid, column, input } = await openChores(page);
  await input.focus();
  await press(page, 'Control+Home', 'Shift+ArrowDown', 'Control+c', 'ArrowDown', 'ArrowDown');
  await press(page, 'Control+Home', 'ArrowDown', 'Control+v');
  await expect.poll(() => column('task')).toEqual(['Sweep', 'Sweep', 'Mop']);
  await press(page, 'Control+End', 'ArrowLeft', 'Delete');
  await expect.poll(() => column('hours')).toEqual([1, 1, null]);
  await press(page, 'Control+z');
  await expect.poll(() => column('hours')).toEqual([1, 1, 1]);

  await press(page, 'Control+Home', ' ', 'ArrowDown', ' ');
  await expect(page.getByRole('toolbar', { name: '2 selected' })).toBeVisible();
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(2);
});

test('G and a letter lead to a place, but not while somebody types', async ({ page }) => {
  const tenant = await openTenant();
  await enter(page, tenant);
  await press(page, 'g', 'c');
  await expect(page.getByRole('heading', { level: 1, name: 'Collections' })).toBeVisible();
  await press(page, 'g', 's');
  await expect(page.getByRole('heading', { level: 1, name: 'General' })).toBeVisible();
  await press(page, 'g', 'h');
  await expect(page).toHaveURL(/\.localhost:\d+\/$/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('gc');
  await expect(page.getByRole('combobox', { name: 'Search or go to' })).toHaveValue('gc');
  await expect(page).toHaveURL(/\.localhost:\d+\/$/);
});

test('a letter typed on a closed select chooses from it, as in any other', async ({ page }) => {
  await enter(page, await openTenant(), '/settings/people');
  const state = page.getByRole('combobox', { name: 'State' });
  // Keys that come before the page is awake do nothing.
  await expect(async () => {
    await state.press('s');
    await expect(state).toHaveText('Suspended', { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(page).toHaveURL(/state=suspended/);
});
