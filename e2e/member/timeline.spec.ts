import type { Locator, Page } from '@playwright/test';
import { ask } from '../support/ask';
import { expectAccessible, expectReadable } from '../support/axe';
import { addRecord, makeCollection, openCollection, recordsOf } from '../support/collections';
import { undo } from '../support/notices';
import { urlOf } from '../support/places';
import { arrive } from '../support/sign-in';
import { addMember, enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const stages = ['New', 'Open', 'Done'].map((name) => ({ id: name.toLowerCase(), name }));
const shown = '?as=timeline&date=begins&end=ends&at=2026-03-05';

test('records are moved in time by keyboard, at two scales, and taken back', async ({ page }) => {
  const { tenant, collection } = await openPlans();
  const held = heldBy(collection);
  await enter(page, tenant);
  await openCollection(page, tenant.slug, 'Plans');
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('radio', { name: 'Timeline' }).click();
  await expect(page.getByRole('combobox', { name: 'Begins with' })).toContainText('Begins');
  await expect(page.getByRole('combobox', { name: 'Ends with' })).toContainText('Ends');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '1 without dates' })).toBeVisible();

  await page.goto(`${page.url().split('?')[0]}${shown}&zoom=day`);
  const dig = bar(page, 'Dig');
  await expect(dig).toHaveAccessibleName(/^Dig, 3\s–\s10 Mar$/);
  await dig.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => held('Dig')).toMatchObject({ begins: '2026-03-05', ends: '2026-03-12' });
  await expect(dig).toBeFocused();
  await undo(page, 'Moved to');
  await expect.poll(() => held('Dig')).toMatchObject({ begins: '2026-03-03', ends: '2026-03-10' });
  // What the page knows of the record lags behind what is kept.
  await expect(dig).toHaveAccessibleName(/^Dig, 3\s–\s10 Mar$/);
  await dig.focus();
  const undone = page.waitForResponse((response) => response.url().endsWith('/records/undo'));
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+z');
  await undone;
  expect(await held('Dig')).toMatchObject({ begins: '2026-03-03', ends: '2026-03-10' });
  await expect(dig).toHaveAccessibleName(/^Dig, 3\s–\s10 Mar$/);
  await dig.focus();
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(() => held('Dig')).toMatchObject({ begins: '2026-03-03', ends: '2026-03-11' });
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(() => held('Dig')).toMatchObject({ begins: '2026-03-04', ends: '2026-03-11' });
  await page.keyboard.press('ArrowDown');
  await expect(bar(page, 'Pour')).toBeFocused();

  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(page).toHaveURL(/zoom=month/);
  await expect(page.getByRole('radio', { name: 'Months' })).toBeChecked();
  await dig.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => held('Dig')).toMatchObject({ begins: '2026-03-11', ends: '2026-03-18' });
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page).toHaveURL(/at=2026-06-05/);
  await expectAccessible(page, 'a timeline of months');
});

test('bars are dragged by mouse, whole, by an end, and from aside', async ({ page }) => {
  const { tenant, collection } = await openPlans();
  const held = heldBy(collection);
  await enter(page, tenant);
  await page.goto(urlOf(tenant.slug, `/collections/${collection.id}${shown}&zoom=day&lanes=stage`));
  await expect(page.getByRole('listitem', { name: 'New, 1' })).toBeVisible();
  const dig = bar(page, 'Dig');
  const box = await boxOf(dig);
  const day = box.width / 8;
  const middle = { x: box.x + box.width / 2, y: box.y + 8 };
  await drag(page, middle, { x: middle.x + day * 3, y: middle.y });
  await expect.poll(() => held('Dig')).toMatchObject({ begins: '2026-03-06', ends: '2026-03-13' });
  await expect(dig).toHaveAccessibleName(/^Dig, 6\s–\s13 Mar$/);
  const moved = await boxOf(dig);
  const end = { x: moved.x + moved.width - 2, y: moved.y + 8 };
  await drag(page, end, { x: end.x - day * 2, y: end.y });
  await expect.poll(() => held('Dig')).toMatchObject({ begins: '2026-03-06', ends: '2026-03-11' });

  await page.getByRole('button', { name: '1 without dates' }).click();
  const aside = page.getByRole('complementary', { name: 'Without dates' });
  const wait = await boxOf(aside.getByRole('button', { name: 'Wait', exact: true }));
  const goal = await boxOf(dig);
  await drag(page, { x: wait.x + 20, y: wait.y + 8 }, { x: goal.x + 2, y: goal.y + 8 });
  await expect.poll(() => held('Wait')).toMatchObject({ begins: '2026-03-06' });
  await expect(page.getByRole('button', { name: '0 without dates' })).toBeVisible();
  await bar(page, 'Wait').click();
  await expect(page.getByRole('dialog', { name: 'Wait' })).toBeVisible();
});

