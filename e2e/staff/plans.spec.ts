import { expectAccessible } from '../support/axe';
import { enterConsole } from '../support/console';
import { urlOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const reason = 'As agreed with sales';

test('staff write a plan, publish it and put a tenant on it, which sees it at once', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const name = `Choir ${tenant.slug}`;
  const staff = await anotherDevice();
  await enterConsole(staff);
  await staff.goto(urlOf('console', '/plans'));
  await expect(staff.getByRole('link', { name: 'Team' })).toBeVisible();
  await expectAccessible(staff, 'plans');
  await staff.getByRole('button', { name: 'New plan' }).click();
  const dialog = staff.getByRole('alertdialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Begin plan' }).click();

  await expect(staff.getByRole('heading', { name, level: 1 })).toBeVisible();
  await staff.getByLabel('Members', { exact: true }).fill('1');
  await staff.getByRole('checkbox', { name: 'Tasks' }).click();
  await staff.getByRole('button', { name: 'Add a price' }).click();
  await staff.getByLabel('Amount').fill('-5');
  await staff.getByRole('button', { name: 'Save draft' }).click();
  await expect(staff.getByText('At least 0.')).toBeVisible();
  await staff.getByLabel('Amount').fill('2900');
  await staff.getByRole('button', { name: 'Save draft' }).click();
  await expect(staff.getByText('Draft saved')).toBeVisible();
  await staff.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(dialog.getByText('Nobody is on this plan yet.')).toBeVisible();
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(staff.getByRole('cell', { name: '1', exact: true }).first()).toBeVisible();
  // The operator tells Stripe, here the local one, of what it costs.
  await expect(async () => {
    await staff.reload();
    await expect(staff.getByText(/^Known since/)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectAccessible(staff, 'a plan');

  await enter(page, tenant, '/tasks');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await staff.goto(urlOf('console', `/tenants/${tenant.id}`));
  await staff.getByRole('button', { name: 'Change plan' }).click();
  await dialog.getByRole('combobox', { name: 'Plan' }).click();
  await staff.getByRole('option', { name: `${name}, version 1` }).click();
  await expect(dialog.getByText('Tasks goes; its data is kept')).toBeVisible();
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Change plan' }).click();
  await expect(dialog).toBeHidden();
  await expect(staff.getByText(`${name}, version 1`).first()).toBeVisible();

  await page.goto(new URL('/settings/plan', page.url()).href);
  await expect(page.getByText(name).first()).toBeVisible();
  await expect(page.getByText('1 of 1')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tasks' })).toHaveCount(0);
});

test('staff take one step after the other without the page being asked for anew', async ({
  page: staff,
}) => {
  const tenant = await openTenant();
  await enterConsole(staff);
  await staff.goto(urlOf('console', `/tenants/${tenant.id}`));
  const dialog = staff.getByRole('alertdialog');
  const act = async (verb: string, prepare = async () => {}) => {
    await staff.getByRole('button', { name: verb, exact: true }).click();
    await prepare();
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', { name: verb, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  };
  const choose = async (name: RegExp) => {
    await dialog.getByRole('combobox', { name: 'Plan' }).click();
    await staff.getByRole('option', { name }).click();
  };
  await act('Change plan', () => choose(/^Starter, version/));
  await act('Suspend');
  await act('Sign again');
  await act('Change plan', () => choose(/^Team, version/));
  await act('Suspend');
  await act('End');
  await expect(staff.getByText('On no plan: everything, without limits.')).toBeVisible();
});
