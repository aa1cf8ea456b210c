import { expect, type Page } from '@playwright/test';
import { demoPassword, urlOf } from './places';

/** Signs the demo world's staff in to the console; ends on the list of tenants. */
export async function enterConsole(page: Page): Promise<void> {
  await page.goto(urlOf('console', '/sign-in'));
  await page.getByLabel('E-mail').fill('staff@rowhouse.example');
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Tenants', level: 1 })).toBeVisible();
}

/** Suspends a tenant through its page in the console. */
export async function suspend(page: Page, id: string, reason: string): Promise<void> {
  await page.goto(urlOf('console', `/tenants/${id}`));
  await page.getByRole('button', { name: 'Suspend tenant' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Suspend tenant' }).click();
  await expect(dialog).toHaveCount(0);
}
