import { urlOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('help answers in the words of the modules, as far as the reader can use them', async ({
  page,
}) => {
  const tenant = await openTenant();
  await enter(page, tenant);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('help');
  await page.getByRole('option', { name: 'Help', exact: true }).click();
  await expect(page).toHaveURL(/\/help$/);
  const summary = (text: string) => page.locator('summary', { hasText: text });
  const answer = page.getByText('Drop a CSV, Excel or JSON file');
  await expect(answer).toBeHidden();
  await summary('How do I bring in a spreadsheet?').click();
  await expect(answer).toBeVisible();

  const search = page.getByRole('searchbox', { name: 'Search in help' });
  await search.fill('collection of my own');
  await expect(page.locator('summary')).toHaveCount(1);
  await summary('How do I make a collection of my own?').click();
  await page.getByRole('link', { name: 'Go there' }).click();
  await expect(page).toHaveURL(/\/collections\/new$/);

  await page.goto(urlOf(tenant.slug, '/help'));
  await search.fill('zzzz');
  await expect(page.getByText('No answer has these words')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Collections',
    'Tasks',
    'Your account',
  ]);
});
