import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { choose } from '../support/menu';
import { addMember, enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('an admin makes a token of the workspace, rotates it and revokes it', async ({ page }) => {
  const tenant = await openTenant();
  await enter(page, tenant, '/settings/security');
  await page.getByRole('button', { name: 'New workspace token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Night sync');
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Admin', exact: true }).click();
  await dialog.getByLabel('See who is a member and in which role').click();
  await expectAccessible(page, 'a token of the workspace being made');
  await dialog.getByRole('button', { name: 'Make workspace token' }).click();
  await expect(page.getByRole('heading', { name: 'Copy the token now' })).toBeVisible();
  const secret = () => page.getByRole('dialog').locator('code').textContent();
  const first = (await secret()) ?? '';
  const asked = async (token: string) =>
    (await ask(tenant.slug, '/api/v1/people', { headers: { authorization: `Bearer ${token}` } }))
      .status;
  expect(await asked(first)).toBe(200);
  await page.keyboard.press('Escape');

  const line = page.getByRole('listitem').filter({ hasText: 'Night sync' });
  await expect(line).toContainText('made by Olga Berg');
  await line.getByRole('button', { name: 'Rotate' }).click();
  await page.getByRole('button', { name: 'Rotate token' }).click();
  await expect(page.getByRole('heading', { name: 'Copy the token now' })).toBeVisible();
  const next = (await secret()) ?? '';
  expect(next).not.toBe(first);
  await page.keyboard.press('Escape');
  await expect(line).toHaveCount(2);

  await line.first().getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Revoke token' }).click();
  await expect(line).toHaveCount(1);
  expect([await asked(first), await asked(next)]).toEqual([200, 401]);
});

test('whoever removes a member reads what tokens they leave before they do', async ({ page }) => {
  const tenant = await openTenant();
  const { name } = await addMember(tenant, 'basic', 'Nils Falk');
  await enter(page, tenant, '/settings/people');
  await choose(
    page,
    page.getByRole('button', { name: `Actions for ${name}` }),
    'Remove from workspace',
  );
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('They have no API token here.')).toBeVisible();
  await expect(
    dialog.getByText('They made no token of the workspace that still works.'),
  ).toBeVisible();
  await expectAccessible(page, 'removing a member');
});
