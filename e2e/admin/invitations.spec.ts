import { ask } from '../support/ask';
import { inDatabase } from '../support/database';
import { urlOf } from '../support/places';
import { inviteByMail, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const newcomer = { name: 'Noor Dahl', password: 'seven-green-lamps' };

test('an invitation lets one person in, once', async ({ page, anotherDevice }) => {
  const tenant = await openTenant();
  const link = await inviteByMail(tenant, 'basic', `noor@${tenant.slug}.example`);
  await page.goto(link);
  await page.getByLabel('Your name').fill(newcomer.name);
  await page.getByLabel('Choose a password').fill('short');
  await page.getByRole('button', { name: 'Create account and join' }).click();
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
  await page.getByLabel('Choose a password').fill(newcomer.password);
  await page.getByRole('button', { name: 'Create account and join' }).click();
  await expect(page).toHaveURL(urlOf(tenant.slug));

  const other = await anotherDevice();
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This invitation was used');
  await other.getByRole('link', { name: `Go to ${tenant.name}` }).click();
  await expect(other).toHaveURL(/\/sign-in/);
  const path = `/api/v1/invitations/${link.split('/').at(-1)}/accept`;
  const again = await ask(tenant.slug, path, {
    json: { name: 'Somebody Else', password: 'nine-quiet-harbours' },
  });
  expect(again.status).toBeGreaterThanOrEqual(400);
  expect(again.status).toBeLessThan(500);
});

test('an invitation that is too old opens nothing, even when its page was open before', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const email = `late@${tenant.slug}.example`;
  const link = await inviteByMail(tenant, 'basic', email);
  await page.goto(link);
  await page.getByLabel('Your name').fill(newcomer.name);
  await page.getByLabel('Choose a password').fill(newcomer.password);
  const aged = await inDatabase(
    `update control.invitations set expires_at = now() - interval '1 minute' where email = $1`,
    [email],
  );
  expect(aged.rowCount).toBe(1);
  await page.getByRole('button', { name: 'Create account and join' }).click();
  await expect(page.getByText(/too old/)).toBeVisible();
  await expect(page).toHaveURL(link);

  const other = await anotherDevice();
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This invitation is too old');
  const signedIn = await ask(tenant.slug, '/api/v1/sign-in', {
    json: { email, password: newcomer.password },
  });
  expect(signedIn.status).toBe(401);
});
