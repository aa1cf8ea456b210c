import type { Page } from '@playwright/test';

/** Presses *Undo* in the notice that says this, once it lies on top of older ones. */
export async function undo(page: Page, notice: string | RegExp) {
  await page
    .locator('[data-sonner-toast][data-front=true]')
    .filter({ hasText: notice })
    .getByRole('button', { name: 'Undo' })
    .click();
}
