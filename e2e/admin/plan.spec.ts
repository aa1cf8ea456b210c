import { expectAccessible } from '../support/axe';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('an admin sees what each plan would change, signs one, and asks for another', async ({
  page,
}) => {
  const tenant = await openTenant();
  await enter(page, tenant, '/settings/plan');
  await expect(page.getByText('Everything, without limits.', { exact: false })).toBeVisible();
  const starter = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Starter' }),
  });
  await expect(starter.getByText('Members: 10, unlimited so far')).toBeVisible();
  // What this very page cost is entered within a second, and counts from then on.
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Meter' })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByText('this month, about', { exact: false })).toBeVisible();
  await expectAccessible(page, 'the plan of a workspace');
  await page.getByRole('button', { name: 'Sign Starter' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Reason').fill('We are few');
  await dialog.getByRole('button', { name: 'Sign' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('1 of 10')).toBeVisible();

  await page.getByRole('button', { name: 'Ask for Agency' }).click();
  await dialog.getByLabel('Reason').fill('We grow');
  await dialog.getByRole('button', { name: 'Ask for it' }).click();
  await expect(page.getByText('Agency is asked for').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('It waits for the platform to sign it.')).toHaveCount(0);
});
