import { type NameServer, startNameServer } from '../../lib/egress/testing/name-server';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { hostOf, urlOf } from '../support/places';
import { enter, linkMailedTo, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

// They answer at one port, one after another.
test.describe.configure({ mode: 'default' });

let names: NameServer | undefined;
test.afterEach(async () => {
  await names?.end();
  names = undefined;
});

test('an admin proves a domain, and somebody with an address there joins by themselves', async ({
  page,
  anotherDevice,
}) => {
  test.slow();
  names = await startNameServer(test.info().config.metadata.dnsPort);
  const tenant = await openTenant();
  const { slug } = tenant;
  const domain = `${slug}.com`;
  await enter(page, tenant, '/settings/security');
  await page.getByRole('link', { name: 'Manage domains' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('E-mail domains');

  const typed = page.getByLabel('Domain', { exact: true });
  await typed.fill('gmail.com');
  await page.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.getByText('Anybody can have an address there.')).toBeVisible();
  await typed.fill(`@${domain.toUpperCase()}`);
  await page.getByRole('button', { name: 'Add domain' }).click();
  const name = `_workspace-verification.${domain}`;
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  const value = (await page.getByText(/^workspace-verification=/).textContent()) ?? '';

  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('No such record.')).toBeVisible();
  names.texts.set(name, ['v=spf1 -all']);
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('1 other text stands there')).toBeVisible();
  await expectAccessible(page, 'a domain that is not proven');
  names.texts.set(name, ['v=spf1 -all', value]);
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('Verified', { exact: true })).toBeVisible();

  const stranger = await anotherDevice();
  await stranger.goto(urlOf(slug, '/sign-in'));
  await expect(stranger.getByLabel('Password')).toBeVisible();
  await expect(stranger.getByRole('link', { name: 'Join with your work e-mail' })).toHaveCount(0);

  await page.getByRole('switch', { name: `People with an address at ${domain}` }).click();
  await page.getByLabel('Their role').click();
  await page.getByRole('option', { name: 'Basic' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`People at ${domain} may join now`)).toBeVisible();
  await expectAccessible(page, 'a domain by which people join');

  await stranger.reload();
  await stranger.getByRole('link', { name: 'Join with your work e-mail' }).click();
  await stranger.getByLabel('Work e-mail').fill(`nils@${domain}`);
  await expectAccessible(stranger, 'asking for a link to join');
  await stranger.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(stranger.getByText('Look into your mail')).toBeVisible();
  await expect.poll(() => linkMailedTo(`nils@${domain}`)).toContain('/join/');
  await stranger.goto(await linkMailedTo(`nils@${domain}`));
  await expectAccessible(stranger, 'joining by a link');
  await stranger.getByLabel('Your name').fill('Nils Falk');
  await stranger.getByLabel('Choose a password').fill('nine-quiet-harbours');
  await stranger.getByRole('button', { name: 'Create account and join' }).click();
  await expect(stranger).toHaveURL(urlOf(slug));

  await page.getByRole('button', { name: 'Remove domain' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove domain' }).click();
  await expect(page.getByText(`${domain} removed`)).toBeVisible();
  await expect(page.getByText(name, { exact: true })).toHaveCount(0);
});

test('the way to join is said in Korean', async ({ page }) => {
  const { slug } = await openTenant();
  await page.goto(urlOf(slug, '/join'));
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('업무용 이메일로 참여하기');
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
  await expect(page.getByText('No such record.')).toHaveCount(1);
  await expect(page.getByText('Looked for once the TXT record is found.')).toBeVisible();
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
