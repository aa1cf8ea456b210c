import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { openCollection } from '../support/collections';
import { signIn } from '../support/sign-in';
import { openTasks } from '../support/tasks';
import { addMember, enter } from '../support/tenants';
import { expect, test } from '../support/test';

test('a view is kept by a name, opens for others as it was saved, and comes back when deleted', async ({
  page,
  anotherDevice,
}) => {
  const { tenant, collection } = await openTasks();
  const reader = await addMember(tenant, 'basic', 'Pia Lund');
  await enter(page, tenant);
  const grid = await openCollection(page, tenant.slug, 'Tasks');
  await page.getByRole('button', { name: 'Display' }).click();
  const display = page.getByRole('dialog', { name: 'Display' });
  await display.getByRole('combobox', { name: 'Groups by' }).click();
  await page.getByRole('option', { name: 'Stage' }).click();
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('row', { name: /Open\s*2/ })).toBeVisible();
  await page.getByRole('button', { name: 'Save as view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await dialog.getByLabel('Name').fill('By stage');
  await dialog.getByRole('radio', { name: /Everybody/ }).click();
  await expectAccessible(page, 'the form of a view');
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('link', { name: 'By stage' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(page.getByRole('button', { name: 'Save for everybody' })).toHaveCount(0);

  await grid.getByRole('row', { name: /Open\s*2/ }).click();
  await expect(grid.getByRole('gridcell', { name: 'Mop' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('button', { name: 'Add sort' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Save for everybody' })).toBeVisible();

  const other = await anotherDevice();
  await signIn(other, tenant.slug, reader.email, reader.password);
  await other.goto(page.url());
  await expect(other.getByRole('button', { name: 'Sorted by 1' })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Save as', exact: true })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Save for everybody' })).toHaveCount(0);
  await other.getByRole('button', { name: 'Discard changes' }).click();
  await expect(other.getByRole('row', { name: /New\s*1/ })).toBeVisible();

  await page.getByRole('button', { name: 'Options of By stage' }).click();
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await expect(page.getByRole('link', { name: 'By stage' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'By stage' })).toBeVisible();
  const { body } = await ask(tenant.slug, `/api/v1/collections/${collection.id}/views`, {
    headers: collection.headers,
  });
  expect(body).toHaveLength(1);
});

test('a view goes onto paper as a table, and leaves the screen as it was', async ({ page }) => {
  const { tenant } = await openTasks();
  await enter(page, tenant);
  await openCollection(page, tenant.slug, 'Tasks');
  const paper = page.locator('.printed table');
  await expect(paper).toHaveCount(0);
  const during = page.evaluate(
    () =>
      new Promise<string | undefined>((resolve) => {
        window.addEventListener('beforeprint', () =>
          queueMicrotask(() => resolve(document.querySelector('.printed')?.textContent ?? '')),
        );
      }),
  );
  await page.pdf({ format: 'A4' });
  expect(await during).toMatch(/3 records.*Sweep.*Mop.*Rest/s);
  await expect(paper).toHaveCount(0);
});
