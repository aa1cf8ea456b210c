import type { Page } from '@playwright/test';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { choose } from '../support/menu';
import { urlOf } from '../support/places';
import { arrive, bearerOf } from '../support/sign-in';
import { addMember, enter, type OwnTenant, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const pick = async (page: Page, label: string, option: string) => {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option }).click();
};
const actOn = (page: Page, name: string, act: string) =>
  choose(page, page.getByRole('button', { name: `Actions for ${name}` }), act);
const may = (page: Page, title: string) => page.getByRole('checkbox', { name: title });

/** Makes the role in the browser; ends on its page. */
async function makeFrontDesk(page: Page, tenant: OwnTenant) {
  await enter(page, tenant, '/settings/roles');
  await page.getByRole('link', { name: 'New role' }).click();
  await page.getByLabel('Name of the role').fill('Front desk');
  await pick(page, 'Start from', 'Guest');
  await may(page, 'Read the audit trail').click();
  await page.getByRole('button', { name: 'Make role' }).click();
  await expect(page.getByRole('heading', { name: 'Front desk', level: 1 })).toBeVisible();
}

test('a role is made from a preset, given, narrowed while in use and deleted', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const { slug } = tenant;
  const person = await addMember(tenant, 'basic', 'Ida Stone');
  await enter(page, tenant, '/settings/roles/new');
  await page.getByRole('button', { name: 'Make role' }).click();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await page.getByLabel('Name of the role').fill('admin');
  await page.getByRole('button', { name: 'Make role' }).click();
  await expect(page.getByText('There is a role of this name already.')).toBeVisible();
  await page.getByLabel('Name of the role').fill('Front desk');
  await pick(page, 'Start from', 'Guest');
  await may(page, 'Read the audit trail').click();
  await expect(page.getByText('1 more and 0 less than Guest.')).toBeVisible();
  await expectAccessible(page, 'a new role');
  await page.getByRole('button', { name: 'Make role' }).click();
  await expect(page.getByRole('heading', { name: 'Front desk', level: 1 })).toBeVisible();
  const address = page.url();

  await page.getByRole('link', { name: 'View as this role' }).click();
  await expect(page.getByRole('heading', { name: 'As Front desk', level: 1 })).toBeVisible();
  const seen = page.getByRole('listitem');
  await expect(seen.filter({ hasText: /^Audit$/ }).getByLabel('Yes')).toBeVisible();
  await expect(seen.filter({ hasText: /^People$/ }).getByLabel('No')).toBeVisible();

  await page.goto(urlOf(slug, '/settings/people'));
  await actOn(page, person.name, 'Change roles');
  await page.getByLabel('Front desk', { exact: true }).click();
  await page.getByLabel('Basic', { exact: true }).click();
  await page.getByLabel('Reason').fill('Sits at the desk');
  await page.getByRole('button', { name: 'Change roles' }).click();
  await expect(page.getByText(`Roles of ${person.name} changed`)).toBeVisible();
  const other = await anotherDevice();
  await arrive(other, urlOf(slug, '/settings/audit'), person);
  await expect(other.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible();

  await page.goto(address);
  await may(page, 'Read the audit trail').click();
  await expect(page.getByText('1 person may do less than now.')).toBeVisible();
  await page.getByRole('button', { name: 'Change role', exact: true }).click();
  await expect(page.getByText('Say why, in a few words.')).toBeVisible();
  await page.getByLabel('Reason').fill('The desk does not need it');
  await page.getByRole('button', { name: 'Change role', exact: true }).click();
  await expect(page.getByText('Role Front desk changed')).toBeVisible();
  await other.reload();
  await expect(other.getByText('Your role does not open this page')).toBeVisible();

  await page.getByRole('button', { name: 'Delete role' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Delete role' }).click();
  await expect(dialog.getByText('Choose what its people have instead.')).toBeVisible();
  await dialog.getByLabel('Its people have instead').click();
  await page.getByRole('option', { name: 'Basic' }).click();
  await expect(dialog.getByText('1 person has this role.')).toBeVisible();
  await expectAccessible(page, 'the deletion of a role');
  await dialog.getByLabel('Reason').fill('The desk is closed');
  await dialog.getByRole('button', { name: 'Delete role' }).click();
  await expect(page.getByRole('heading', { name: 'Roles', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Front desk' })).toHaveCount(0);
  await other.goto(urlOf(slug, '/settings/people'));
  await expect(other.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
});

test('a role of one workspace is unknown in another', async ({ page, complaints }) => {
  complaints.expect(/404/);
  const tenant = await openTenant();
  const stranger = await openTenant();
  await makeFrontDesk(page, tenant);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const headers = await bearerOf(stranger.slug, stranger.owner.email, stranger.owner.password);
  const at = `/api/v1/roles/${id}`;
  const draft = { name: 'Mine', base: 'guest', permissions: [] };
  const answers = [
    await ask(stranger.slug, at, { headers }),
    await ask(stranger.slug, at, {
      ...{ method: 'PUT', headers },
      json: { ...draft, version: 1, reason: 'Trying' },
    }),
    await ask(stranger.slug, `${at}/impact`, { headers, json: {} }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  await enter(page, stranger, '/settings/roles');
  await expect(page.getByRole('link', { name: 'Front desk' })).toHaveCount(0);
  await page.goto(urlOf(stranger.slug, `/settings/roles/${id}`));
  await expect(page.getByRole('heading', { name: 'Front desk' })).toHaveCount(0);
});

test('a role is given for a time, shown with its end and kept in the history', async ({ page }) => {
  const tenant = await openTenant();
  const person = await addMember(tenant, 'basic', 'Ida Stone');
  await enter(page, tenant, '/settings/people');
  await actOn(page, person.name, 'Change roles');
  await page.getByLabel('Company', { exact: true }).click();
  await page.getByLabel('Company ends').fill('2001-01-01T10:00');
  await page.getByLabel('Reason').fill('Stands in for Kim');
  await page.getByRole('button', { name: 'Change roles' }).click();
  await expect(page.getByText('A role ends at a time to come.')).toBeVisible();
  await page.getByLabel('Company ends').fill('2091-01-01T10:00');
  await expectAccessible(page, 'roles that end');
  await page.getByRole('button', { name: 'Change roles' }).click();
  await expect(page.getByText(`Roles of ${person.name} changed`)).toBeVisible();
  await expect(page.getByRole('row', { name: person.name })).toContainText(/Company until .*2091/);
  await actOn(page, person.name, 'History of roles');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/Company given until .*2091/)).toBeVisible();
  await expect(dialog.getByText(/Olga Berg: Stands in for Kim/)).toBeVisible();
});

test('a workspace is offered, declined, offered again and taken over', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  const heir = await addMember(tenant, 'admin', 'Ida Stone');
  await enter(page, tenant, '/settings/general');
  const offer = async () => {
    await page.getByRole('button', { name: 'Hand over' }).click();
    await page.getByRole('dialog').getByRole('combobox').click();
    await page.getByRole('option', { name: heir.name }).click();
    await page.getByLabel('Reason').fill('Leads the school now');
    await page.getByRole('button', { name: 'Send offer' }).click();
    await expect(page.getByText(`${owner.name} offers it to ${heir.name}`)).toBeVisible();
  };
  await offer();
  await expectAccessible(page, 'an offer of the workspace');
  const other = await anotherDevice();
  await arrive(other, urlOf(slug, '/settings/general'), heir);
  await other.getByRole('button', { name: 'Decline' }).click();
  await expect(other.getByText('Offer declined')).toBeVisible();
  await page.reload();
  await offer();
  await other.reload();
  await other.getByRole('button', { name: 'Accept ownership' }).click();
  await expect(other.getByText(`${heir.name} owns this workspace.`)).toBeVisible();
  await page.reload();
  await expect(page.getByText(`${heir.name} owns this workspace.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hand over' })).toHaveCount(0);
});
