import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { choose } from '../support/menu';
import { customDomain, hostOf, urlOf } from '../support/places';
import { signIn } from '../support/sign-in';
import { addMember, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const student = 'student.a@example.com';

const switchTo = (page: Page, from: string, to: string) =>
  choose(page, page.getByRole('button', { name: from }), to);

test('a student signs in on a page that looks like the tenant, and is at home', async ({
  page,
}) => {
  await page.goto(urlOf('gangnam'));
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText('Study rooms, mentors and progress in one place.')).toBeVisible();
  await signIn(page, 'gangnam', student);
  await expect(page).toHaveURL(urlOf('gangnam'));
  await expect(page.getByText('Han Seo-yeon').first()).toBeVisible();
  await page.goto(urlOf('gangnam', '/sign-in'));
  await expect(page).toHaveURL(urlOf('gangnam'));
});

test('a wrong password is refused in words, and the right one still works', async ({ page }) => {
  await page.goto(urlOf('bundang', '/sign-in'));
  await page.getByLabel('E-mail', { exact: true }).fill(student);
  await page.getByLabel('Password', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible();
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue(student);
  await expectAccessible(page, 'the sign-in page with a refusal');
  await signIn(page, 'bundang', student);
});

test('changing campus needs no password', async ({ page }) => {
  await signIn(page, 'gangnam', student);
  await switchTo(page, 'Gangnam Study Centre', 'Bundang Maths Academy');
  await expect(page).toHaveURL(urlOf('bundang'));
  await expect(page.getByText('Han Seo-yeon').first()).toBeVisible();
  await page.goto(urlOf('gangnam'));
  await expect(page).toHaveURL(urlOf('gangnam'));
});

test('a teacher is led from a campus to the custom domain of another', async ({ page }) => {
  await signIn(page, 'gangnam', 'teacher.b@example.com');
  await switchTo(page, 'Gangnam Study Centre', 'Daechi English Academy');
  await expect(page).toHaveURL(new RegExp(`^http://(${customDomain}|${hostOf('daechi')})`));
  await expect(page.getByText('Oh Min-jae').first()).toBeVisible();
});

test('the same address at acme is another person, who knows nothing of the campuses', async ({
  page,
}) => {
  await signIn(page, 'gangnam', student);
  await page.goto(urlOf('acme'));
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, 'acme', student);
  await expect(page.getByText('Sam Archer').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Acme', exact: true })).toBeDisabled();
  await page.goto(urlOf('acme', '/switch/gangnam'));
  await expect(page).toHaveURL(new RegExp(hostOf('acme')));
});

test('signing out ends it on every host of this device', async ({ page }) => {
  await signIn(page, 'gangnam', student);
  await switchTo(page, 'Gangnam Study Centre', 'Bundang Maths Academy');
  await expect(page).toHaveURL(urlOf('bundang'));
  await choose(page, page.getByRole('button', { name: /Han Seo-yeon/ }), 'Sign out');
  await expect(page).toHaveURL(/\/sign-in/);
  for (const place of ['bundang', 'gangnam']) {
    await page.goto(urlOf(place));
    await expect(page).toHaveURL(/\/sign-in/);
  }
});

test('signing out everywhere ends the second browser at its next request', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const { email, password } = await addMember(tenant, 'basic', 'Nora Vik');
  const second = await anotherDevice();
  await signIn(page, tenant.slug, email, password);
  await signIn(second, tenant.slug, email, password);
  await page.goto(urlOf(tenant.slug, '/account'));
  await expect(page.getByText('This device', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await second.reload();
  await expect(second).toHaveURL(/\/sign-in/);
});
