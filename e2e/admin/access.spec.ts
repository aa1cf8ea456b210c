import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { addRecord, makeCollection, openCollection } from '../support/collections';
import { urlOf } from '../support/places';
import { bearerOf, signIn } from '../support/sign-in';
import { addMember, enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('an admin keeps records and a field from a role, and a member sees their own', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const fields = [
    { name: 'Name', type: 'text' },
    { name: 'Salary', type: 'text' },
    { name: 'Owner', type: 'person' },
  ];
  const made = await makeCollection(tenant.slug, tenant.owner, { name: 'Reviews', fields });
  await addRecord(made, { name: 'Of the admin', salary: 'secret' });
  const member = await addMember(tenant, 'basic', 'Pia Lund');

  await enter(page, tenant);
  await page.goto(urlOf(tenant.slug, `/collections/${made.id}`));
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Access' }).click();
  await expect(page.getByRole('heading', { name: 'Access', level: 1 })).toBeVisible();
  await page.getByRole('combobox', { name: 'See, Basic' }).click();
  await page.getByRole('option', { name: 'Made or assigned' }).click();
  await page.getByRole('combobox', { name: 'Salary, Basic' }).click();
  await page.getByRole('option', { name: 'Hidden' }).click();
  await expect(
    page.getByText('Basic members see records they made or are assigned to, change them'),
  ).toBeVisible();
  await expect(page.getByText('1 member loses sight of records they see now')).toBeVisible();
  await expectAccessible(page, 'the access of a collection');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Access saved')).toBeVisible();

  const other = await anotherDevice();
  await signIn(other, tenant.slug, member.email, member.password);
  await other.goto(urlOf(tenant.slug, `/collections/${made.id}`));
  await expect(other.getByText('No records for you')).toBeVisible();
  await expect(other.getByText('Salary')).toHaveCount(0);
  await other.getByRole('button', { name: 'Add record' }).first().click();
  await expect(other.getByText(/^1 (row|record)$/i)).toBeVisible();
});

test('what one may only read opens no editor in the grid', async ({ page }) => {
  const tenant = await openTenant();
  const fields = [
    { name: 'Name', type: 'text' },
    { name: 'Grade', type: 'text' },
  ];
  const made = await makeCollection(tenant.slug, tenant.owner, { name: 'Marks', fields });
  await addRecord(made, { name: 'Of the admin', grade: 'A' });
  const member = await addMember(tenant, 'basic', 'Pia Lund');
  const own = await bearerOf(tenant.slug, member.email, member.password);
  await addRecord({ ...made, headers: own }, { name: 'Of Pia', grade: 'B' });
  const path = `/api/v1/collections/${made.id}`;
  const design = await ask(tenant.slug, path, { headers: made.headers });
  const grade = design.body.fields.find(({ key }: { key: string }) => key === 'grade');
  const others = { see: 'all', change: 'own', remove: 'own', create: true };
  const saved = await ask(tenant.slug, `${path}/rules`, {
    headers: made.headers,
    method: 'PUT',
    json: { rules: { roles: {}, others: { ...others, fields: { [grade.id]: 'read' } } } },
  });
  expect(saved.status, saved.text).toBe(200);

  await signIn(page, tenant.slug, member.email, member.password);
  const grid = await openCollection(page, tenant.slug, 'Marks');
  await expect(grid.getByRole('columnheader', { name: /Grade.*only to read/ })).toBeVisible();
  const cell = (name: string) => grid.getByRole('gridcell', { name, exact: true });
  for (const name of ['Of the admin', 'A', 'B']) {
    await expect(cell(name)).toHaveAttribute('aria-readonly', 'true');
    await cell(name).dblclick();
    await page.keyboard.type('zzz');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('zzz')).toHaveCount(0);
  await expect(cell('Of Pia')).not.toHaveAttribute('aria-readonly');
  await cell('Of Pia').dblclick();
  await page.keyboard.type(' Lund');
  await page.keyboard.press('Enter');
  await expect(cell('Of Pia Lund')).toBeVisible();
  await expectAccessible(page, 'a grid that is partly to read');
});
