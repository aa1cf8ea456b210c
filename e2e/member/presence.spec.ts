import { urlOf } from '../support/places';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

const student = 'student.a@example.com';

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
