import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { enterConsole } from '../support/console';
import { urlOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('a tenant gets a database of its own while its people go on working', async ({
  page,
  anotherDevice,
}) => {
  test.slow();
  const tenant = await openTenant('sample');
  const member = await anotherDevice();
  await expect(async () => {
    await enter(member, tenant, '/collections');
    await expect(member.getByRole('link', { name: 'Projects' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await member.getByRole('link', { name: 'Projects' }).click();
  const rows = member.getByRole('grid').getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const before = await rows.count();

  await enterConsole(page);
  await page.goto(urlOf('console', `/tenants/${tenant.id}`));
  await expect(page.getByText('Shared tables')).toBeVisible();
  await page.getByRole('link', { name: 'Move', exact: true }).click();
  await page.getByRole('radio', { name: /Own database/ }).click();
  await expect(page.getByText('No other move of it is under way.')).toBeVisible();
  await expectAccessible(page, 'the plan of a move');
  await page.getByRole('button', { name: 'Begin the move' }).click();
  await expect(page.getByText('Say why', { exact: false })).toBeVisible();
  await page.getByLabel('Reason').fill('They asked for walls of their own');
  await page.getByRole('switch', { name: 'Hold before the cut-over' }).click();
  await page.getByRole('button', { name: 'Begin the move' }).click();

  await expect(page).toHaveURL(/\/moves\//);
  await expect(page.getByText(/are the same on both sides/)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, 'a move that is held');
  await member.getByRole('button', { name: 'Add record' }).first().click();
  const sheet = member.getByRole('dialog', { name: 'Add record' });
  await sheet.getByRole('textbox').first().fill('Written while it moves');
  await sheet.getByRole('button', { name: 'Add record' }).click();
  await expect(rows).toHaveCount(before + 1);
  await act(page, 'Cut over now', 'All is well');
  await expect(page.getByText(/Writes waited \d+ ms/)).toBeVisible({ timeout: 30_000 });

  await member.reload();
  await expect(rows).toHaveCount(before + 1);
  await member.goto(urlOf(tenant.slug, '/settings/data'));
  await expect(member.getByText('Own database').first()).toBeVisible();

  await page.getByRole('link', { name: 'Move back' }).click();
  await expect(page.getByRole('radio', { name: /Shared tables/ })).toBeChecked();
  await expect(page.getByText('No other move of it is under way.')).toBeVisible();
  await page.goBack();

  await act(page, 'Remove the old copy', 'Nobody needs it');
  await expect(page.getByText('Removed', { exact: true })).toBeVisible({ timeout: 30_000 });
  await member.goto(urlOf(tenant.slug, '/collections'));
  await expect(member.getByRole('link', { name: 'Projects' })).toBeVisible();
});

test('a move can be given up', async ({ page }) => {
  const tenant = await openTenant();
  await enterConsole(page);
  await page.goto(urlOf('console', `/tenants/${tenant.id}/move?tier=schema`));
  await page.getByLabel('Reason').fill('To see what happens');
  await page.getByRole('switch', { name: 'Hold before the cut-over' }).click();
  await page.getByRole('button', { name: 'Begin the move' }).click();
  await expect(page).toHaveURL(/\/moves\//);
  await act(page, 'Give up the move', 'Seen enough');
  await expect(page.getByText('Given up')).toBeVisible({ timeout: 30_000 });
  await page.goto(urlOf('console', `/tenants/${tenant.id}`));
  await expect(page.getByText('Shared tables')).toBeVisible();
});

async function act(page: Page, verb: string, reason: string) {
  await page.getByRole('button', { name: verb }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: verb }).click();
  await expect(dialog).toBeHidden();
}
