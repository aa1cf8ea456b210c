import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { enterConsole } from '../support/console';
import { urlOf } from '../support/places';
import { enter, newSlug, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('staff back a tenant up, try the backup out and open a copy of it', async ({ page }) => {
  test.slow();
  const tenant = await openTenant();
  await enterConsole(page);
  await page.goto(urlOf('console', `/tenants/${tenant.id}`));
  await act(page, 'Back up now', 'Back up');
  await act(page, 'Run a drill', 'Run a drill');
  await expect(page.getByText('Restores', { exact: true })).toBeVisible({ timeout: 30_000 });
  const slug = newSlug();
  await page.getByRole('button', { name: /^Copy from/ }).click();
  await page.getByRole('alertdialog').getByLabel('Address').fill(slug);
  await confirm(page, 'Open a copy');
  const work = page.getByRole('listitem').filter({ hasText: 'Copy' });
  await expect(work.getByText('Done')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, 'a tenant with backups');
  await page.goto(urlOf('console', '/drills'));
  const row = page.getByRole('row').filter({ hasText: tenant.name });
  await expect(row).toContainText('Restores');
  await enter(page, { ...tenant, slug }, '/');
});

test('a tenant asks for other walls and staff grant them', async ({ page, anotherDevice }) => {
  test.slow();
  const tenant = await openTenant();
  await enter(page, tenant, '/settings/data');
  const wish = page.getByRole('listitem').filter({ hasText: 'Own schema' });
  await wish.getByRole('button', { name: 'Ask for it' }).click();
  await page.getByRole('alertdialog').getByLabel('Note').fill('Our auditors want it');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByText(/Own schema asked for on/)).toBeVisible();

  const staff = await anotherDevice();
  await enterConsole(staff);
  await staff.goto(urlOf('console', '/requests'));
  await expectAccessible(staff, 'requests');
  await staff.getByRole('button', { name: `Grant ${tenant.name}` }).click();
  await staff.getByRole('alertdialog').getByLabel('Reason').fill('They pay for it');
  await confirm(staff, 'Grant');
  await expect(page.getByText('Own schema').and(page.locator('.font-semibold'))).toBeVisible({
    timeout: 30_000,
  });
});

async function act(page: Page, opens: string, confirms: string) {
  await page.getByRole('button', { name: opens }).click({ timeout: 30_000 });
  await confirm(page, confirms, 'To see that it works');
}

async function confirm(page: Page, verb: string, reason = 'To see that it works') {
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await expect(dialog).toBeHidden();
}
