import { randomBytes } from 'node:crypto';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { addRecord, makeCollection, openCollection, recordsOf } from '../support/collections';
import { urlOf } from '../support/places';
import { bearerOf, signIn } from '../support/sign-in';
import { addMember, enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const student = 'student.a@example.com';

test('a student adds a row, edits it by keyboard, undoes, deletes and brings it back', async ({
  page,
}) => {
  const name = `Row ${randomBytes(4).toString('hex')}`;
  await signIn(page, 'gangnam', student);
  const grid = await openCollection(page, 'gangnam', 'Students');

  await page.getByRole('button', { name: 'Add record' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Add record' });
  await sheet.getByLabel('Name').fill(name);
  await expectAccessible(page, 'the form of a new record');
  await sheet.getByRole('button', { name: 'Add record' }).click();
  await expect(sheet).toHaveCount(0);

  await page.getByRole('searchbox', { name: 'Search records' }).fill(name);
  const row = grid.getByRole('row', { name });
  await expect(row).toBeVisible();
  await expect(grid.getByRole('row')).toHaveCount(2);

  await row.getByRole('gridcell', { name }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('Call on Monday');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Call on Monday');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' the Second');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row', { name: `${name} the Second` })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(grid.getByRole('gridcell', { name, exact: true })).toBeVisible();
  await page.reload();
  await expect(grid.getByRole('row', { name })).toContainText('Call on Monday');

  await row.hover();
  await row.getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('No record fits this view')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText('Call on Monday');
});

test('search, filter and order stand in the address and survive a reload', async ({ page }) => {
  await signIn(page, 'gangnam', student);
  const grid = await openCollection(page, 'gangnam', 'Students');
  const count = page.getByText(/^[\d,]+ (rows|records)$/i);
  await page.getByRole('searchbox', { name: 'Search records' }).fill('Kim');
  await expect(page).toHaveURL(/q=Kim/);
  await page.getByRole('button', { name: 'Filter' }).click();
  const filters = page.getByRole('dialog', { name: 'Filters' });
  await filters.getByRole('button', { name: 'Add condition' }).click();
  await filters.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Last score' }).click();
  await filters.getByRole('combobox', { name: 'Condition' }).click();
  await page.getByRole('option', { name: 'at least' }).click();
  await filters.getByLabel('Value').fill('70');
  await expect(page).toHaveURL(/filter=last_score\.gte\.70/);
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Last score' }).hover();
  await page.getByRole('button', { name: 'Options of Last score' }).click();
  await page.getByRole('menuitem', { name: 'Sort descending' }).click();
  await expect(page).toHaveURL(/sort=-last_score/);
  await expect(page.getByRole('button', { name: 'Sorted by 1' })).toBeVisible();

  const scores = async () => {
    const column = await grid
      .getByRole('columnheader', { name: 'Last score' })
      .getAttribute('aria-colindex');
    const cells = await grid
      .locator(`[role=gridcell][aria-colindex="${column}"]`)
      .allTextContents();
    return cells.map(Number);
  };
  await expect(async () => {
    const shown = await scores();
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).toEqual(shown.toSorted((a, b) => b - a));
    expect(Math.min(...shown)).toBeGreaterThanOrEqual(70);
  }).toPass({ timeout: 5_000 });
  const before = await count.textContent();
  await page.reload();
  await expect(grid.getByRole('row').nth(1)).toContainText('Kim');
  await expect(count).toHaveText(before ?? '');
  await expect(page.getByRole('searchbox', { name: 'Search records' })).toHaveValue('Kim');
  await expect(page.getByRole('button', { name: 'Filtered by 1' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sorted by 1' })).toBeVisible();
});

test('the basic role works with records but designs nothing', async ({ page, complaints }) => {
  await signIn(page, 'gangnam', student);
  await openCollection(page, 'gangnam', 'Students');
  await expect(page.getByRole('button', { name: 'Add field' })).toHaveCount(0);
  await page.goto(urlOf('gangnam', '/collections'));
  await expect(page.getByRole('link', { name: 'Create collection' })).toHaveCount(0);
  complaints.expect(/403/);
  await page.goto(urlOf('gangnam', '/collections/new'));
  await expect(page.getByText('Your role does not open this')).toBeVisible();
  const headers = await bearerOf('gangnam', student);
  const refused = await ask('gangnam', '/api/v1/collections', { headers, json: { name: 'Mine' } });
  expect(refused.status).toBe(403);
});

test('two people in one cell: the later one is told, and no word is lost', async ({
  page,
  anotherDevice,
  complaints,
}) => {
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  const partner = await addMember(tenant, 'basic', 'Pia Lund');
  const fields = [{ name: 'Task', type: 'text' }];
  const collection = await makeCollection(slug, owner, { name: 'Chores', fields });
  await addRecord(collection, { task: 'Sweep' });

  const other = await anotherDevice();
  await enter(page, tenant);
  await signIn(other, slug, partner.email, partner.password);
  const [mine, theirs] = [
    await openCollection(page, slug, 'Chores'),
    await openCollection(other, slug, 'Chores'),
  ];
  const write = async (on: typeof page, grid: typeof mine, text: string) => {
    await grid.getByRole('gridcell', { name: 'Sweep' }).click();
    await on.keyboard.type(text);
    await on.keyboard.press('Enter');
  };
  await write(page, mine, 'Sweep the hall');
  await expect.poll(async () => (await recordsOf(collection))[0]?.data.task).toBe('Sweep the hall');
  complaints.expect(/409/);
  await write(other, theirs, 'Mop the stairs');
  const cell = theirs.getByRole('gridcell', { name: 'Mop the stairs' });
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await cell.click();
  await expect(
    other.getByText('Task was changed by somebody else meanwhile').first(),
  ).toBeVisible();
  expect((await recordsOf(collection))[0]?.data.task).toBe('Sweep the hall');

  await other.keyboard.press('Escape');
  await expect(theirs.getByRole('gridcell', { name: 'Sweep the hall' })).toBeVisible();
});
