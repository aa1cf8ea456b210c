import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../support/axe';
import { csvRecords, datasetPath, downloadedText, dropFile } from '../support/files';
import { checkRows, chooseFile, exportAll, importAll } from '../support/imports';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const round = (text: string | undefined) => Number(text).toFixed(6);

test('airports come in from CSV and go out the same', async ({ page }) => {
  await chooseFile(page, datasetPath('airports.csv'));
  await expectAccessible(page, 'the columns of an import');
  await page.getByRole('button', { name: 'Check rows' }).click();
  await expect(page.getByText('All 3,376 rows can be imported.')).toBeVisible();
  await importAll(page, '3,376');
  const exported = await exportAll(page);

  const original = csvRecords(await readFile(datasetPath('airports.csv'), 'utf8'));
  expect(exported).toHaveLength(original.length);
  const plain = (rows: Record<string, string>[]) =>
    rows.map(({ latitude, longitude, ...texts }) => ({
      ...texts,
      latitude: round(latitude),
      longitude: round(longitude),
    }));
  expect(plain(exported)).toEqual(plain(original));
});

test('movies come in from JSON, and the whole import can be taken back', async ({ page }) => {
  await checkRows(page, datasetPath('movies.json'));
  await expect(page.getByText('All 3,201 rows can be imported.')).toBeVisible();
  await importAll(page, '3,201');
  const result = page.url();
  const exported = await exportAll(page);
  const movies: Record<string, unknown>[] = JSON.parse(
    await readFile(datasetPath('movies.json'), 'utf8'),
  );
  expect(exported).toHaveLength(movies.length);
  const gross = (rows: Record<string, unknown>[]) =>
    rows.reduce((sum, row) => sum + Number(row['Worldwide Gross'] || 0), 0);
  expect(gross(exported)).toBe(gross(movies));
  expect(exported[1]?.Title).toBe('First Love, Last Rites');

  await page.goto(result);
  await page.getByRole('button', { name: 'Take this import back' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Take back movies.json?' });
  await expect(dialog).toContainText('To the trash: 3,201 records it added.');
  await dialog.getByRole('button', { name: 'Take import back' }).click();
  await expect(page.getByText('3,201 records moved to the trash')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Open collection' }).click();
  await expect(page.getByText('No records yet')).toBeVisible();
});

test('a file that is dropped on the page becomes a collection in one screen', async ({ page }) => {
  await enter(page, await openTenant(), '/collections');
  await expect(page.getByRole('heading', { name: 'Collections', level: 1 })).toBeVisible();
  const harvest = {
    name: 'pear_harvest.csv',
    type: 'text/csv',
    text: 'Tree,Kilos\nA1,12.5\nA2,9\n',
  };
  await dropFile(page.locator('main'), harvest, () =>
    expect(page.getByText('Drop the file to make a collection of it')).toBeVisible(),
  );
  await expect(page.getByLabel('Name of the new collection')).toHaveValue('Pear harvest');
  await page.getByLabel('Name of the new collection').fill('Pears');
  await page.getByRole('button', { name: 'Create the collection' }).click();
  await expect(page.getByText('2 records imported')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Open collection' }).click();
  await expect(page.getByRole('heading', { name: 'Pears', level: 1 })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '12.5' })).toBeVisible();

  const more = { name: 'more.csv', type: 'text/csv', text: 'Tree,Kilos\nB7,3\n' };
  await dropFile(page.getByRole('gridcell').first(), more, () =>
    expect(page.getByText('Drop the file to import it into Pears')).toBeVisible(),
  );
  await page.getByRole('button', { name: 'Check rows' }).click();
  await expect(page.getByText('The one row can be imported.')).toBeVisible();
});

const ugly = [
  '이름;도시;메모;점수',
  '김하늘;서울;"첫째 줄',
  '둘째 줄; 아직 같은 칸";12,5',
  '이바다;부산;=1+1;7',
  '박"산;"대구"x;깨진 줄;3',
  '최들;;"따옴표 ""안"" 에";-2',
  '정하나;인천;;0',
].join('\r\n');

test('an ugly file is read as it was meant, and the broken row is named', async ({ page }) => {
  await checkRows(page, {
    name: 'people_list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${ugly}`),
  });
  await expect(page.getByText('1 of 5 rows cannot be imported')).toBeVisible();
  await expect(page.getByText('text after a closing quote')).toBeVisible();
  const failures = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download these rows' }).click();
  expect(await downloadedText(await failures)).toContain('박');
  await importAll(page, '4');
  const exported = await exportAll(page);
  expect(exported.map((row) => row.이름)).toEqual(['김하늘', '이바다', '최들', '정하나']);
  expect(exported[0]?.메모).toBe('첫째 줄\r\n둘째 줄; 아직 같은 칸');
  expect(exported[1]?.메모).toBe("'=1+1");
  expect(exported[2]?.메모).toBe('따옴표 "안" 에');
});