test('lines say what waits for what, drawn by mouse and by menu', async ({ page }) => {
  const { tenant, collection } = await openPlans();
  const { id, slug, headers } = collection;
  const after = { name: 'After', type: 'relation', options: { targetId: id, many: true } };
  await ask(slug, `/api/v1/collections/${id}/fields`, { headers, json: after });
  const held = heldBy(collection);
  const idOf = async (plan: string) =>
    (await recordsOf(collection)).find(({ data }) => data.plan === plan)?.id;
  await addRecord(collection, { plan: 'Bend', begins: '2026-03-08', ends: '2026-03-09' });
  await enter(page, tenant);
  await page.goto(urlOf(slug, `/collections/${id}${shown}&zoom=day`));
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('combobox', { name: 'Waits for' }).click();
  await page.getByRole('option', { name: 'After' }).click();
  await expect(page).toHaveURL(/waits=after/);
  await page.keyboard.press('Escape');

  const dig = bar(page, 'Dig');
  const pour = bar(page, 'Pour');
  await dig.hover();
  const knob = await boxOf(page.locator('li', { hasText: 'Dig' }).locator('[data-grip=link]'));
  const goal = await boxOf(pour);
  await drag(page, { x: knob.x + 6, y: knob.y + 6 }, { x: goal.x + 8, y: goal.y + 14 });
  await expect.poll(() => held('Pour')).toMatchObject({ after: [await idOf('Dig')] });
  await expect(pour).toHaveAccessibleName(/, waits for Dig$/);
  await expect(page.locator('[data-waits=well]')).toHaveCount(1);
  await undo(page, 'Pour waits for Dig');
  await expect.poll(async () => (await held('Pour'))?.after ?? null).toBeNull();

  await dig.hover();
  await page.getByRole('button', { name: 'Move Dig' }).click();
  await page.getByRole('menuitem', { name: 'Choose what waits for it' }).click();
  await expect(page.getByText('Choose the record that waits for Dig.')).toBeVisible();
  await bar(page, 'Bend').focus();
  await page.keyboard.press('Enter');
  const late = /, waits for Dig, begins before that has ended$/;
  await expect(bar(page, 'Bend')).toHaveAccessibleName(late);
  await expect(page.locator('[data-waits=early]')).toHaveCount(1);
  await expectAccessible(page, 'a timeline with lines');

  await dig.focus();
  await bar(page, 'Bend').hover();
  await page.getByRole('button', { name: 'Move Bend' }).click();
  await page.getByRole('menuitem', { name: 'Choose what waits for it' }).click();
  await dig.click();
  await expect(page.getByText('Dig is waited for already')).toBeVisible();
  expect((await held('Dig'))?.after ?? null).toBeNull();

  await bar(page, 'Bend').hover();
  await page.getByRole('button', { name: 'Move Bend' }).click();
  await page.getByRole('menuitem', { name: 'To after what it waits for' }).click();
  await expect.poll(() => held('Bend')).toMatchObject({ begins: '2026-03-11', ends: '2026-03-12' });
  await expect(page.locator('[data-waits=well]')).toHaveCount(1);
  await bar(page, 'Bend').hover();
  await page.getByRole('button', { name: 'Move Bend' }).click();
  await page.getByRole('menuitem', { name: 'No longer wait for Dig' }).click();
  await expect.poll(async () => (await held('Bend'))?.after ?? null).toBeNull();
});

