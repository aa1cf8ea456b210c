import { Webhook as Verifier } from 'standardwebhooks';
import { type Receiver, startReceiver, well } from '../../lib/webhooks/testing/receiver';
import { expectAccessible } from '../support/axe';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

let receiver: Receiver | undefined;
test.afterEach(async () => {
  await receiver?.end();
  receiver = undefined;
});

test('an admin has events sent to a receiver, looks at what came of it and sends again', async ({
  page,
}) => {
  test.slow();
  receiver = await startReceiver();
  const { received } = receiver;
  const tenant = await openTenant();
  await enter(page, tenant, '/settings/developers');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Developers');
  await expect(page.getByText('No webhook yet.')).toBeVisible();

  await page.getByRole('button', { name: 'Add webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Night sync');
  await dialog.getByLabel('Address').fill('http://me:you@127.0.0.1/');
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await expect(dialog.getByText('Enter an address, such as')).toBeVisible();
  await dialog.getByLabel('Address').fill(receiver.url);
  await dialog.getByText('Only some').click();
  await dialog.getByRole('searchbox').fill('collections.create');
  await dialog.getByRole('checkbox').first().click();
  await expect(dialog.getByText('1 chosen')).toBeVisible();
  await expectAccessible(page, 'a webhook being added');
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await expect(dialog.getByText('Copy the secret now')).toBeVisible();
  const secret = (await dialog.locator('code').textContent()) ?? '';
  expect(secret).toMatch(/^whsec_/);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Night sync' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Night sync');
  receiver.answer = (response) => response.writeHead(500).end('not today');
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect.poll(() => received.length).toBeGreaterThan(0);
  const [first] = received;
  if (!first) throw new Error('Nothing came.');
  new Verifier(secret).verify(first.body, first.headers);
  receiver.answer = well;

  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/^Status (500|204)/).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole('link', { name: 'webhooks.ping' }).click();
  await expect(page.getByText('not today')).toBeVisible();
  await expectAccessible(page, 'a message to a webhook');
  const before = received.length;
  await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => received.length).toBeGreaterThan(before);
  const ids = new Set(received.map(({ headers }) => headers['webhook-id']));
  expect(ids.size).toBe(1);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Rotate secret' }).click();
  await dialog.getByRole('button', { name: 'Rotate secret' }).click();
  await expect(dialog.getByText('Copy the secret now')).toBeVisible();
  const next = (await dialog.locator('code').textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(page.getByText('Two secrets sign')).toBeVisible();
  const sent = received.length;
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect.poll(() => received.length).toBeGreaterThan(sent);
  const last = received.at(-1);
  if (!last) throw new Error('Nothing came.');
  for (const one of [secret, next]) new Verifier(one).verify(last.body, last.headers);

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove webhook' }).click();
  await expect(page.getByText('No webhook yet.')).toBeVisible();
});
