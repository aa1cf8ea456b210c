import { type NameServer, startNameServer } from '../../lib/egress/testing/name-server';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { hostOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

let names: NameServer | undefined;
test.afterEach(async () => {
  await names?.end();
  names = undefined;
});

test('an admin proves a domain, serves it, makes it primary and gives it up', async ({ page }) => {
  test.slow();
  names = await startNameServer(test.info().config.metadata.dnsPort);
  const tenant = await openTenant();
  const host = `learn.${tenant.slug}.com`;
  await enter(page, tenant, '/settings/domains');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Domains');

  const typed = page.getByLabel('Domain', { exact: true });
  await typed.fill(hostOf('acme'));
  await page.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.getByText('This name is reserved.')).toBeVisible();
  await typed.fill(`${host.toUpperCase()}.`);
  await page.getByRole('button', { name: 'Add domain' }).click();
  const name = `_workspace-host.${host}`;
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  const value = (await page.getByText(/^workspace-host=/).textContent()) ?? '';
  await expect(page.getByText(hostOf('root'), { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('No such record.')).toHaveCount(2);
  names.texts.set(name, [value]);
  names.aliases.set(host, 'elsewhere.example.net');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('Verified, not live yet')).toBeVisible();
  await expect(page.getByText('elsewhere.example.net')).toBeVisible();
  await expectAccessible(page, 'a domain that leads elsewhere');
  expect((await ask(host, '/sign-in', { host })).status).toBe(404);

  names.aliases.set(host, hostOf('root'));
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect
    .poll(async () => (await ask(host, '/sign-in', { host })).text)
    .toContain(tenant.name);

  await page.getByRole('button', { name: 'Make primary' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Passkeys');
  await expectAccessible(page, 'a domain about to become primary');
  await dialog.getByRole('button', { name: 'Make primary' }).click();
  await expect(page.getByText('Primary', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Remove domain' }).click();
  await dialog.getByRole('button', { name: 'Remove domain' }).click();
  await expect(page.getByText(name, { exact: true })).toHaveCount(0);
  await expect.poll(async () => (await ask(host, '/sign-in', { host })).status).toBe(404);
});
