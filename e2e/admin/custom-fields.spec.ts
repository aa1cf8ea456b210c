import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { choose } from '../support/menu';
import { urlOf } from '../support/places';
import { arrive } from '../support/sign-in';
import { addMember, enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

interface NewField {
  name: string;
  type?: string;
  options?: string[];
  seenBy?: string;
  changedBy?: string;
}

async function pick(page: Page, label: string, option: string) {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function addField(page: Page, { name, type, options = [], seenBy, changedBy }: NewField) {
  await page.getByRole('button', { name: 'New field' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  if (type) await pick(page, 'Type', type);
  for (const [at, option] of options.entries()) {
    await page.getByRole('button', { name: 'Add option' }).click();
    await page.getByLabel(`Name of option ${at + 1}`).fill(option);
  }
  if (seenBy) await pick(page, 'Who sees it', seenBy);
  if (changedBy) await pick(page, 'Who changes it', changedBy);
  await page.getByRole('button', { name: 'Add field' }).click();
  await expect(page.getByText(`Field ${name} added`)).toBeVisible();
}

const everybody = 'Everybody who sees the members';
const themselves = 'They themselves and who manages people';

test('an admin designs fields of members, fills one in, and people see what they may', async ({
  page,
  anotherDevice,
}) => {
  test.slow();
  const tenant = await openTenant();
  const pia = await addMember(tenant, 'basic', 'Pia Lund');
  await enter(page, tenant, '/settings/people/fields');
  await expect(page.getByText('No fields yet')).toBeVisible();
  await expectAccessible(page, 'fields of members, none yet');
  await addField(page, { name: 'Warning' });
  await addField(page, { name: 'Phone', seenBy: everybody, changedBy: themselves });
  const sizes = ['Small', 'Large'];
  await addField(page, {
    name: 'Shirt',
    type: 'One of a list',
    options: sizes,
    seenBy: themselves,
  });
  const rows = page.getByRole('list', { name: 'Fields' }).getByRole('listitem');
  await expect(rows).toHaveText([/^Warning/, /^Phone/, /^Shirt/]);
  await page.getByRole('button', { name: 'Move Shirt' }).press('ArrowUp');
  await expect(rows).toHaveText([/^Warning/, /^Shirt/, /^Phone/]);
  await expectAccessible(page, 'fields of members');

  await page.goto(urlOf(tenant.slug, '/settings/people'));
  await choose(page, page.getByRole('button', { name: `Actions for ${pia.name}` }), 'Fields');
  const dialog = page.getByRole('dialog', { name: `Fields of ${pia.name}` });
  await dialog.getByLabel('Warning').fill('Came late');
  await dialog.getByRole('combobox', { name: 'Shirt' }).click();
  await page.getByRole('option', { name: 'Large' }).click();
  await expectAccessible(page, 'fields of a member');
  await dialog.getByRole('button', { name: 'Save fields' }).click();
  await expect(page.getByText('Fields saved')).toBeVisible();
  await expect(dialog).toBeHidden();

  const hers = await anotherDevice();
  await arrive(hers, urlOf(tenant.slug, '/account'), pia);
  await expect(hers.getByRole('heading', { name: 'About you here' })).toBeVisible();
  await expect(hers.getByText('Large')).toBeVisible();
  await expect(hers.getByText('Warning')).toHaveCount(0);
  await hers.getByLabel('Phone').fill('010 1234');
  await hers.getByRole('button', { name: 'Save fields' }).click();
  await expect(hers.getByText('Fields saved')).toBeVisible();

  await choose(page, page.getByRole('button', { name: `Actions for ${pia.name}` }), 'Fields');
  await expect(dialog.getByLabel('Phone')).toHaveValue('010 1234');
  await hers.getByLabel('Phone').fill('010 5678');
  await hers.getByRole('button', { name: 'Save fields' }).click();
  await expect(hers.getByRole('button', { name: 'Save fields' })).toBeDisabled();
  await dialog.getByLabel('Phone').fill('010 9999');
  await dialog.getByRole('button', { name: 'Save fields' }).click();
  await expect(dialog.getByText('Somebody else changed this meanwhile')).toBeVisible();
  await dialog.getByRole('button', { name: 'Show what is there now' }).click();
  await expect(dialog.getByLabel('Phone')).toHaveValue('010 5678');
});

test('a field is archived with what it holds and comes back', async ({ page }) => {
  const tenant = await openTenant();
  await enter(page, tenant, '/settings/people/fields');
  await addField(page, { name: 'Desk', seenBy: everybody });
  await choose(page, page.getByRole('button', { name: 'Actions for Desk' }), 'Archive field');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Archive field' }).click();
  await expect(page.getByText('Field Desk archived')).toBeVisible();
  await page.getByRole('button', { name: 'Bring Desk back' }).click();
  await expect(page.getByText('Field Desk is back')).toBeVisible();
  await choose(page, page.getByRole('button', { name: 'Actions for Desk' }), 'Change field');
  await page.getByLabel('Name', { exact: true }).fill('Seat');
  await page.getByRole('button', { name: 'Save field' }).click();
  await expect(page.getByText('Field Seat changed')).toBeVisible();
});
