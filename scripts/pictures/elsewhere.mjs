import { collectionsOf, talkedAbout, viewOf } from './collections.mjs';
import { draw, drawRow, settle } from './stage.mjs';

const phone = [390, 780];

/** What a guest meets, without an account: in the light, and in the dark on a phone. */
export async function drawGuestForm(stage, formPath) {
  const page = await stage.open({ size: [1280, 900] });
  await page.goto(stage.at('gangnam', formPath));
  await page.getByLabel('Name of the student').fill('Han Ji-woo');
  await draw(page, 'form');
  await page.context().close();
}

/** Four pages on a phone, the last one in the dark. */
export async function drawPhone(stage, formPath) {
  const page = await stage.open({ size: phone });
  await stage.signIn(page, 'gangnam', 'admin@gangnam.example');
  const { enquiries } = await collectionsOf(page);
  const board = `?view=${await viewOf(page, enquiries, 'Pipeline')}`;
  const record = `/records/${await talkedAbout(page, enquiries)}`;
  const shots = [];
  for (const path of [
    '/',
    `/collections/${enquiries.id}${board}`,
    `/collections/${enquiries.id}${record}`,
  ]) {
    await page.goto(stage.at('gangnam', path));
    await settle(page);
    shots.push(await page.screenshot());
  }
  await page.context().close();
  const night = await stage.open({ size: phone, dark: true });
  await night.goto(stage.at('gangnam', formPath));
  await settle(night);
  shots.push(await night.screenshot());
  await night.context().close();
  await drawRow(shots, 'phone', 24);
}

/** The same grid at night. */
export async function drawDark(stage, { id }) {
  const page = await stage.open({ dark: true });
  await stage.signIn(page, 'gangnam', 'admin@gangnam.example');
  await page.goto(stage.at('gangnam', `/collections/${id}`));
  await page.getByRole('grid').waitFor();
  await draw(page, 'dark');
  await page.context().close();
}
