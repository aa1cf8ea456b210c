import { expectAccessible } from '../support/axe';
import { addRecord, makeCollection, recordsOf } from '../support/collections';
import { urlOf } from '../support/places';
import { signIn } from '../support/sign-in';
import { addMember, enter, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

test('a task is given about a record, leads to it, and stands with it', async ({
  page,
  anotherDevice,
}) => {
  const tenant = await openTenant();
  const families = await makeCollection(tenant.slug, tenant.owner, {
    name: 'Families',
    fields: [{ name: 'Name', type: 'text' }],
  });
  await addRecord(families, { name: 'The Kims' });
  const [family] = await recordsOf(families);
  const record = `/collections/${families.id}/records/${family?.id}`;
  const pia = await addMember(tenant, 'basic', 'Pia Lund');

  await enter(page, tenant, record);
  const tasks = page.getByRole('region', { name: 'Tasks' });
  await expect(tasks).toContainText('No task is about this.');
  await tasks.getByRole('link', { name: 'New task' }).click();
  await expect(page.getByText('About The Kims in Families')).toBeVisible();
  await page.getByLabel('Title').fill('Call them back');
  await page.getByRole('combobox', { name: 'For' }).click();
  await page.keyboard.type('Pia');
  await page.getByRole('option', { name: /Pia Lund/ }).click();
  await expectAccessible(page, 'the form of a task about a record');
  await page.getByRole('button', { name: 'Give task' }).click();
  await expect(page).toHaveURL(urlOf(tenant.slug, record));
  await expect(tasks.getByRole('link', { name: /Call them back/ })).toContainText('0 of 1 done');
  await expectAccessible(page, 'a record with tasks');

  const other = await anotherDevice();
  await signIn(other, tenant.slug, pia.email, pia.password);
  await other.goto(urlOf(tenant.slug, '/tasks'));
  const own = other.getByRole('main').getByRole('link', { name: /Call them back/ });
  await expect(own).toContainText('About The Kims in Families');
  await own.click();
  await other.getByRole('link', { name: 'The Kims', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'The Kims' })).toBeVisible();
  await expect(other.getByRole('region', { name: 'Tasks' })).toContainText('To do');
  await expect(other.getByRole('link', { name: 'New task' })).toHaveCount(0);

  await tasks.getByRole('link', { name: /Call them back/ }).click();
  await page.getByRole('link', { name: 'Change', exact: true }).click();
  await page.getByRole('button', { name: 'Take away' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Call them back' })).toBeVisible();
  await expect(page.getByText('About The Kims')).toHaveCount(0);
});
