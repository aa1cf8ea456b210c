import { expectAccessible } from '../support/axe';
import { hostOf, urlOf } from '../support/places';
import { newSlug } from '../support/tenants';
import { expect, test } from '../support/test';

test('a founder opens a workspace from the front page and is inside as its admin', async ({
  page,
}) => {
  const slug = newSlug();
  await page.goto(urlOf('root'));
  await page.getByRole('link', { name: 'Start a workspace' }).first().click();
  await expect(page).toHaveURL(urlOf('root', '/start'));
  await expect(page.getByText(`.${hostOf('root')}`).first()).toBeVisible();

  const next = () => page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name of your organisation').fill('Lighthouse Choir');
  const address = page.getByLabel('Address');
  await expect(address).toHaveValue('lighthouse-choir');
  await address.fill('gangnam');
  await expect(page.getByText('This address is taken.')).toBeVisible();
  await page.getByRole('button', { name: 'Use gangnam-team' }).click();
  await expect(address).toHaveValue('gangnam-team');
  await address.fill('console');
  await expect(page.getByText('This name is reserved')).toBeVisible();
  await address.fill(slug);
  await expect(page.getByText('Free.', { exact: true })).toBeVisible();
  await next();

  await page.getByLabel('Colour', { exact: true }).fill('#7a3e9d');
  await expectAccessible(page, 'the step that chooses a look');
  await next();

  await page.getByLabel('Your name').fill('Ruth Adler');
  await page.locator('input[name=email]').fill(`ruth@${slug}.example`);
  await page.locator('input[name=password]').fill('short');
  await next();
  await expect(
    page.getByText('Use at least 15 characters. A few words in a row are good.'),
  ).toBeVisible();
  await page.locator('input[name=password]').fill('four-small-windows');
  await next();

  await page.getByLabel('Invite colleagues').fill(`kim@${slug}.example`);
  const started = Date.now();
  await page.getByRole('button', { name: 'Open the workspace' }).click();
  await expect(page).toHaveURL(new RegExp(`^http://${hostOf(slug)}`));
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  const description = `${Date.now() - started} ms from the last click to being inside`;
  test.info().annotations.push({ type: 'sign-up', description });

  await page.goto(urlOf(slug, '/settings/people?view=invitations'));
  await expect(page.getByRole('cell', { name: `kim@${slug}.example`, exact: true })).toBeVisible();
  await expect(async () => {
    await page.goto(urlOf(slug, '/collections'));
    await expect(page.getByRole('link', { name: 'Contacts' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Projects' }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
});

test('what was typed survives a reload, and nothing exists before the last step', async ({
  page,
}) => {
  const slug = newSlug();
  await page.goto(urlOf('root', '/start'));
  await expect(page.getByText(`.${hostOf('root')}`).first()).toBeVisible();
  await page.getByLabel('Name of your organisation').fill('Half a Choir');
  await page.getByLabel('Address').fill(slug);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Look' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Name and address' }).click();
  await expect(page.getByLabel('Name of your organisation')).toHaveValue('Half a Choir');
  await expect(page.getByLabel('Address')).toHaveValue(slug);
  await expect(page.getByText('Free.', { exact: true })).toBeVisible();
});
