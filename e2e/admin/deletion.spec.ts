import { enterConsole } from '../support/console';
import { inDatabase } from '../support/database';
import { urlOf } from '../support/places';
import { arrive } from '../support/sign-in';
import { addMember, enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('a workspace is asked to be deleted, and kept after all', async ({ page, anotherDevice }) => {
  test.slow();
  const tenant = await openTenant();
  const second = await addMember(tenant, 'admin', 'Paul Kim');
  await enter(page, tenant, '/settings/data');
  await page.getByRole('button', { name: 'Delete workspace' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('button', { name: 'Delete workspace' })).toBeDisabled();
  await dialog.getByRole('textbox').fill(tenant.name);
  await dialog.getByRole('button', { name: 'Delete workspace' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/will be deleted on/)).toBeVisible();
  await expect(page.getByText(/Olga Berg asked for it/)).toBeVisible();

  const staff = await anotherDevice();
  await enterConsole(staff);
  await staff.goto(urlOf('console', `/tenants?leaving=yes&q=${tenant.slug}`));
  await expect(staff.getByText(/^Goes/)).toBeVisible();
  await staff.getByRole('link', { name: tenant.name }).click();
  await staff.getByRole('button', { name: 'Postpone' }).click();
  const reason = staff.getByRole('alertdialog');
  await reason.getByLabel('Days later').fill('10');
  await reason.getByLabel('Reason').fill('They asked for more time');
  await reason.getByRole('button', { name: 'Postpone' }).click();
  await expect(reason).toBeHidden();

  const other = await anotherDevice();
  await arrive(other, urlOf(tenant.slug, '/'), second);
  await expect(other.getByText(/will be deleted on/)).toBeVisible();
  await other.getByRole('link', { name: 'See or cancel' }).click();
  await other.getByRole('button', { name: 'Keep this workspace' }).click();
  await expect(other.getByText(/will be deleted on/)).toBeHidden();
  await expect(other.getByRole('button', { name: 'Delete workspace' })).toBeVisible();

  await staff.goto(urlOf('console', '/deletions'));
  const row = staff.getByRole('row').filter({ hasText: tenant.slug });
  await expect(row).toContainText('Cancelled');
  await expect(row).toContainText('Paul Kim');
});

test('a workspace is gone when its time is over', async ({ page, complaints }) => {
  test.slow();
  complaints.expect(/status of (404|503)/);
  const tenant = await openTenant('sample');
  const neighbour = await openTenant();
  await enter(page, tenant, '/settings/data');
  await page.getByRole('button', { name: 'Delete workspace' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox').fill(tenant.name);
  await dialog.getByRole('button', { name: 'Delete workspace' }).click();
  await expect(page.getByText(/will be deleted on/)).toBeVisible();
  await inDatabase('update control.deletions set due_at = now() where tenant_id = $1', [tenant.id]);

  const removed = 'select state from control.deletions where tenant_id = $1';
  const stateOf = async () => (await inDatabase(removed, [tenant.id])).rows[0]?.state;
  await expect.poll(stateOf, { timeout: 60_000 }).toBe('removed');
  await page.goto(urlOf(tenant.slug, '/'));
  await expect(page.getByText(tenant.name)).toBeHidden();
  await enterConsole(page);
  await page.goto(urlOf('console', '/deletions'));
  const row = page.getByRole('row').filter({ hasText: tenant.slug });
  await expect(row).toContainText('Removed');
  await expect(row).toContainText('1 account');
  await enter(page, neighbour, '/settings/data');
  await expect(page.getByRole('button', { name: 'Delete workspace' })).toBeVisible();
});
