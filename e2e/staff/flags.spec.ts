import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { enterConsole } from '../support/console';
import { urlOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('staff switch a flag for one tenant, whose pages and API follow at once', async ({
  page,
  anotherDevice,
  complaints,
}) => {
  complaints.expect(/\b412\b/);
  const tenant = await openTenant();
  await enter(page, tenant, '/search');
  await expect(page.getByRole('heading', { name: 'Find any record' })).toBeVisible();

  const staff = await anotherDevice();
  await enterConsole(staff);
  await staff.goto(urlOf('console', `/tenants/${tenant.id}`));
  await override(staff, tenant.name, 'Off');

  await page.reload();
  await expect(page.getByText('The search is switched off for now')).toBeVisible();
  // Whatever a browser claims of itself, nobody listens.
  const answers = await page.evaluate(async () => {
    const own = { 'x-rowhouse-tenant': 'made.up', 'x-rowhouse-flags': '{"records.search":true}' };
    const ask = (headers: HeadersInit) => fetch('/api/v1/records/search?query=kim', { headers });
    return [(await ask({})).status, (await ask(own)).status];
  });
  expect(answers).toEqual([412, 412]);
  await page.goto(new URL('/settings/features', page.url()).href);
  await expect(page.getByText('Set for this workspace by the platform.')).toBeVisible();
  await expectAccessible(page, 'features');

  await override(staff, tenant.name, 'Nothing said');
  await page.goto(new URL('/search', page.url()).href);
  await expect(page.getByRole('heading', { name: 'Find any record' })).toBeVisible();
});

test('staff look at a flag, and an admin closes the forms of a workspace', async ({ page }) => {
  await enterConsole(page);
  await page.goto(urlOf('console', '/flags'));
  await page.getByRole('link', { name: 'Forms for guests' }).click();
  await expect(page.getByRole('button', { name: 'Switch off for everybody' })).toBeVisible();
  await expectAccessible(page, 'a flag');

  const tenant = await openTenant();
  await enter(page, tenant, '/settings/features');
  const forms = page.getByRole('switch', { name: 'Forms for guests' });
  await forms.click();
  await expect(forms).not.toBeChecked();
  await expect(page.getByText(/^Chosen by .+ on /)).toBeVisible();
});

async function override(staff: Page, name: string, value: string) {
  const asks = `What is Search over all collections for ${name}?`;
  await staff.getByRole('button', { name: asks }).click();
  const dialog = staff.getByRole('alertdialog');
  await dialog.getByRole('combobox').click();
  await staff.getByRole('option', { name: value, exact: true }).click();
  await dialog.getByLabel('Reason').fill('The index is being mended');
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(dialog).toBeHidden();
}
