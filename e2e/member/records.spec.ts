import { expectAccessible } from '../support/axe';
import { addRecord, makeCollection, openCollection, recordsOf } from '../support/collections';
import { undo } from '../support/notices';
import { signIn } from '../support/sign-in';
import { addMember, enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const fields = [
  { name: 'Task', type: 'text' },
  { name: 'Hours', type: 'number' },
];

async function chores() {
  const tenant = await openTenant();
  const collection = await makeCollection(tenant.slug, tenant.owner, { name: 'Chores', fields });
  for (const [task, hours] of [
    ['Sweep', 1],
    ['Mop', 2],
    ['Dust', 3],
  ] as const) {
    await addRecord(collection, { task, hours });
  }
  return { tenant, collection, slug: tenant.slug };
}

test('a record has a page, its history, and the way back to each value', async ({ page }) => {
  const { tenant, collection, slug } = await chores();
  await enter(page, tenant);
  const grid = await openCollection(page, slug, 'Chores');
  await grid.getByRole('gridcell', { name: 'Mop', exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Mop' })).toBeVisible();
  await expect(page.getByText('2 of 3')).toBeVisible();

  await page.getByRole('textbox', { name: 'Task' }).fill('Mop the stairs');
  await page.getByRole('textbox', { name: 'Task' }).press('Tab');
  await page.getByRole('textbox', { name: 'Hours' }).fill('4');
  await page.getByRole('textbox', { name: 'Hours' }).press('Tab');
  const history = page.getByRole('list', { name: 'History' });
  await expect(history).toContainText('changed Hours');
  await expectAccessible(page, 'the page of a record');
  await history.getByRole('button', { name: 'Restore Task to Mop' }).click();
  await expect(page.getByRole('textbox', { name: 'Task' })).toHaveValue('Mop');
  await expect(history.getByText('changed Task')).toHaveCount(2);
  await history
    .getByRole('listitem')
    .filter({ hasText: 'added this record' })
    .getByRole('button', { name: 'Restore the record as it was then' })
    .click();
  await expect(page.getByRole('textbox', { name: 'Hours' })).toHaveValue('2');
  await undo(page, 'field restored');
  await expect(page.getByRole('textbox', { name: 'Hours' })).toHaveValue('4');

  await page.getByRole('link', { name: 'Next record' }).click();
  await expect(page.getByRole('heading', { name: 'Dust' })).toBeVisible();
  await page.getByRole('link', { name: 'Previous record' }).click();
  await expect(page.getByRole('heading', { name: 'Mop' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete record' }).click();
  await expect(grid.getByRole('row')).toHaveCount(3);
  expect((await recordsOf(collection)).map(({ data }) => data.task)).toEqual(['Sweep', 'Dust']);
  await undo(page, 'Mop deleted');
  await expect(grid.getByRole('row')).toHaveCount(4);
});

test('fill, paste and bulk edit are one step each, and come back and go again', async ({
  page,
  complaints,
}) => {
  const { tenant, collection, slug } = await chores();
  await enter(page, tenant);
  const grid = await openCollection(page, slug, 'Chores');
  const tasks = async () => (await recordsOf(collection)).map(({ data }) => data.task);
  await grid.getByRole('gridcell', { name: 'Sweep', exact: true }).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect(page.getByText('2 cells changed')).toBeVisible();
  await expect.poll(tasks).toEqual(['Sweep', 'Sweep', 'Sweep']);
  await page.keyboard.press('Control+z');
  await expect.poll(tasks).toEqual(['Sweep', 'Mop', 'Dust']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(tasks).toEqual(['Sweep', 'Sweep', 'Sweep']);
  await page.keyboard.press('Control+z');
  await expect.poll(tasks).toEqual(['Sweep', 'Mop', 'Dust']);

  await grid.getByRole('checkbox', { name: 'Select all rows' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Edit 3 records' });
  await sheet.getByRole('combobox', { name: 'Field to set' }).click();
  await page.getByRole('option', { name: 'Hours' }).click();
  await sheet.getByRole('textbox', { name: 'Hours' }).fill('many');
  complaints.expect(/422/);
  await sheet.getByRole('button', { name: 'Change 3 records' }).click();
  await expect(sheet.getByText('Hours is not a number.')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Hours' }).fill('8');
  await expectAccessible(page, 'the form of a bulk edit');
  await sheet.getByRole('button', { name: 'Change 3 records' }).click();
  const hours = async () => (await recordsOf(collection)).map(({ data }) => data.hours);
  await expect.poll(hours).toEqual([8, 8, 8]);
  await undo(page, '3 records changed');
  await expect.poll(hours).toEqual([1, 2, 3]);
});

test('others’ changes appear while a page is open, and never over what is being written', async ({
  page,
  anotherDevice,
  complaints,
}) => {
  const { tenant, collection, slug } = await chores();
  const partner = await addMember(tenant, 'basic', 'Pia Lund');
  const other = await anotherDevice();
  await enter(page, tenant);
  await signIn(other, slug, partner.email, partner.password);
  const mine = await openCollection(page, slug, 'Chores');
  const theirs = await openCollection(other, slug, 'Chores');

  await theirs.getByRole('gridcell', { name: 'Mop', exact: true }).click();
  await other.keyboard.type('Mop twice');
  await other.keyboard.press('Enter');
  const cell = mine.getByRole('gridcell', { name: 'Mop twice' });
  await expect(cell).toBeVisible();
  await expect(cell).toContainText('Pia Lund');

  await addRecord(collection, { task: 'Cook', hours: 5 });
  await expect(mine.getByRole('gridcell', { name: 'Cook', exact: true })).toBeVisible();

  await mine.getByRole('gridcell', { name: 'Sweep', exact: true }).click();
  await page.keyboard.type('Sweep slowly');
  await theirs.getByRole('gridcell', { name: 'Sweep', exact: true }).click();
  await other.keyboard.type('Sweep fast');
  await other.keyboard.press('Enter');
  await expect.poll(async () => (await recordsOf(collection))[0]?.data.task).toBe('Sweep fast');
  await page.waitForTimeout(2_500);
  complaints.expect(/409/);
  await page.keyboard.press('Enter');
  await expect(mine.getByRole('gridcell', { name: 'Sweep slowly' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  expect((await recordsOf(collection))[0]?.data.task).toBe('Sweep fast');
});

test('an edit made without a connection stays visible and is sent when it is back', async ({
  page,
  context,
  complaints,
}) => {
  const { tenant, collection, slug } = await chores();
  await enter(page, tenant);
  const grid = await openCollection(page, slug, 'Chores');
  await grid.getByRole('gridcell', { name: 'Mop', exact: true }).click();
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(true);
  await page.keyboard.type('Mop later');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 change not saved yet')).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: 'Mop later' })).toHaveAttribute(
    'aria-busy',
    'true',
  );
  await expectAccessible(page, 'a change that is not saved yet');
  expect((await recordsOf(collection))[1]?.data.task).toBe('Mop');
  await context.setOffline(false);
  await expect(page.getByText('1 change not saved yet')).toHaveCount(0);
  await expect.poll(async () => (await recordsOf(collection))[1]?.data.task).toBe('Mop later');
});

test('deleted records wait in the trash, come back, or go for good', async ({ page }) => {
  const { tenant, collection, slug } = await chores();
  await enter(page, tenant);
  const grid = await openCollection(page, slug, 'Chores');
  await grid.getByRole('checkbox', { name: 'Select all rows' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('No records yet')).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted records' }).click();
  const list = page.getByRole('list', { name: 'Deleted records' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expectAccessible(page, 'the trash of a collection');
  await list.getByRole('checkbox', { name: 'Choose Mop' }).click();
  await page.getByRole('button', { name: 'Restore 1 record' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  expect((await recordsOf(collection)).map(({ data }) => data.task)).toEqual(['Mop']);
  await page.getByRole('searchbox', { name: 'Search the trash' }).fill('dus');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Delete 1 record for good' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Type 1 to confirm').fill('1');
  await dialog.getByRole('button', { name: 'Delete 1 record' }).click();
  await expect(page.getByText('Nothing in the trash fits')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the trash' }).fill('');
  await expect(list.getByRole('listitem')).toHaveCount(1);
});
