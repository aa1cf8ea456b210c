import { expectAccessible } from '../support/axe';
import { askStaff } from '../support/staff';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const reason = 'A plan to be paid for';

/** A plan that is paid for, which all tenants see. */
async function offerPlan(name: string): Promise<void> {
  const { body: plan } = await askStaff('/api/v1/plans', { name, reason });
  const at = `/api/v1/plans/${plan.id}`;
  const flat = { kind: 'flat', currency: 'EUR', interval: 'month', amount: 4_900 };
  const seat = { kind: 'seat', currency: 'EUR', interval: 'month', amount: 200, included: 0 };
  const yearly = { ...flat, interval: 'year', amount: 49_000 };
  const terms = { signing: 'payment', prices: [flat, seat, yearly] };
  const saved = await askStaff(`${at}/draft`, { revision: 1, terms }, 'PUT');
  const { revision } = saved.body;
  await askStaff(`${at}/publish`, { revision, reason });
  const offered = await askStaff(`${at}/offer`, { offered: true, reason }, 'PUT');
  expect(offered.status).toBe(200);
}

test('an admin pays for a plan on a page of Stripe, has it, ends it and keeps it after all', async ({
  page,
}) => {
  const tenant = await openTenant();
  const name = `Quay ${tenant.slug}`;
  await offerPlan(name);
  await enter(page, tenant, '/settings/plan');
  const choose = page.getByRole('button', { name: `Choose ${name}` });
  // The operator tells Stripe of the plan within some seconds; before that staff sign it.
  await expect(async () => {
    await page.reload();
    await expect(choose).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await choose.click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('You pay on a page of Stripe.', { exact: false })).toBeVisible();
  await dialog.getByRole('radio', { name: /EUR, each month/ }).click();
  await expectAccessible(page, 'the choice of how to pay');
  await dialog.getByLabel('Reason').fill('We grow');
  await dialog.getByRole('button', { name: 'Go to payment' }).click();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/pay\//);
  await expect(page.getByText('€49.00', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Go back' }).click();

  await expect(
    page.getByText('Nothing was charged and nothing changed.', { exact: false }),
  ).toBeVisible();
  await expectAccessible(page, 'a plan that is not paid for yet');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/pay\//);
  await page.getByRole('button', { name: 'Pay', exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/plan\?payment=paid$/);
  // Stripe tells of it within seconds, and the page looks again by itself.
  await expect(page.getByText('Paid at Stripe in EUR, each month.')).toBeVisible();
  await expect(page.getByText('€51.00').first()).toBeVisible();
  await expectAccessible(page, 'a plan that is paid for');
  await page.getByRole('button', { name: 'End the plan' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the plan' }).click();
  await expect(page.getByText('and is not charged again.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Keep the plan' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep the plan' }).click();
  await expect(page.getByText(/The next invoice comes \d/)).toBeVisible();

  await page.getByRole('button', { name: 'Payment method and billing details' }).click();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/portal\//);
  await expect(page.getByRole('heading', { name: `Billing of ${tenant.name}` })).toBeVisible();
  await page.getByRole('link', { name: 'Go back' }).click();
  await expect(page).toHaveURL(/\/settings\/plan/);
});
