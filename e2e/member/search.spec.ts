import { expectAccessible } from '../support/axe';
import { addRecord, makeCollection } from '../support/collections';
import { urlOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('words lead from the palette and the search page to records of every collection', async ({
  page,
}) => {
  const tenant = await openTenant();
  const fields = [
    { name: 'Name', type: 'text' },
    { name: 'Remarks', type: 'long_text' },
  ];
  const students = await makeCollection(tenant.slug, tenant.owner, { name: 'Students', fields });
  const orders = await makeCollection(tenant.slug, tenant.owner, { name: 'Orders', fields });
  await addRecord(students, { name: '김서연', remarks: '서울특별시 강남구' });
  await addRecord(students, { name: 'Quinn Marlow', remarks: 'Plays the cello' });
  await addRecord(orders, { name: 'Cello strings', remarks: 'For Quinn Marlow' });

  await enter(page, tenant);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill('강남');
  await expect(palette.getByRole('option', { name: '김서연' })).toContainText('서울특별시 강남구');
  await palette.getByRole('combobox').fill('marlow');
  const hit = palette.getByRole('option', { name: 'Quinn Marlow Students' });
  await expect(hit).toBeVisible();
  await expectAccessible(page, 'the palette with records');
  await expect(hit).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Quinn Marlow' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await palette.getByRole('combobox').fill('new record in ord');
  await expect(palette.getByRole('option', { name: 'New record in Orders' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Add record' })).toBeVisible();
  await expect(page).not.toHaveURL(/new=/);

  await page.goto(urlOf(tenant.slug, '/search'));
  await expect(page.getByText('Find any record')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('cello');
  await expect(page).toHaveURL(/q=cello/);
  const list = page.getByRole('list', { name: 'Records found' });
  await expect(list.getByRole('link')).toHaveCount(2);
  await expect(list.getByRole('link').first()).toContainText('Cello strings');
  await page.getByRole('link', { name: 'Students 1' }).click();
  await expect(list.getByRole('link')).toHaveCount(1);
  await page.reload();
  await expect(list.getByRole('link')).toContainText('Remarks: Plays the cello');
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('zzzzqq');
  await expect(page.getByText('Nothing has “zzzzqq”')).toBeVisible();
});
