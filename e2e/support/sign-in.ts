import { expect, type Page } from '@playwright/test';
import { ask } from './ask';
import { demoPassword, urlOf } from './places';

/** Signs somebody in through the page of a tenant; ends on the page they asked for. */
export async function signIn(
  page: Page,
  place: string,
  email: string,
  password = demoPassword,
): Promise<void> {
  await page.goto(urlOf(place, '/sign-in'));
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** Authorization header of an API client of a tenant. */
export async function bearerOf(
  place: string,
  email: string,
  password = demoPassword,
): Promise<{ authorization: string }> {
  const signedIn = await ask(place, '/api/v1/sign-in', { json: { email, password } });
  expect(signedIn.status, signedIn.text).toBe(200);
  return { authorization: `Bearer ${signedIn.body.token}` };
}
