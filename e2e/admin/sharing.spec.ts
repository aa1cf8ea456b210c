import type { Page } from '@playwright/test';
import { ask } from '../support/ask';
import { expectAccessible } from '../support/axe';
import { addRecord, makeCollection } from '../support/collections';
import { demoPassword, urlOf } from '../support/places';
import { bearerOf, signIn } from '../support/sign-in';
import { newSlug } from '../support/tenants';
import { expect, test } from '../support/test';

const student = 'student.a@example.com';

/** Lessons at bundang, one of a student of gangnam and one of somebody else. */
async function lessonsAtBundang(): Promise<string> {
  const name = `Lessons ${newSlug()}`;
  const admin = { email: 'admin@bundang.example', password: demoPassword, name: 'Seo Dong-wook' };
  const lessons = await makeCollection('bundang', admin, {
    name,
    fields: [
      { name: 'Lesson', type: 'text' },
      { name: 'Notes', type: 'text' },
      { name: 'Student', type: 'person' },
    ],
  });
  const { headers } = lessons;
  const { body } = await ask('bundang', '/api/v1/people?q=student.a', { headers });
  const [{ userId }] = body.people;
  await addRecord(lessons, { lesson: 'Algebra', notes: 'Private', student: userId });
  await addRecord(lessons, { lesson: 'Geometry', notes: 'Private' });
  return name;
}

/** The row of a table that says this. */
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('one place lets another look, until it does not', async ({
  page,
  anotherDevice,
  complaints,
}) => {
  test.slow();
  const name = await lessonsAtBundang();

  await signIn(page, 'bundang', 'admin@bundang.example');
  await page.goto(urlOf('bundang', '/settings/sharing'));
  await page.getByRole('link', { name: 'Share a view' }).click();
  await page.getByLabel('Address of the workspace').fill('acme');
  await page.getByRole('checkbox', { name: 'Advanced' }).click();
  await page.getByRole('checkbox', { name: 'Admin', exact: true }).click();
  await page.getByRole('combobox', { name: 'Collection' }).click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('checkbox', { name: 'Lesson' }).click();
  const lastDay = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Last day').fill(lastDay);
  await page.getByLabel('Purpose').fill('Teachers plan around lessons');
  await expectAccessible(page, 'a view to share');
  await page.getByRole('button', { name: 'Offer view' }).click();
  await expect(page.getByText('No workspace that shares its accounts')).toBeVisible();
  await page.getByLabel('Address of the workspace').fill(urlOf('gangnam'));
  await page.getByRole('button', { name: 'Offer view' }).click();
  await expect(rowOf(page, name)).toContainText('Waits for an answer');

  const gangnam = await anotherDevice();
  await signIn(gangnam, 'gangnam', 'admin@gangnam.example');
  await gangnam.goto(urlOf('gangnam', '/settings/sharing'));
  await rowOf(gangnam, name).getByRole('button', { name: 'Accept' }).click();
  const dialog = gangnam.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Admin' }).click();
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await expect(rowOf(gangnam, name)).toContainText('Open');
  await expectAccessible(gangnam, 'what others offer');

  const teacher = await anotherDevice();
  await signIn(teacher, 'gangnam', 'teacher.b@example.com');
  await teacher.getByRole('link', { name }).click();
  await expect(teacher.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(teacher.getByText('This belongs to Bundang Maths Academy.')).toBeVisible();
  await expect(rowOf(teacher, 'Algebra')).toContainText('Han Seo-yeon');
  await expect(teacher.getByText('Geometry')).toHaveCount(0);
  await expect(teacher.getByText('Private')).toHaveCount(0);
  await expectAccessible(teacher, 'what another place shares');

  const person = await anotherDevice();
  await signIn(person, 'bundang', student);
  await person.goto(urlOf('bundang', '/account'));
  await expect(person.getByText(`${name}: Lesson`)).toBeVisible();
  await expect(person.getByText('For Advanced there', { exact: false }).first()).toBeVisible();

  await page.goto(urlOf('bundang', '/settings/audit?what=grants.look'));
  await expect(page.getByText('Oh Min-jae').first()).toBeVisible();
  await page.goto(urlOf('bundang', '/settings/sharing'));
  await rowOf(page, name).getByRole('button', { name: 'Stop sharing' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stop sharing' }).click();
  await expect(rowOf(page, name)).toContainText('Taken back');

  complaints.expect(/status of 404/);
  await teacher.reload();
  await expect(teacher.getByText('Algebra')).toHaveCount(0);
  await expect(teacher.getByRole('heading', { name })).toHaveCount(0);
  await person.reload();
  await expect(person.getByText(`${name}: Lesson`)).toHaveCount(0);
});

test('nobody looks by the address of a view that was not given to them', async () => {
  const headers = await bearerOf('gangnam', student);
  const { body } = await ask('gangnam', '/api/v1/shared-views', { headers });
  expect(body.grants).toEqual([]);
  const gone = await ask('gangnam', `/api/v1/shared-views/${crypto.randomUUID()}`, { headers });
  expect(gone.status).toBe(404);
});
