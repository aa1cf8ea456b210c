import { ask } from './support/ask';
import { addRecord, makeCollection, recordsOf } from './support/collections';
import { withoutDatabase } from './support/outage';
import { urlOf } from './support/places';
import { enter, inviteByMail, openTenant } from './support/tenants';
import { expect, test } from './support/test';

test('the database goes away and comes back: people are told, nothing is lost, all goes on', async ({
  page,
  anotherDevice,
  complaints,
}) => {
  test.slow();
  // 441 is React's number for what failed on the server.
  complaints.expect(/status of 50[03]|React error #441/);
  const tenant = await openTenant();
  const fields = [{ name: 'Task', type: 'text' }];
  const chores = await makeCollection(tenant.slug, tenant.owner, { name: 'Chores', fields });
  for (const task of ['Sweep', 'Mop']) await addRecord(chores, { task });
  const [reader, newcomer] = [await anotherDevice(), await anotherDevice()];
  await enter(page, tenant, `/collections/${chores.id}`);
  await enter(reader, tenant, '/settings/people');
  const grid = page.getByRole('grid', { name: 'Records of Chores' });

  await withoutDatabase(async () => {
    await expect.poll(async () => (await ask('root', '/readyz')).status).toBe(503);
    await grid.getByRole('gridcell', { name: 'Sweep' }).click();
    await page.keyboard.type('Sweep the hall');
    await page.keyboard.press('Enter');
    const kept = grid.getByRole('gridcell', { name: 'Sweep the hall' });
    await expect(kept).toHaveAttribute('aria-invalid', 'true');
    await kept.click();
    await expect(page.getByText('The database cannot be reached.').first()).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search records' }).fill('m');
    await expect(page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible();

    await reader.getByRole('link', { name: 'Audit' }).click();
    await expect(reader.getByText('This page could not be loaded')).toBeVisible();
    await newcomer.goto(urlOf(tenant.slug, '/collections'));
    await expect(newcomer.getByText('Back in a moment').first()).toBeVisible();
    const refused = await ask(tenant.slug, '/api/v1/collections', { headers: chores.headers });
    expect(refused.status).toBe(503);
    expect(refused.body).toMatchObject({
      code: 'unavailable',
      retryAfterSeconds: expect.any(Number),
    });
  });

  await expect(reader.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible();
  await expect(newcomer).toHaveURL(/\/sign-in/);
  await expect(grid.getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Search records' }).fill('');
  const kept = grid.getByRole('gridcell', { name: 'Sweep the hall' });
  await kept.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Enter');
  const tasks = async () => (await recordsOf(chores)).map(({ data }) => data.task);
  await expect.poll(tasks).toEqual(['Sweep the hall', 'Mop']);
  await expect(kept).not.toHaveAttribute('aria-invalid', 'true');
  expect(await inviteByMail(tenant, 'basic', `late@${tenant.slug}.example`)).toContain(
    'invitation',
  );
});
