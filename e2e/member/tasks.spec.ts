import { randomBytes } from 'node:crypto';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { urlOf } from '../support/places';
import { bearerOf, signIn } from '../support/sign-in';
import { addMember, enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const teacher = 'teacher.b@example.com';

test('a task is given, handed in, returned, handed in again and accepted', async ({
  page,
  anotherDevice,
}) => {
  test.slow();
  const title = `Essay ${randomBytes(4).toString('hex')}`;
  await signIn(page, 'gangnam', teacher);
  await page.goto(urlOf('gangnam', '/tasks/new'));
  await expectAccessible(page, 'the form of a new task');
  await page.getByRole('button', { name: 'Give task' }).click();
  await expect(page.getByText('Give the task a title.')).toBeVisible();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('combobox', { name: 'For' }).click();
  await page.keyboard.type('Everybody');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'For' })).toContainText('Everybody');
  await page.getByRole('button', { name: 'Give task' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  const address = new URL(page.url()).pathname;

  const pupil = await anotherDevice();
  await signIn(pupil, 'gangnam', 'student.a@example.com');
  await pupil.goto(urlOf('gangnam', address));
  await pupil.getByRole('button', { name: 'Hand in' }).click();
  await expect(pupil.getByText('Write something first.')).toBeVisible();
  await pupil.getByLabel('Your answer').fill('My first version');
  await pupil.getByRole('button', { name: 'Hand in' }).click();
  await expect(pupil.getByRole('heading', { name: 'Attempt 1' })).toBeVisible();

  await page.reload();
  await page.getByRole('navigation', { name: 'By state' }).getByText('Handed in').click();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByText('My first version')).toBeVisible();
  await expectAccessible(page, 'the review of what somebody handed in');
  await page.getByRole('button', { name: 'Return', exact: true }).click();
  await expect(page.getByText('Say what is to be done better.')).toBeVisible();
  await page.getByLabel('Feedback').fill('Add an ending.');
  await page.getByRole('button', { name: 'Return', exact: true }).click();
  await expect(page).toHaveURL(urlOf('gangnam', address));

  await pupil.reload();
  await expect(pupil.getByText('Add an ending.')).toBeVisible();
  await pupil.getByLabel('Your answer').fill('With an ending');
  await pupil.getByRole('button', { name: 'Hand in again' }).click();
  await expect(pupil.getByRole('heading', { name: 'Attempt 2' })).toBeVisible();

  await page.goto(urlOf('gangnam', `${address}?state=handed_in`));
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(page).toHaveURL(urlOf('gangnam', address));
  await pupil.reload();
  await expect(pupil.getByText('Accepted').first()).toBeVisible();
  await pupil.goto(urlOf('gangnam', '/tasks?view=accepted'));
  await expect(pupil.getByRole('link', { name: title })).toBeVisible();

  const headers = await bearerOf('gangnam', teacher);
  const path = `/api/v1${address}`;
  expect((await ask('gangnam', path, { method: 'DELETE', headers })).status).toBe(200);
});

test('settings of a module are drawn from its schema and hold', async ({ page }) => {
  const tenant = await openTenant();
  await enter(page, tenant);
  await page.goto(urlOf(tenant.slug, '/settings/features'));
  await page.getByLabel('Time of day at which tasks are due').fill('17:30');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  await page.goto(urlOf(tenant.slug, '/tasks/new'));
  await expect(page.getByLabel('Time', { exact: true })).toHaveValue('17:30');
});

test('whoever gives no tasks sees their own alone', async ({ page, complaints }) => {
  const tenant = await openTenant();
  const member = await addMember(tenant, 'basic', 'Pia Pupil');
  await signIn(page, tenant.slug, member.email, member.password);
  await page.goto(urlOf(tenant.slug, '/tasks'));
  await expect(page.getByText('Nothing to do')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Give task' })).toHaveCount(0);
  complaints.expect(/status of 403/);
  await page.goto(urlOf(tenant.slug, '/tasks/given'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your role does not open this');
});
