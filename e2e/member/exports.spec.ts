import type { Page } from '@playwright/test';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { makeCollection, type OwnCollection } from '../support/collections';
import { inDatabase } from '../support/database';
import { csvRecords, downloadedText } from '../support/files';
import { urlOf } from '../support/places';
import { bearerOf, signIn } from '../support/sign-in';
import { addMember, linkMailedTo, type OwnTenant, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const rows = 20_500;
const atOnce = 500;

/** More records than are downloaded while somebody waits. */
async function stock(tenant: OwnTenant): Promise<OwnCollection> {
  const fields = [
    { name: 'Item', type: 'text' },
    { name: 'Cost', type: 'number' },
  ];
  const made = await makeCollection(tenant.slug, tenant.owner, { name: 'Stock', fields });
  const path = `/api/v1/collections/${made.id}/records/bulk`;
  for (let first = 0; first < rows; first += atOnce) {
    const records = Array.from({ length: atOnce }, (_, at) => ({
      item: first + at === 0 ? '=1+1' : `Item ${first + at}`,
      cost: first + at,
    }));
    const added = await ask(tenant.slug, path, { headers: made.headers, json: { records } });
    expect(added.status, added.text).toBe(200);
  }
  return made;
}

const fetched = async (page: Page) => {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download', exact: true }).first().click();
  return csvRecords(await downloadedText(await download));
};

test('a large export is made in the background, told by mail, and given to nobody else', async ({
  page,
}) => {
  test.slow();
  const tenant = await openTenant();
  const collection = await stock(tenant);
  const member = await addMember(tenant, 'basic', 'Pia Lund');
  await signIn(page, tenant.slug, member.email, member.password);
  await page.goto(urlOf(tenant.slug, `/collections/${collection.id}`));
  await page.getByLabel('Search records').fill('Item 2049');
  await expect(page.getByText('11 rows')).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'This view as CSV, in the background' }).click();
  await expect(page.getByText('The file is being made', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Imports and exports' })).toBeVisible();
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/11 records/)).toBeVisible();
  await expectAccessible(page, 'the exports of a collection');
  const found = await fetched(page);
  expect(found).toHaveLength(11);

  const link = await page.getByRole('link', { name: 'Download', exact: true }).getAttribute('href');
  const mailed = await linkMailedTo(member.email);
  expect(mailed).toBe(urlOf(tenant.slug, `/collections/${collection.id}/transfers`));
  const own = await bearerOf(tenant.slug, member.email, member.password);
  const get = async (path: string, headers: Record<string, string>) => {
    const { status, body } = await ask(tenant.slug, path, { headers });
    return { status, detail: body?.detail as string | undefined };
  };
  const absent = { status: 404, detail: 'This export does not exist.' };
  expect(await get(String(link), collection.headers)).toEqual(absent);
  expect(await get(String(link).replace(/expires=\d+/, 'expires=1'), own)).toEqual(absent);
  expect((await get(String(link), {})).status).toBe(401);

  const rule = { see: 'own', change: 'own', remove: 'own', create: true, fields: {} };
  const saved = await ask(tenant.slug, `/api/v1/collections/${collection.id}/rules`, {
    headers: collection.headers,
    method: 'PUT',
    json: { rules: { roles: {}, others: rule } },
  });
  expect(saved.status, saved.text).toBe(200);
  expect((await get(String(link), own)).status).toBe(403);
  await page.reload();
  await expect(page.getByText('Withheld', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Make again' }).click();
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 60_000 });
  expect(await fetched(page)).toHaveLength(0);

  await inDatabase(
    `update pooled.record_exports set expires_at = now() - interval '1 hour' where collection_id = $1`,
    [collection.id],
  );
  await page.reload();
  await expect(page.getByText('No longer kept', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download', exact: true })).toHaveCount(0);
});
