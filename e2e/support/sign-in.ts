import { expect, type Page } from '@playwright/test';
import { ask } from './ask';
import { awake } from './awake';
import { demoPassword, urlOf } from './places';

/** Signs somebody in through the page of a tenant; ends on the page they asked for. */
export async function signIn(
  page: Page,
  place: string,
  email: string,
  password = demoPassword,
): Promise<void> {
  await page.goto(urlOf(place, '/sign-in'));
  await fillIn(page, { email, password });
}

/** Goes to a page as somebody who is not signed in yet: by way of the sign-in page. */
export async function arrive(
  page: Page,
  url: string,
  who: { email: string; password?: string },
): Promise<void> {
  const { pathname, search } = new URL(url);
  const signInUrl = new URL('/sign-in', url);
  signInUrl.searchParams.set('next', `${pathname}${search}`);
  await page.goto(String(signInUrl));
  await fillIn(page, who);
  await expect(page).toHaveURL(url);
}

async function fillIn(
  page: Page,
  { email, password = demoPassword }: Parameters<typeof arrive>[2],
) {
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
  await awake(page);
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
