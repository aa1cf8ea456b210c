import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { inDatabase } from '../support/database';
import { addDevice } from '../support/passkeys';
import { urlOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const addPasskey = async (page: Page, name: string) => {
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Add passkey', exact: true }).click();
};

const lineOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('a member adds a passkey, signs in with it, proves themselves by it and removes it', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  const device = await addDevice(page);
  await enter(page, tenant, '/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expectAccessible(page, 'a passkey being added');
  await page.keyboard.press('Escape');
  await addPasskey(page, 'Work laptop');
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  const line = lineOf(page, 'Work laptop');
  await expect(line).toContainText(`${slug}.`);
  await expect(line).toContainText('Works here');
  expect(await device.keys()).toBe(1);
  await expectAccessible(page, 'passkeys of an account');
  await line.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Laptop');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(lineOf(page, 'Laptop')).toBeVisible();

  const other = await anotherDevice();
  const second = await addDevice(other, false);
  await device.copyTo(second);
  await other.goto(urlOf(slug, '/sign-in?next=/account'));
  const button = other.getByRole('button', { name: 'Use a passkey' });
  await expect(button).toBeVisible();
  await expectAccessible(other, 'the sign-in with a passkey');
  await second.answers(true);
  await button.click();
  await expect(other).toHaveURL(urlOf(slug, '/account'));
  await expect(other.getByRole('heading', { name: 'Passkeys' })).toBeVisible();

  const third = await anotherDevice();
  const its = await addDevice(third, false);
  await second.copyTo(its);
  await third.goto(urlOf(slug, '/sign-in?next=/account'));
  await third.getByLabel('E-mail', { exact: true }).fill(owner.email);
  await third.getByLabel('Password', { exact: true }).fill(owner.password);
  await third.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(third.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await expectAccessible(third, 'the second step by a passkey');
  await its.answers(true);
  await third.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(third).toHaveURL(urlOf(slug, '/account'));

  await inDatabase(
    `update control.sessions set proven_at = now() - interval '1 hour'
     where user_id = (select id from control.users where email = $1)`,
    [owner.email],
  );
  await lineOf(third, 'Laptop').getByRole('button', { name: 'Remove' }).click();
  await third.getByRole('button', { name: 'Remove passkey' }).click();
  await expect(third.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible();
  await third.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(third.getByText('Passkey removed')).toBeVisible();
  await expect(lineOf(third, 'Laptop')).toBeHidden();

  const fourth = await anotherDevice();
  const stale = await addDevice(fourth, false);
  await its.copyTo(stale);
  await fourth.goto(urlOf(slug, '/sign-in'));
  await stale.answers(true);
  await fourth.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(fourth.getByText('This passkey opens nothing here.')).toBeVisible();
});

test('a prompt that gives nothing is said calmly, and nothing is lost', async ({ page }) => {
  const tenant = await openTenant();
  const device = await addDevice(page);
  await page.goto(urlOf(tenant.slug, '/sign-in'));
  await page.getByLabel('E-mail', { exact: true }).fill(tenant.owner.email);
  // It holds no key, so the browser has nothing to offer.
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('No passkey was used: you cancelled')).toBeVisible();
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(tenant.owner.email);
  expect(await device.keys()).toBe(0);
});

test('a browser without passkeys is offered none', async ({ page }) => {
  const tenant = await openTenant();
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
  const known = page.waitForResponse((response) => response.url().endsWith('/api/v1/session'));
  await page.goto(urlOf(tenant.slug, '/sign-in'));
  await known;
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toBeHidden();
});
