import { ask, draw, settle } from './stage.mjs';

/** What people do with collections all day, at a study centre. */
export async function drawCollections(stage) {
  const page = await stage.open();
  const go = (path) => page.goto(stage.at('gangnam', path));
  await stage.signIn(page, 'gangnam', 'admin@gangnam.example');
  const { courses, students, lessons, enquiries } = await collectionsOf(page);

  await go('/');
  await draw(page, 'home');
  await go(`/collections/${students.id}`);
  await page.getByRole('grid').waitFor();
  await draw(page, 'grid');
  await go(`/collections/${students.id}?view=${await viewOf(page, students, 'By grade')}`);
  await page.getByRole('grid').waitFor();
  await draw(page, 'groups');
  await go(`/collections/${enquiries.id}?view=${await viewOf(page, enquiries, 'Pipeline')}`);
  await draw(page, 'board');
  await go(`/collections/${lessons.id}?view=${await viewOf(page, lessons, 'Essay lessons')}`);
  await draw(page, 'calendar');
  await go(`/collections/${courses.id}?view=${await viewOf(page, courses, 'Term')}`);
  await draw(page, 'timeline');
  await go(`/collections/${enquiries.id}/records/${await talkedAbout(page, enquiries)}`);
  await draw(page, 'record');
  await go(`/collections/${enquiries.id}/access`);
  await draw(page, 'access');
  await go(`/collections/${enquiries.id}/form`);
  await draw(page, 'form-design');
  await drawSearch(page, go);
  await drawImport(page, go, students);
  const { form } = await ask(page, `/collections/${enquiries.id}/form`);
  await page.context().close();
  return { students, enquiries, formPath: new URL(form.url).pathname };
}

export async function collectionsOf(page) {
  const all = await ask(page, '/collections');
  return Object.fromEntries(all.map((one) => [one.name.toLowerCase(), one]));
}

export async function viewOf(page, { id }, name) {
  const views = await ask(page, `/collections/${id}/views`);
  return views.find((view) => view.name === name).id;
}

/** The record somebody commented on last. */
export async function talkedAbout(page, { id }) {
  const { records } = await ask(page, `/collections/${id}/records`);
  for (const record of records) {
    const { total } = await ask(page, `/collections/${id}/records/${record.id}/comments`);
    if (total > 1) return record.id;
  }
  return records[0].id;
}

async function drawSearch(page, go) {
  await go('/');
  await settle(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().fill('kim');
  await draw(page, 'search');
  await page.keyboard.press('Escape');
}

/** A file with two rows that do not fit, looked at before anything is written. */
async function drawImport(page, go, { id }) {
  await go(`/collections/${id}/import`);
  const rows = Array.from({ length: 40 }, (_, row) =>
    row === 7 || row === 21
      ? `Student ${row},not-an-address,soon,${row}`
      : `Student ${row},student.${row}@school.example,2026-03-${String((row % 27) + 1).padStart(2, '0')},${60 + row}`,
  );
  const csv = ['Name,E-mail,Enrolled on,Last score', ...rows].join('\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'students.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await settle(page);
  const check = page.getByRole('button', { name: /check/i });
  if (await check.count()) await check.first().click();
  await page.waitForTimeout(2_500);
  await draw(page, 'import');
}
