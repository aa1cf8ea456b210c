import type { Page } from '@playwright/test';
import { codeFor } from '../support/authenticator';
import { expectAccessible } from '../support/axe';
import { addDevice } from '../support/passkeys';
import { urlOf } from '../support/places';
import { addMember, enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const typeIn = async (page: Page, slug: string, who: { email: string; password: string }) => {
  await page.goto(urlOf(slug, '/sign-in?next=/account'));
  await page.getByLabel('E-mail', { exact: true }).fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

const keyShown = async (page: Page) =>
  (await page
    .locator('code')
    .filter({ hasText: /^[A-Z2-7 ]{30,}$/ })
    .textContent()) ?? '';

test('a member sets an authenticator up, signs in with it and with a recovery code, and removes it', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  await enter(page, tenant, '/account');
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await expectAccessible(page, 'the set-up of an authenticator');
  const key = await keyShown(page);
  await page.getByLabel('Enter the six digits it shows').fill('000000');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText('This code is wrong or was used.')).toBeVisible();
  await page.getByLabel('Enter the six digits it shows').fill(codeFor(key));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible();
  const recovery =
    (await page
      .getByRole('listitem')
      .filter({ hasText: /^\w{4}-\w{4}-\w{4}$/ })
      .first()
      .textContent()) ?? '';
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 recovery codes left')).toBeVisible();

  const other = await anotherDevice();
  await typeIn(other, slug, owner);
  await expect(other.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await expectAccessible(other, 'the second step');
  await other.goto(urlOf(slug, '/account'));
  await expect(other).toHaveURL(/\/sign-in\?next=/);
  await other.goto(urlOf(slug, '/sign-in/steps?next=/account'));
  await other.getByLabel('Six digits of your authenticator app').fill('123456');
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other.getByText('This code is wrong or was used.')).toBeVisible();
  // Each code counts once, so this one is of the next half minute, whenever the first was shown.
  await other.getByLabel('Six digits of your authenticator app').fill(codeFor(key, 1));
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other).toHaveURL(urlOf(slug, '/account'));

  const third = await anotherDevice();
  await typeIn(third, slug, owner);
  await third.getByRole('button', { name: 'Use a recovery code' }).click();
  await third.getByLabel('Recovery code').fill(recovery);
  await third.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(third.getByText('9 recovery codes left')).toBeVisible();

  await third.getByRole('button', { name: 'Remove', exact: true }).click();
  await third.getByRole('button', { name: 'Remove second factor' }).click();
  await expect(third.getByText('Second factor removed')).toBeVisible();
  await expect(third.getByText('your password alone opens this account')).toBeVisible();
});

test('a workspace asks for a second factor, and members set it up where they are', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const { slug } = tenant;
  const member = await addMember(tenant, 'basic', 'Pia Lund');
  const other = await anotherDevice();
  await typeIn(other, slug, member);
  await expect(other).toHaveURL(urlOf(slug, '/account'));

  await enter(page, tenant, '/settings/security');
  await expectAccessible(page, 'the rules of sign-in');
  await page.getByText('Asked of members').click();
  await page.getByLabel('Basic', { exact: true }).click();
  await page.getByLabel('Ends unused after, in minutes').fill('1');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Choose 5 minutes to 7 days.')).toBeVisible();
  await page.getByLabel('Ends unused after, in minutes').fill('60');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Rules saved')).toBeVisible();

  await other.goto(urlOf(slug, '/account'));
  await expect(other).toHaveURL(/\/sign-in\/steps/);
  await other.getByRole('button', { name: 'Go on' }).click();
  await other.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const key = await keyShown(other);
  await other.getByLabel('Enter the six digits it shows').fill(codeFor(key));
  await other.getByRole('button', { name: 'Turn on' }).click();
  await other.getByRole('button', { name: 'I have kept them' }).click();
  await expect(other).toHaveURL(urlOf(slug, '/account'));
  await expect(other.getByText('10 recovery codes left')).toBeVisible();

  await page.reload();
  const line = page.getByRole('row').filter({ hasText: 'Pia Lund' });
  await line.getByRole('button', { name: 'End' }).click();
  await page.getByRole('button', { name: 'End session' }).click();
  await expect(page.getByText('Session ended')).toBeVisible();
  await other.goto(urlOf(slug, '/account'));
  await expect(other).toHaveURL(/\/sign-in/);
});

test('who will owe a second factor is told from when on, and sets a passkey up at the door', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const { slug } = tenant;
  const member = await addMember(tenant, 'basic', 'Pia Lund');
  await enter(page, tenant, '/settings/security');
  await expect(page.getByText('2 of 2 members have none yet that works here.')).toBeVisible();
  await page.getByText('Asked of members').click();
  await page.getByLabel('Basic', { exact: true }).click();
  await page.getByLabel('Days of grace').fill('14');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Rules saved')).toBeVisible();
  await expect(
    page.getByText('The rules as saved ask 1 of them for one; 1 have none yet.'),
  ).toBeVisible();

  const other = await anotherDevice();
  await typeIn(other, slug, member);
  const notice = other.getByText('opens with a second factor only').first();
  await expect(notice).toBeVisible();
  await expectAccessible(other, 'the notice of a second factor');
  await other.getByRole('link', { name: 'Set it up' }).click();
  await expect(other).toHaveURL(urlOf(slug, '/account#second-factor'));
  await other.getByRole('button', { name: 'Remind me tomorrow' }).click();
  await other.goto(urlOf(slug));
  await expect(other.getByRole('button', { name: 'Remind me tomorrow' })).toHaveCount(0);

  await page.getByLabel('Days of grace').fill('0');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Rules saved').first()).toBeVisible();
  const third = await anotherDevice();
  const device = await addDevice(third);
  await typeIn(third, slug, member);
  await expect(third.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await expectAccessible(third, 'a second factor to set up');
  await third.getByRole('button', { name: 'Set up a passkey' }).click();
  await expect(third.getByText('They are not shown again.')).toBeVisible();
  await expect(third.getByText('No sign-in waits')).toHaveCount(0);
  expect(await device.keys()).toBe(1);
  await third.getByRole('button', { name: 'I have kept them' }).click();
  await expect(third).toHaveURL(urlOf(slug, '/account'));
  await expect(third.getByText('Works here')).toBeVisible();
});
