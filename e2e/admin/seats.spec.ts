import { expectAccessible } from '../support/axe';
import { enterConsole } from '../support/console';
import { urlOf } from '../support/places';
import { enter, inviteByMail, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const password = 'seven-green-lamps';

test('staff limit members; the last one goes to who comes first, and the other comes later', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const staff = await anotherDevice();
  await enterConsole(staff);
  await staff.goto(urlOf('console', `/tenants/${tenant.id}`));
  const setSeats = async (seats: string) => {
    await staff.getByRole('button', { name: 'Change a limit' }).click();
    const dialog = staff.getByRole('alertdialog');
    await dialog.getByRole('combobox', { name: 'Limit' }).click();
    await staff.getByRole('option', { name: 'Members' }).click();
    await dialog.getByLabel('At most').fill(seats);
    await dialog.getByLabel('Reason').fill('As agreed with them');
    await dialog.getByRole('button', { name: 'Change limit' }).click();
    await expect(dialog).toHaveCount(0);
  };
  await setSeats('2');
  await expect(staff.getByText('1 of 2', { exact: true })).toBeVisible();
  await expect(
    staff.getByText(/Set for this workspace by the platform: As agreed with them/),
  ).toBeVisible();
  await expectAccessible(staff, 'a tenant with limited seats');

  const ann = await inviteByMail(tenant, 'basic', `ann@${tenant.slug}.example`);
  const bob = await inviteByMail(tenant, 'basic', `bob@${tenant.slug}.example`);
  await enter(page, tenant, '/settings/plan');
  await expect(page.getByText(/Set for this workspace by the platform/)).toBeVisible();
  await page.goto(urlOf(tenant.slug, '/settings/people'));
  await expect(page.getByText('1 of 2 seats')).toBeVisible();
  await expect(page.getByText('More people are invited than seats are left')).toBeVisible();
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByRole('textbox', { name: 'Addresses' }).fill(`cyd@${tenant.slug}.example`);
  await expect(
    page.getByText('Seats left: 1, open invitations with these: 3. Who answers first gets in.'),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  const [first, second] = [await anotherDevice(), await anotherDevice()];
  for (const [one, link] of [
    [first, ann],
    [second, bob],
  ] as const) {
    await one.goto(link);
    await one.getByLabel('Your name').fill('New Person');
    await one.getByLabel('Choose a password').fill(password);
  }
  await first.getByRole('button', { name: 'Create account and join' }).click();
  await expect(first).toHaveURL(urlOf(tenant.slug));
  await second.getByRole('button', { name: 'Create account and join' }).click();
  await expect(second.getByText('Every seat of this workspace is taken.')).toBeVisible();
  await second.goto(bob);
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Every seat is taken');
  await page.reload();
  await expect(page.getByText('Nobody else can join')).toBeVisible();

  await setSeats('3');
  await expect(staff.getByText('2 of 3', { exact: true })).toBeVisible();
  await second.reload();
  await second.getByLabel('Your name').fill('New Person');
  await second.getByLabel('Choose a password').fill(password);
  await second.getByRole('button', { name: 'Create account and join' }).click();
  await expect(second).toHaveURL(urlOf(tenant.slug));
});
