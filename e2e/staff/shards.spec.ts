import { expectAccessible } from '../support/axe';
import { enterConsole } from '../support/console';
import { urlOf } from '../support/places';
import { askStaff } from '../support/staff';
import { expect, test } from '../support/test';

test('staff change what a shard takes, and see what is wrong', async ({ page }) => {
  const name = `Spare ${Date.now()}`;
  const connection = `spare-${Date.now().toString(36)}`;
  const { status, body } = await askStaff('/api/v1/shards', {
    name,
    connection,
    reason: 'More room',
  });
  expect(status).toBe(200);
  const { id } = body as { id: string };
  await enterConsole(page);
  await page.goto(urlOf('console', `/shards/${id}`));
  const shared = page.getByRole('group', { name: 'Shared tables' });
  const own = page.getByRole('group', { name: 'Own database' });
  await shared.getByLabel('Room for').fill('many');
  await own.getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Change what it takes' }).click();
  await expect(shared.getByText('Enter a whole number.')).toBeVisible();
  await expect(own.getByRole('checkbox')).not.toBeChecked();
  await expectAccessible(page, 'a shard with a refused change');

  await shared.getByLabel('Room for').fill('500');
  await page.getByLabel('Reason').fill('Small ones only');
  await page.getByRole('button', { name: 'Change what it takes' }).click();
  await expect(page.getByText('0 of 500 tenants')).toBeVisible();
  await expect(page.getByText('0 tenants, takes no more')).toBeVisible();
  await expect(own.getByRole('checkbox')).not.toBeChecked();
  await page.reload();
  await expect(shared.getByLabel('Room for')).toHaveValue('500');
  await expect(own.getByRole('checkbox')).not.toBeChecked();
});
