import type { Page } from '@playwright/test';
import { testClient } from '../../lib/identity/oidc/testing/client';
import {
  type HonestProvider,
  startProvider,
} from '../../lib/identity/oidc/testing/honest-provider';
import { expectAccessible } from '../support/axe';
import { inDatabase } from '../support/database';
import { urlOf } from '../support/places';
import { enter, linkMailedTo, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

let provider: HonestProvider | undefined;
test.afterEach(async () => {
  await provider?.end();
});

const comeIn = async (page: Page, slug: string, account: string) => {
  await page.goto(urlOf(slug, '/sign-in?next=/account'));
  await page.getByRole('link', { name: 'Continue with Harbour accounts' }).click();
  await page.getByLabel('Account').fill(account);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

test('an admin sets single sign-on up, and people come in with it until it is turned off', async ({
  page,
  anotherDevice,
  complaints,
}) => {
  test.slow();
  // The provider of the tests has no picture of its own.
  complaints.expect(/favicon\.ico/);
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  const redirect = urlOf(slug, '/sign-in/sso/return');
  provider = await startProvider([redirect]);
  const { issuer, people } = provider;
  people.set('nils', { email: `nils@${slug}.example`, name: 'Nils Falk', groups: ['captains'] });
  people.set('olga', { email: owner.email });

  await enter(page, tenant, '/settings/security');
  await page.getByRole('link', { name: 'Set up' }).click();
  await expect(page.getByText(redirect)).toBeVisible();
  await page.getByLabel('Issuer').fill('http://127.0.0.1:1');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('Nothing answers there.')).toBeVisible();
  await page.getByLabel('Issuer').fill(issuer);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('It answers as an OpenID provider')).toBeVisible();
  await page.getByLabel('Client ID').fill(testClient.clientId);
  await page.getByLabel('Name on the button').fill('Harbour accounts');
  await page.getByRole('switch', { name: 'People the provider knows become members' }).click();
  await page.getByRole('button', { name: 'Add group' }).click();
  await page.getByLabel('Group', { exact: true }).fill('captains');
  await page.getByLabel('Role', { exact: true }).click();
  await page.getByRole('option', { name: 'Company' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Enter the client secret.')).toBeVisible();
  await page.getByLabel('Client secret').fill(testClient.clientSecret);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Single sign-on saved')).toBeVisible();
  await expectAccessible(page, 'the settings of single sign-on');

  const nils = await anotherDevice();
  await comeIn(nils, slug, 'nils');
  await expect(nils).toHaveURL(urlOf(slug, '/account'));
  await expect(nils.getByText('Company').first()).toBeVisible();

  // A while later an act wants a proof, which the provider gives in a tab of its own.
  await inDatabase(
    `update control.sessions set proven_at = 'epoch'
     where user_id in (select id from control.users where email_key = $1)`,
    [`nils@${slug}.example`],
  );
  await nils.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const proving = nils.waitForEvent('popup');
  await nils.getByRole('button', { name: 'Prove it at Harbour accounts' }).click();
  const there = await proving;
  await there.getByLabel('Account').fill('nils');
  await there.getByRole('button', { name: 'Sign in' }).click();
  await expect(nils.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await nils.reload();

  // The owner has an account of this address, so its mail decides.
  const olga = await anotherDevice();
  await comeIn(olga, slug, 'olga');
  await expect(olga.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
  await expectAccessible(olga, 'the notice of a mail');
  await expect.poll(() => linkMailedTo(owner.email)).toContain('/sign-in/sso/confirm/');
  await olga.goto(await linkMailedTo(owner.email));
  await olga.getByRole('button', { name: 'Confirm and sign in' }).click();
  await expect(olga).toHaveURL(urlOf(slug, '/account'));

  const nobody = await anotherDevice();
  await comeIn(nobody, slug, 'nobody');
  await expect(nobody.getByRole('heading', { level: 1 })).toHaveText('Not signed in');
  await expectAccessible(nobody, 'a refused sign-in');

  await page.getByRole('switch', { name: 'People may sign in with it' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await nils.goto(urlOf(slug, '/account'));
  await expect(nils).toHaveURL(/\/sign-in/);
  await expect(nils.getByLabel('E-mail', { exact: true })).toBeVisible();
  await expect(nils.getByRole('link', { name: /Continue with/ })).toHaveCount(0);
});
