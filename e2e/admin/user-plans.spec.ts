import { expectAccessible } from '../support/axe';
import { urlOf } from '../support/places';
import { arrive } from '../support/sign-in';
import { addMember, enter, linkMailedTo, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('an admin makes a plan, a member signs it, has its role, is suspended and is at the end', async ({
  page,
  browser,
}) => {
  test.slow();
  const tenant = await openTenant();
  const member = await addMember(tenant, 'guest', 'Mina Park');
  await enter(page, tenant, '/settings/user-plans');
  await expect(page.getByText('No plans for your people yet')).toBeVisible();
  await page.getByRole('button', { name: 'New plan' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Name').fill('Club');
  await dialog.getByRole('button', { name: 'Begin plan' }).click();
  await page.getByLabel('Description').fill('For those who come often');
  await page.getByLabel('What is included').fill('A locker\nTwo visits a week');
  await page.getByRole('button', { name: 'Add a price' }).click();
  await page.getByLabel('Amount').fill('12.50');
  await page.getByRole('radio', { name: 'Members sign' }).click();
  const gives = page.getByRole('group', { name: 'Roles that come with it' });
  await gives.getByRole('checkbox', { name: 'Basic' }).click();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Draft saved')).toBeVisible();
  const act = async (name: string, confirm = name) => {
    await page.getByRole('button', { name, exact: true }).click();
    await dialog.getByLabel('Reason').fill('As we agreed');
    await dialog.getByRole('button', { name: confirm, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  };
  await act('Publish version 1', 'Publish');
  await expect(page.getByText('None was published yet.')).toHaveCount(0);
  await act('Show to members');
  await expectAccessible(page, 'a plan for members');

  const context = await browser.newContext();
  const own = await context.newPage();
  await arrive(own, urlOf(tenant.slug, '/account/plan'), member);
  await expect(own.getByText('€12.50 a month')).toBeVisible();
  await expect(own.getByText('Two visits a week')).toBeVisible();
  await own.getByRole('button', { name: 'Sign Club' }).click();
  const asked = own.getByRole('alertdialog');
  await expect(asked.getByText('The role Basic comes')).toBeVisible();
  await asked.getByLabel('Reason').fill('I come often');
  await asked.getByRole('button', { name: 'Sign' }).click();
  await expect(own.getByText('Everything that comes with it holds.')).toBeVisible();
  await expectAccessible(own, 'my plan');
  // A guest sees no settings; who has the role sees the people.
  await own.goto(urlOf(tenant.slug, '/settings/people'));
  await expect(own.getByText('Mina Park').first()).toBeVisible();

  await page.goto(urlOf(tenant.slug, '/settings/user-plans/subscriptions'));
  await page.getByRole('link', { name: 'Mina Park' }).click();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await expect(dialog.getByText('The role Basic goes')).toBeVisible();
  await dialog.getByLabel('Reason').fill('The invoice is open');
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('What comes with it rests', { exact: false })).toBeVisible();
  await expectAccessible(page, 'a subscription of a member');
  await expect.poll(() => linkMailedTo(member.email)).toContain('/account/plan');
  await own.reload();
  await expect(own.getByText('Your role does not open this page')).toBeVisible();
  await own.goto(urlOf(tenant.slug, '/account/plan'));
  await expect(own.getByText('Reason: The invoice is open')).toBeVisible();

  await act('Resume');
  // The next act names the subscription as the page shows it.
  await expect(page.getByText('Everything that comes with it holds.')).toBeVisible();
  await act('End');
  await expect(
    page.getByText('It is over, and so is what came with it.', { exact: false }),
  ).toBeVisible();
  await own.reload();
  await expect(own.getByText('You have no plan here.', { exact: false })).toBeVisible();
  await context.close();
});
