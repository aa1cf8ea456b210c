import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('the audit trail says who did what, with before and after', async ({ page }) => {
  const tenant = await openTenant();
  await enter(page, tenant, '/settings/general');
  await page.getByLabel('Workspace name').fill('Renamed Harbour');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Audit' }).click();
  const change = page.getByRole('row', { name: /Change the name, language and time zone/ }).first();
  await expect(change).toContainText(tenant.owner.name);
  await change.getByRole('link').click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('Renamed Harbour');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await page.getByRole('searchbox', { name: 'Who' }).fill('nobody at all');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await expect(page).toHaveURL(/who=nobody/);
});

test('the data page tells how far the data stands apart', async ({ page }) => {
  await enter(page, await openTenant(), '/settings/data');
  await expect(page.getByText('Shared tables')).toBeVisible();
  await expect(page.getByText('Database server', { exact: true })).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
});
