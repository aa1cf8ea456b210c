import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { urlOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('an admin switches passwords off, and they are refused and not offered', async ({
  page,
  anotherDevice,
  complaints,
}) => {
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  await enter(page, tenant, '/settings/security');
  const password = page.getByRole('switch', { name: 'Password' });
  await password.click();
  await page.getByRole('switch', { name: 'Link by mail' }).click();
  const save = page.getByRole('button', { name: 'Save changes' });
  await save.click();
  await expect(page.getByText('No admin has a passkey that works here')).toBeVisible();
  await page.getByRole('switch', { name: 'Passkey' }).click();
  await save.click();
  await expect(page.getByText('Leave at least one way to sign in.')).toBeVisible();
  await page.getByRole('switch', { name: 'Link by mail' }).click();
  await save.click();
  await expect(page.getByText('Rules saved')).toBeVisible();

  const other = await anotherDevice();
  await other.goto(urlOf(slug, '/sign-in'));
  await expect(other.getByText('Passwords are switched off here.')).toBeVisible();
  await expect(other.getByLabel('Password', { exact: true })).toBeHidden();
  await expect(other.getByRole('button', { name: 'Use a passkey' })).toBeHidden();
  await expectAccessible(other, 'the sign-in without passwords');
  complaints.expect(/412/);
  const { email, password: known } = owner;
  const answer = await ask(slug, '/api/v1/sign-in', { json: { email, password: known } });
  expect(answer.status).toBe(412);
  await other.getByLabel('E-mail', { exact: true }).fill(email);
  await other.getByRole('button', { name: 'E-mail me a link' }).click();
  await expect(other.getByText('Look into your mail')).toBeVisible();

  const saved = page.getByText('Rules saved');
  // A notice stays while it is pointed at.
  await page.getByRole('heading', { name: 'Security' }).hover();
  await expect(saved).toBeHidden();
  await password.click();
  await page.getByRole('switch', { name: 'Passkey' }).click();
  await save.click();
  await expect(saved).toBeVisible();
  await other.goto(urlOf(slug, '/sign-in'));
  await expect(other.getByLabel('Password', { exact: true })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Use a passkey' })).toBeVisible();
});

test('a password is judged while it is typed', async ({ page }) => {
  const tenant = await openTenant();
  await enter(page, tenant, '/account');
  const field = page.getByLabel('New password');
  await field.fill('short');
  await expect(page.getByText('Use at least 15 characters.')).toBeVisible();
  await field.fill(tenant.name);
  await expect(page.getByText('Leave them out.')).toBeVisible();
  await field.fill('slow-green-tractors');
  await expect(page.getByText('Strong enough.')).toBeVisible();
  await expectAccessible(page, 'a password being chosen');
});