test('a timeline is kept as a view, and fits the dark and a phone', async ({ page }) => {
  const { tenant, collection } = await openPlans();
  const { id, slug, headers } = collection;
  await enter(page, tenant);
  const made = await ask(slug, `/api/v1/collections/${id}/views`, {
    headers,
    json: {
      name: 'Plan',
      kind: 'timeline',
      shared: true,
      state: {
        date: 'begins',
        end: 'ends',
        lanes: 'stage',
        zoom: 'week',
        tints: [{ color: 'red', filter: { field: 'stage', op: 'equals', value: 'new' } }],
      },
    },
  });
  expect(made.status, made.text).toBe(200);
  await page.goto(urlOf(slug, `/collections/${id}?view=${made.body.id}&at=2026-03-05`));
  await expect(page.getByRole('link', { name: 'Plan', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(bar(page, 'Dig')).toBeVisible();
  await page.getByRole('button', { name: '1 without dates' }).click();
  await expectAccessible(page, 'a timeline');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectReadable(page, 'a timeline in the dark');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.reload();
  await expect(bar(page, 'Dig')).toBeInViewport();
  await expectAccessible(page, 'a timeline on a phone');
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beside, 'the page scrolls sideways').toBeLessThanOrEqual(0);
});

test('who may only read looks at a timeline and moves nothing', async ({ page }) => {
  const { tenant, collection } = await openPlans();
  const held = heldBy(collection);
  const reader = await addMember(tenant, 'guest', 'Rita Moss');
  await arrive(page, urlOf(tenant.slug), reader);
  await page.goto(urlOf(tenant.slug, `/collections/${collection.id}${shown}&zoom=day`));
  const dig = bar(page, 'Dig');
  await dig.focus();
  await page.keyboard.press('Shift+ArrowRight');
  const box = await boxOf(dig);
  const from = { x: box.x + box.width / 2, y: box.y + 8 };
  await drag(page, from, { x: from.x + 300, y: from.y });
  await expect(page.getByRole('button', { name: 'Move Dig' })).toHaveCount(0);
  await expect(dig).toHaveAccessibleName(/^Dig, 3\s–\s10 Mar$/);
  expect(await held('Dig')).toMatchObject({ begins: '2026-03-03', ends: '2026-03-10' });
});

test('a window says that it has more records than it reads, and lanes follow a relation', async ({
  page,
}) => {
  const { tenant, collection } = await openPlans();
  const { id, slug, headers } = collection;
  const crews = await makeCollection(slug, tenant.owner, {
    name: 'Crews',
    fields: [{ name: 'Crew', type: 'text' }],
  });
  await addRecord(crews, { crew: 'North' });
  const [north] = await recordsOf(crews);
  const field = { name: 'Crew', type: 'relation', options: { targetId: crews.id } };
  await ask(slug, `/api/v1/collections/${id}/fields`, { headers, json: field });
  await addRecord(collection, { plan: 'Raise', crew: [north?.id], begins: '2026-03-04' });
  const records = Array.from({ length: 600 }, (_, at) => ({
    plan: `Later ${at}`,
    begins: '2026-06-01',
  }));
  const made = await ask(slug, `/api/v1/collections/${id}/records/bulk`, {
    headers,
    json: { records },
  });
  expect(made.status, made.text).toBe(200);
  await enter(page, tenant);
  const address = urlOf(slug, `/collections/${id}?as=timeline&date=begins&lanes=crew`);
  await page.goto(`${address}&at=2026-03-05&zoom=day`);
  await expect(page.getByRole('listitem', { name: 'North, 1' })).toContainText('Raise');
  await expect(page.getByRole('listitem', { name: 'No Crew, 2' })).toContainText('Dig');
  await expect(page.getByText(/Showing 500 of/)).toHaveCount(0);
  await page.goto(`${address}&at=2026-06-01&zoom=day`);
  await expect(page.getByText('Showing 500 of 600 records in these days.')).toBeVisible();
});

/** Three plans: two with dates, one without. */
async function openPlans() {
  const tenant = await openTenant();
  const fields = [
    { name: 'Plan', type: 'text' },
    { name: 'Stage', type: 'select', options: { choices: stages } },
    { name: 'Begins', type: 'date' },
    { name: 'Ends', type: 'date' },
  ];
  const collection = await makeCollection(tenant.slug, tenant.owner, { name: 'Plans', fields });
  const dates = { begins: '2026-03-03', ends: '2026-03-10' };
  await addRecord(collection, { plan: 'Dig', stage: 'new', ...dates });
  await addRecord(collection, { plan: 'Pour', stage: 'open', begins: '2026-03-12' });
  await addRecord(collection, { plan: 'Wait', stage: 'open' });
  return { tenant, collection };
}

const heldBy = (collection: Parameters<typeof recordsOf>[0]) => async (plan: string) =>
  (await recordsOf(collection)).find(({ data }) => data.plan === plan)?.data;

const bar = (page: Page, plan: string) =>
  page.getByRole('region', { name: 'Timeline of Plans' }).getByRole('button', {
    name: new RegExp(`^${plan}\\b`),
  });

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return box;
}

interface Point {
  x: number;
  y: number;
}

async function drag(page: Page, from: Point, to: Point) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
}
