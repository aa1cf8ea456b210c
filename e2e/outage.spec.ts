import { ask } from './support/ask';
import { addRecord, makeCollection, recordsOf } from './support/collections';
import { enterConsole } from './support/console';
import { withoutDatabase, withoutShard } from './support/outage';
import { urlOf } from './support/places';
import { bearerOf } from './support/sign-in';
import { askStaff } from './support/staff';
import { enter, inviteByMail, openTenant } from './support/tenants';
import { expect, test } from './support/test';

// What one takes away, the other would miss.
test.describe.configure({ mode: 'default' });

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
    await expect(kept).toHaveAttribute('aria-busy', 'true');
    await expect(page.getByText('1 change not saved yet')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search records' }).fill('m');
    await expect(
      page.getByRole('alert').filter({ hasText: 'cannot be reached' }).first(),
    ).toBeVisible();

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
  const tasks = async () => (await recordsOf(chores)).map(({ data }) => data.task);
  await expect.poll(tasks).toEqual(['Sweep the hall', 'Mop']);
  await expect(kept).not.toHaveAttribute('aria-busy', 'true');
  expect(await inviteByMail(tenant, 'basic', `late@${tenant.slug}.example`)).toContain(
    'invitation',
  );
});

test('a shard goes away and comes back: its people are told in their own looks, others do not notice', async ({
  page,
  anotherDevice,
  complaints,
}) => {
  test.slow();
  complaints.expect(/status of 50[03]|React error #441/);
  await openEast();
  const tenant = await openTenant('empty', 'East');
  const neighbour = await openTenant('empty', 'primary');
  const [next, staff] = [await anotherDevice(), await anotherDevice()];
  await enter(page, tenant, '/collections');
  await enter(next, neighbour, '/collections');
  await enterConsole(staff);
  const headers = await bearerOf(tenant.slug, tenant.owner.email, tenant.owner.password);

  await withoutShard('embedded-1', async () => {
    const asked = () => ask(tenant.slug, '/api/v1/collections', { headers });
    await expect.poll(async () => (await asked()).status).toBe(503);
    const refused = await asked();
    expect(refused.body).toMatchObject({ code: 'unavailable' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);

    await expect(async () => {
      const answer = await page.goto(urlOf(tenant.slug, '/collections'));
      expect(answer?.status()).toBe(503);
      expect(Number(answer?.headers()['retry-after'])).toBeGreaterThan(0);
    }).toPass({ timeout: 15_000 });
    await expect(page.getByRole('heading', { name: 'Back in a moment' })).toBeVisible();
    await expect(page.getByText(tenant.name).first()).toBeVisible();

    await next.reload();
    await expect(next.getByRole('heading', { name: 'Collections', level: 1 })).toBeVisible();
    await staff.goto(urlOf('console', '/shards'));
    const east = staff.getByRole('row', { name: /East/ });
    await expect(async () => {
      await staff.reload();
      await expect(east.getByText('Down')).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    const late = await openTenant('empty');
    await enter(next, late, '/collections');
    await expect(next.getByRole('heading', { name: 'Collections', level: 1 })).toBeVisible();
  });

  await expect(async () => {
    const answer = await page.goto(urlOf(tenant.slug, '/collections'));
    expect(answer?.status()).toBe(200);
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'Collections', level: 1 })).toBeVisible();
});

/** Registers the second server of the product as a shard and opens it, unless that was done. */
async function openEast() {
  const { body } = await askStaff('/api/v1/shards');
  const reason = 'The first server fills up';
  const known = body.shards.find(({ name }: { name: string }) => name === 'East');
  const made =
    known ??
    (await askStaff('/api/v1/shards', { name: 'East', connection: 'embedded-1', reason })).body;
  await expect(async () => {
    const opened = await askStaff(`/api/v1/shards/${made.id}/state`, { state: 'open', reason });
    expect(opened.status, opened.text).toBe(200);
  }).toPass({ timeout: 15_000 });
}
