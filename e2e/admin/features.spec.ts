import { ask } from '../support/ask';
import { bearerOf } from '../support/sign-in';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('collections turned off disappear, and come back with their data', async ({ page }) => {
  const tenant = await openTenant('sample');
  const { slug, owner } = tenant;
  const headers = await bearerOf(slug, owner.email, owner.password);
  const list = () => ask(slug, '/api/v1/collections', { headers });
  await expect.poll(async () => (await list()).body.length, { timeout: 20_000 }).toBeGreaterThan(0);
  const before = (await list()).text;

  await enter(page, tenant, '/settings/features');
  const link = page.getByRole('link', { name: 'Collections' });
  await expect(link).toBeVisible();
  await page.getByRole('switch', { name: 'Collections' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('Collections turned off')).toBeVisible();
  await expect(link).toHaveCount(0);
  await expect(page.getByText(`Turned off by ${owner.name}`)).toBeVisible();
  expect((await list()).status).toBe(404);

  await page.getByRole('switch', { name: 'Collections' }).click();
  await expect(page.getByText('Collections turned on')).toBeVisible();
  await expect(link).toBeVisible();
  expect((await list()).text).toBe(before);
});
