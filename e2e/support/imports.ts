import { expect, type Page } from '@playwright/test';
import { csvRecords, downloadedText } from './files';
import { enter, openTenant } from './tenants';

type FileToChoose = string | { name: string; mimeType: string; buffer: Buffer };

/** Chooses a file for a new collection in a new tenant; ends on the choice of columns. */
export async function chooseFile(page: Page, file: FileToChoose): Promise<void> {
  await enter(page, await openTenant(), '/collections/new?from=file');
  await page.getByLabel('File to import').setInputFiles(file);
  await expect(page.getByRole('button', { name: 'Check rows' })).toBeVisible();
}

/** Chooses a file and has its rows checked, its columns as the product proposes them. */
export async function checkRows(page: Page, file: FileToChoose): Promise<void> {
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Check rows' }).click();
}

/** Imports what passed the check; `rows` as the page writes the number. */
export async function importAll(page: Page, rows: string): Promise<void> {
  await page.getByRole('button', { name: `Import ${rows} rows` }).click({ timeout: 60_000 });
  await expect(page.getByText(`${rows} records imported`)).toBeVisible({ timeout: 90_000 });
}

/**
 * Every record of the collection just imported, as its export tells them by heading; that of a large
 * one is made in the background. Ends on the collection.
 */
export async function exportAll(page: Page): Promise<Record<string, string>[]> {
  await page.getByRole('link', { name: 'Open collection' }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  const item = page.getByRole('menuitem', { name: /^All records as CSV/ });
  const isLarge = /in the background/.test((await item.getAttribute('aria-label')) ?? '');
  const download = page.waitForEvent('download', { timeout: 90_000 });
  await item.click();
  if (isLarge) {
    await page.getByRole('link', { name: 'Download', exact: true }).click({ timeout: 60_000 });
    await page.goBack();
  }
  return csvRecords(await downloadedText(await download));
}
