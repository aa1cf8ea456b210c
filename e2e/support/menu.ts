import { expect, type Locator, type Page } from '@playwright/test';

/** Chooses from a menu. A click that comes before the page is awake opens nothing and is repeated. */
export async function choose(page: Page, opener: Locator, item: string): Promise<void> {
  const entry = page.getByRole('menuitem', { name: item });
  await expect(async () => {
    if (!(await entry.isVisible())) await opener.click();
    await expect(entry).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await entry.click();
}
