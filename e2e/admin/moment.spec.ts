import { expectAccessible } from '../support/axe';
import { urlOf } from '../support/places';
import { enter, newSlug, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('a workspace opens a copy of itself as it was at a moment', async ({ page }) => {
  test.slow();
  const tenant = await openTenant('sample');
  await expect(async () => {
    await enter(page, tenant, '/collections');
    await expect(page.getByRole('link', { name: 'Projects' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await page.waitForTimeout(2_000);
  await page.goto(urlOf(tenant.slug, '/settings/data'));
  const moment = page.getByLabel('Moment', { exact: true });
  const now = await moment.inputValue();
  await moment.fill('2020-01-01T00:00:00');
  await page.getByRole('button', { name: 'Open a copy of then' }).click();
  await expect(page.getByText(/too long ago/)).toBeVisible();

  await moment.fill(now);
  await page.getByRole('button', { name: 'See and restore' }).click();
  await expect(page.getByText(/Nothing would change/)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, 'going back to a moment');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Open a copy of then' }).click();
  const dialog = page.getByRole('alertdialog');
  const slug = newSlug();
  await dialog.getByLabel('Address').fill(slug);
  await dialog.getByRole('button', { name: 'Open a copy' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: 'Copy' }).first()).toContainText(
    'Done',
    { timeout: 30_000 },
  );
  await enter(page, { ...tenant, slug }, '/collections');
  await expect(page.getByRole('link', { name: 'Projects' })).toBeVisible();
});
