import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { openCollection, recordsOf } from '../support/collections';
import { undo } from '../support/notices';
import { openTasks } from '../support/tasks';
import { enter } from '../support/tenants';
import { expect, test } from '../support/test';

test('a record moves on the board and in the calendar by keyboard, and by a menu', async ({
  page,
}) => {
  const { tenant, collection } = await openTasks();
  const held = async (task: string) =>
    (await recordsOf(collection)).find(({ data }) => data.task === task)?.data;
  await enter(page, tenant);
  await openCollection(page, tenant.slug, 'Tasks');
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('radio', { name: 'Board' }).click();
  await page.keyboard.press('Escape');
  const lane = (name: string) => page.getByRole('region', { name });
  await expect(lane('Open, 2')).toBeVisible();
  await lane('New, 1').getByRole('button', { name: 'Sweep', exact: true }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(lane('Open, 3').getByRole('button', { name: 'Sweep', exact: true })).toBeFocused();
  await expect.poll(() => held('Sweep')).toMatchObject({ stage: 'open' });
  await page.getByRole('button', { name: 'Move Mop' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Done' }).click();
  await expect(lane('Done, 1')).toContainText('Mop');
  await page.getByRole('button', { name: 'Add record to New' }).click();
  await page.getByLabel('Task of the new record').fill('Dust');
  await page.keyboard.press('Enter');
  await expect(lane('New, 1')).toContainText('Dust');
  await expectAccessible(page, 'a board');

  await page.goto(`${page.url().split('?')[0]}?as=calendar&date=due&at=2026-03-01`);
  await dayOf(page, 3).getByRole('button', { name: 'Sweep', exact: true }).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(dayOf(page, 10).getByRole('button', { name: 'Sweep', exact: true })).toBeFocused();
  await expect.poll(() => held('Sweep')).toMatchObject({ due: '2026-03-10' });
  await undo(page, 'Moved to');
  await expect(dayOf(page, 3)).toContainText('Sweep');
  await page.getByRole('button', { name: /Without a day/ }).click();
  await expect(page.getByRole('dialog', { name: 'Records without a day' })).toContainText('Rest');
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'a calendar');
});

test('a card is dragged by mouse to another lane, and to another day', async ({ page }) => {
  const { tenant, collection } = await openTasks();
  const held = async () =>
    (await recordsOf(collection)).find(({ data }) => data.task === 'Sweep')?.data;
  const drag = async (onto: Locator) => {
    const from = await page.getByRole('button', { name: 'Sweep', exact: true }).boundingBox();
    const to = await onto.boundingBox();
    if (!from || !to) throw new Error('The card or its goal is not on the page.');
    await page.mouse.move(from.x + 12, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 12, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 10 });
    await page.mouse.up();
  };
  await enter(page, tenant);
  await openCollection(page, tenant.slug, 'Tasks');
  const address = page.url().split('?')[0];
  await page.goto(`${address}?as=board&columns=stage`);
  await drag(page.getByRole('region', { name: 'Done, 0' }));
  await expect(page.getByRole('region', { name: 'Done, 1' })).toContainText('Sweep');
  await expect.poll(held).toMatchObject({ stage: 'done' });
  await page.goto(`${address}?as=calendar&date=due&at=2026-03-01`);
  await drag(dayOf(page, 5));
  await expect(dayOf(page, 5)).toContainText('Sweep');
  await expect.poll(held).toMatchObject({ due: '2026-03-05' });
});

const dayOf = (page: Page, day: number) =>
  page.getByRole('region', { name: new RegExp(`\\b(March ${day},|${day} March)`) });
