import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { addRecord, makeCollection, openCollection, recordsOf } from '../support/collections';
import { undo } from '../support/notices';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('a paste adds the rows that are missing, and what cannot be read stays with its reason', async ({
  page,
}) => {
  const tenant = await openTenant();
  const orders = await makeCollection(tenant.slug, tenant.owner, {
    name: 'Orders',
    fields: [
      { name: 'Item', type: 'text' },
      { name: 'Due', type: 'date' },
    ],
  });
  await addRecord(orders, { item: 'First' });
  await addRecord(orders, { item: 'Second' });
  await enter(page, tenant);
  const grid = await openCollection(page, tenant.slug, 'Orders');
  const items = async () => (await recordsOf(orders)).map(({ data }) => data.item);

  await grid.getByRole('gridcell', { name: 'First', exact: true }).click();
  await paste(
    page,
    'Lamp\t31 Jan 2026\n"Chair, ""old"""\tsoon\nCup\t2026-03-01\nBowl\tlater\tmore',
  );
  await expect(page.getByText('2 records added')).toBeVisible();
  await expect.poll(items).toEqual(['Lamp', 'Chair, "old"', 'Cup', 'Bowl']);
  const kept = await recordsOf(orders);
  expect(kept.map(({ data }) => data.due ?? null)).toEqual([
    '2026-01-31',
    null,
    '2026-03-01',
    null,
  ]);
  await expect(grid.getByRole('gridcell', { name: /soon/ })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(page.getByText('2 pasted cells were left out')).toBeVisible();
  await expectAccessible(page, 'a grid after a paste');

  await undo(page, '2 records added');
  await expect.poll(items).toEqual(['Lamp', 'Chair, "old"']);
});

/** As from a spreadsheet: what the clipboard holds goes to the cell that is chosen. */
const paste = (page: Page, text: string) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
