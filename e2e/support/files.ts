import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Download } from '@playwright/test';
import { parse } from 'csv-parse/sync';

/** Where a file of the package vega-datasets lies. */
export const datasetPath = (name: string) =>
  fileURLToPath(new URL(`../data/${name}`, import.meta.resolve('vega-datasets')));

/** Rows of CSV as records by heading. */
export const csvRecords = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true });

export const downloadedText = async (download: Download) =>
  await readFile(await download.path(), 'utf8');
