import { type NameServer, startNameServer } from '../../lib/egress/testing/name-server';
import { expectAccessible } from '../support/axe';
import { urlOf } from '../support/places';
import { enter, linkMailedTo, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

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
