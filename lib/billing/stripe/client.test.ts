import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { accessOf, stripeOf } from './client';
import { openStripeStage, type StripeStage } from './testing/stage';

const connectionTo = ({ url }: StripeStage, key: string) => {
  const connection = stripeOf({ STRIPE_SECRET_KEY: key, STRIPE_API_URL: url });
  if (!connection) throw new Error('There is a key.');
  return connection;
};
const accountOf = async (stage: StripeStage, key: string) =>
  (await accessOf(connectionTo(stage, key))).account;

it('an account stays the same when its key is rolled, and is there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-stripe-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'journal.jsonl');
  const first = await openStripeStage({ path });
  const account = await accountOf(first, 'sk_test_before_rolling');
  expect(account).toMatch(/^acct_\w+ test$/);
  expect(await accountOf(first, 'rk_test_after_rolling')).toBe(account);
  await first.end();
  const second = await openStripeStage({ path });
  onTestFinished(() => second.end());
  expect(second.url).not.toBe(first.url);
  expect(await accountOf(second, 'sk_test_after_rolling')).toBe(account);
});

it('another account is another, and so is the live mode of the same', async () => {
  const [one, other] = [await openStripeStage(), await openStripeStage()];
  onTestFinished(async () => {
    await one.end();
    await other.end();
  });
  const account = await accountOf(one, 'sk_test_of_somebody');
  expect(await accountOf(other, 'sk_test_of_somebody')).not.toBe(account);
  const connection = connectionTo(one, 'sk_test_of_somebody');
  expect(connection.isLive).toBe(false);
  expect(connectionTo(one, 'rk_live_of_somebody').isLive).toBe(true);
  const live = await accessOf({ ...connection, isLive: true });
  expect(live.account).not.toBe(account);
  expect(`${live.account} test`).toBe(account);
});

it('a Stripe that lets nobody in names no account', async () => {
  const stage = await openStripeStage();
  onTestFinished(() => stage.end());
  await expect(accountOf(stage, 'sk_live_is_not_known_there')).rejects.toMatchObject({
    statusCode: 401,
  });
});
