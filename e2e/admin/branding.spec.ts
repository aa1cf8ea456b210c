import { ask } from '../support/ask';
import { urlOf } from '../support/places';
import { enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('new looks are previewed, published and seen at the front door', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const { slug, name } = tenant;
  const visitor = await anotherDevice();
  await visitor.goto(urlOf(slug, '/sign-in'));
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(`Sign in to ${name}`);
  const buttonColor = () =>
    visitor
      .getByRole('button', { name: 'Sign in', exact: true })
      .evaluate((button) => getComputedStyle(button).backgroundColor);
  const before = await buttonColor();

  await enter(page, tenant, '/settings/branding');
  const preview = page.getByRole('region', { name: 'Preview' });
  await page.getByLabel('Title').fill('Welcome aboard');
  await page.getByLabel('Colour').fill('#b3261e');
  await page.getByLabel('White-label').click();
  await expect(preview.getByText('Welcome aboard').first()).toBeVisible();
  await expect(preview.getByText('Runs on Rowhouse')).toHaveCount(0);
  await visitor.reload();
  await expect(visitor.getByText('Welcome aboard')).toHaveCount(0);

  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 2 is live')).toBeVisible();
  // A second until changes are asked for, one in the cache in front, and what a loaded machine takes.
  await expect(async () => {
    expect((await ask(slug, '/sign-in')).text).toContain('Welcome aboard');
  }).toPass({ timeout: 10_000, intervals: [100] });
  await visitor.reload();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Welcome aboard');
  await expect(visitor.getByText('Runs on Rowhouse')).toHaveCount(0);
  expect(await buttonColor()).not.toBe(before);
});

test('a draft is kept until it is published, and an old version comes back', async ({ page }) => {
  const tenant = await openTenant();
  const { slug, name } = tenant;
  await enter(page, tenant, '/settings/branding');
  await page.getByLabel('Name', { exact: true }).fill('Northern Lights');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Northern Lights');
  expect((await ask(slug, '/sign-in')).text).not.toContain('Northern Lights');

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Version 2 is live')).toBeVisible();
  await page.getByRole('button', { name: 'Publish again' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish again' }).click();
  await expect(page.getByText('Version 3 is live')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);
});

test('a colour that cannot be read is refused in place', async ({ page }) => {
  await enter(page, await openTenant(), '/settings/branding');
  await page.getByLabel('Colour').fill('#12');
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
  await expect(page.getByLabel('Colour')).toHaveAttribute('aria-invalid', 'true');
});
