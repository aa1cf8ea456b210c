import { readFile } from 'node:fs/promises';
import { csvRecords, datasetPath } from '../support/files';
import { checkRows, exportAll, importAll } from '../support/imports';
import { expect, test } from '../support/test';

test('42,000 zip codes come in with their leading zeros and go out the same', async ({ page }) => {
  test.slow();
  await checkRows(page, datasetPath('zipcodes.csv'));
  const original = csvRecords(await readFile(datasetPath('zipcodes.csv'), 'utf8'));
  const rows = original.length.toLocaleString('en');
  await importAll(page, rows);
  const exported = await exportAll(page);
  await expect(page.getByText(`${rows} rows`)).toBeVisible();

  const told = (records: Record<string, string>[]) =>
    records.map(({ zip_code, city, state, county, latitude, longitude }) =>
      [zip_code, city, state, county, Number(latitude), Number(longitude)].join('|'),
    );
  expect(told(exported)).toEqual(told(original));
});

const ugly = (at: number) => {
  if (at % 10_000 === 9_999) return `${at};"닫"히지 않은;1`;
  return at % 7 === 0 ? `${at};"두 줄\n""${at}""; 한 칸";0,5` : `${at};학생 ${at};${at}`;
};

test('50,000 ugly rows: the five broken ones are named, the others are all there', async ({
  page,
}) => {
  test.slow();
  const lines = Array.from({ length: 50_000 }, (_, at) => ugly(at));
  const text = ['번호;이름;점수', ...lines].join('\r\n');
  await checkRows(page, {
    name: 'roll.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${text}`),
  });
  await expect(page.getByText('5 of 50,000 rows cannot be imported')).toBeVisible({
    timeout: 60_000,
  });
  await importAll(page, '49,995');
  await page.getByRole('link', { name: 'Open collection' }).click();
  const grid = page.getByRole('grid', { name: 'Records of Roll' });
  await expect(page.getByText('49,995 rows')).toBeVisible();
  await grid.getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('row', { name: /학생 49998/ })).toBeVisible();
});
