import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Download, expect, type Locator } from '@playwright/test';
import { parse } from 'csv-parse/sync';

/** Where a file of the package vega-datasets lies. */
export const datasetPath = (name: string) =>
  fileURLToPath(new URL(`../data/${name}`, import.meta.resolve('vega-datasets')));

/** Rows of CSV as records by heading. */
export const csvRecords = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true });

export const downloadedText = async (download: Download) =>
  await readFile(await download.path(), 'utf8');

/** Drags a file over a part of the page and lets it go there, as from another program. */
export async function dropFile(
  onto: Locator,
  file: { name: string; type: string; text: string },
  overShown: () => Promise<void>,
): Promise<void> {
  const data = await onto.page().evaluateHandle(({ name, type, text }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name, { type }));
    return transfer;
  }, file);
  // What is dragged over a page that is not awake yet does nothing.
  await expect(async () => {
    await onto.dispatchEvent('dragenter', { dataTransfer: data });
    await onto.dispatchEvent('dragover', { dataTransfer: data });
    await overShown();
  }).toPass({ timeout: 45_000 });
  await onto.dispatchEvent('drop', { dataTransfer: data });
}
