import type { Page } from '@playwright/test';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { addRecord, makeCollection } from '../support/collections';
import { choose } from '../support/menu';
import { urlOf } from '../support/places';
import { bearerOf, signIn } from '../support/sign-in';
import { addMember, enter, type OwnTenant, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

async function makeTeam(page: Page, name: string, above?: string) {
  await page.getByRole('button', { name: 'New team' }).click();
  await page.getByLabel('Name of the team').fill(name);
  if (above) {
    await page.getByRole('combobox', { name: 'Stands under' }).click();
    await page.getByRole('option', { name: above }).click();
  }
  await page.getByRole('button', { name: 'Make team' }).click();
  await expect(page.getByText(`Team ${name} made`)).toBeVisible();
}

async function addToTeam(page: Page, ...names: string[]) {
  await page.getByRole('button', { name: 'Add people' }).click();
  for (const name of names) await page.getByRole('checkbox', { name }).click();
  await page.getByRole('button', { name: `Add ${names.length} ` }).click();
  for (const name of names) await expect(page.getByRole('row', { name })).toBeVisible();
}

async function openTeams(tenant: OwnTenant, ...names: string[]) {
  const headers = await bearerOf(tenant.slug, tenant.owner.email, tenant.owner.password);
  const ids: string[] = [];
  for (const name of names) {
    const made = await ask(tenant.slug, '/api/v1/teams', { headers, json: { name } });
    expect(made.status, made.text).toBe(200);
    ids.push(made.body.id);
  }
  return { headers, ids };
}

test('an admin grows a tree of teams, fills one, and ends it', async ({ page }) => {
  const tenant = await openTenant();
  const pia = await addMember(tenant, 'basic', 'Pia Lund');
  await enter(page, tenant, '/settings/people/teams');
  await expect(page.getByText('No teams yet')).toBeVisible();
  await expectAccessible(page, 'teams, none yet');
  await makeTeam(page, 'Sales');
  await makeTeam(page, 'Night shift', 'Sales');
  await page.getByRole('button', { name: 'New team' }).click();
  await page.getByLabel('Name of the team').fill('SALES');
  await page.getByRole('button', { name: 'Make team' }).click();
  await expect(page.getByText('There is a team of this name already.')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Night shift' }).click();
  await expect(page.getByRole('heading', { name: 'Night shift', level: 1 })).toBeVisible();
  await addToTeam(page, pia.name, tenant.owner.name);
  await choose(page, page.getByRole('button', { name: `Actions for ${pia.name}` }), 'Make lead');
  await expect(page.getByText('Pia Lund leads now')).toBeVisible();
  await expectAccessible(page, 'a team');
  await choose(page, page.getByRole('button', { name: 'Actions for Night shift' }), 'Move');
  await page.getByRole('combobox', { name: 'Stands under' }).click();
  await page.getByRole('option', { name: 'No other team' }).click();
  await page.getByRole('button', { name: 'Move team' }).click();
  await expect(page.getByText('Team Night shift moved')).toBeVisible();

  await page.goto(urlOf(tenant.slug, '/settings/people'));
  await page.getByRole('combobox', { name: 'Team' }).click();
  await page.getByRole('option', { name: 'Night shift' }).click();
  await expect(page.getByRole('cell', { name: 'Night shift' })).toHaveCount(2);

  await page.goto(urlOf(tenant.slug, '/settings/people/teams?q=night'));
  await page.getByRole('link', { name: 'Night shift' }).click();
  await page.getByRole('button', { name: 'Archive team' }).click();
  await expect(page.getByText('2 people belong to it.')).toBeVisible();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Archive team' }).click();
  await page.getByRole('button', { name: 'Delete team' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Delete the team Night shift?');
  await dialog.getByLabel('Reason').fill('Nobody works at night');
  await dialog.getByRole('button', { name: 'Delete team' }).click();
  await expect(page).toHaveURL(urlOf(tenant.slug, '/settings/people/teams'));
  await expect(page.getByRole('link', { name: 'Night shift' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Sales' })).toBeVisible();
});

test('a role over one team opens that team alone', async ({ page, anotherDevice }) => {
  const tenant = await openTenant();
  const pia = await addMember(tenant, 'basic', 'Pia Lund');
  const nils = await addMember(tenant, 'basic', 'Nils Bo');
  const { ids } = await openTeams(tenant, 'North', 'South');
  const at = (id = '') => urlOf(tenant.slug, `/settings/people/teams/${id}`);
  await enter(page, tenant, `/settings/people/teams/${ids[0]}`);
  await page.getByRole('button', { name: 'Give a role' }).click();
  await page.getByRole('combobox', { name: 'Person' }).click();
  await page.getByRole('option', { name: pia.name }).click();
  await page.getByRole('combobox', { name: 'Role', exact: true }).click();
  await page.getByRole('option', { name: 'Admin' }).click();
  await page.getByLabel('Reason').fill('Looks after the north');
  await expectAccessible(page, 'the dialog that gives a role over a team');
  await page.getByRole('button', { name: 'Give role' }).click();
  await expect(page.getByText('Role over North given')).toBeVisible();
  await expect(page.getByRole('row', { name: pia.name })).toBeVisible();

  const other = await anotherDevice();
  await signIn(other, tenant.slug, pia.email, pia.password);
  await other.goto(at(ids[0]));
  await addToTeam(other, nils.name);
  await expect(other.getByRole('button', { name: 'Archive team' })).toHaveCount(0);
  await other.goto(at(ids[1]));
  await expect(other.getByRole('heading', { name: 'South', level: 1 })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Add people' })).toHaveCount(0);
  await other.goto(urlOf(tenant.slug, '/settings/audit'));
  await expect(other.getByText('Your role does not open this page')).toBeVisible();
  await other.goto(urlOf(tenant.slug, '/account'));
  await expect(other.getByText('Admin over North')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: `Take Admin from ${pia.name}` }).click();
  await page.getByLabel('Reason').fill('Back at her own desk');
  await page.getByRole('button', { name: 'Take role' }).click();
  await expect(page.getByText(`${pia.name} no longer has Admin over North`)).toBeVisible();
  await other.goto(at(ids[0]));
  await expect(other.getByRole('heading', { name: 'North', level: 1 })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Add people' })).toHaveCount(0);
});

test('a collection that goes by team shows each team its own', async ({ page, anotherDevice }) => {
  const tenant = await openTenant();
  const fields = [{ name: 'Name', type: 'text' }];
  const made = await makeCollection(tenant.slug, tenant.owner, { name: 'Cases', fields });
  const members = [];
  for (const name of ['Pia Lund', 'Nils Bo', 'Ane Dahl']) {
    const member = await addMember(tenant, 'basic', name);
    const headers = await bearerOf(tenant.slug, member.email, member.password);
    await addRecord({ ...made, headers }, { name: `Case of ${name}` });
    members.push(member);
  }
  const { headers, ids } = await openTeams(tenant, 'North');
  const { body } = await ask(tenant.slug, '/api/v1/people', { headers });
  const userIds = body.people
    .filter(({ name }: { name: string }) => ['Pia Lund', 'Nils Bo'].includes(name))
    .map(({ userId }: { userId: string }) => userId);
  const path = `/api/v1/teams/${ids[0]}/members`;
  expect((await ask(tenant.slug, path, { headers, json: { userIds } })).status).toBe(200);

  await enter(page, tenant, `/collections/${made.id}/access`);
  await page.getByRole('combobox', { name: 'See, Basic' }).click();
  await page.getByRole('option', { name: 'Of their teams' }).click();
  await expect(
    page.getByText('Basic members see records that they or somebody of their teams made'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Access saved')).toBeVisible();

  const other = await anotherDevice();
  const [pia] = members;
  await signIn(other, tenant.slug, pia?.email ?? '', pia?.password ?? '');
  await other.goto(urlOf(tenant.slug, `/collections/${made.id}`));
  await expect(other.getByRole('gridcell', { name: 'Case of Nils Bo' })).toBeVisible();
  await expect(other.getByRole('gridcell', { name: 'Case of Pia Lund' })).toBeVisible();
  await expect(other.getByText('Case of Ane Dahl')).toHaveCount(0);
});
