import { draw, drawRow, settle } from './stage.mjs';

/** Three front doors side by side. */
export async function drawSignIns(stage) {
  const shots = [];
  for (const host of ['gangnam', 'acme', 'daechi']) {
    const page = await stage.open({ size: [520, 640] });
    await page.goto(stage.at(host, '/sign-in'));
    await page.getByLabel('Password').waitFor();
    await settle(page);
    shots.push(await page.screenshot());
    await page.context().close();
  }
  await drawRow(shots, 'sign-in');
}

/** What admins of a tenant look after. */
export async function drawSettings(stage) {
  const page = await stage.open();
  await stage.signIn(page, 'gangnam', 'admin@gangnam.example');
  for (const name of ['branding', 'people', 'audit', 'data']) {
    await page.goto(stage.at('gangnam', `/settings/${name}`));
    await draw(page, name);
  }
  await page.context().close();
}

/** What the platform's own staff see. */
export async function drawConsole(stage) {
  const page = await stage.open();
  await stage.signIn(page, 'console', 'staff@rowhouse.example');
  await page.goto(stage.at('console', '/tenants'));
  await draw(page, 'tenants');
  await page.getByRole('link', { name: 'Gangnam Study Centre' }).first().click();
  await page.waitForURL(/tenants\/[0-9a-f-]{36}/);
  await draw(page, 'console');
  await page.goto(`${page.url().split('?')[0]}/move?tier=schema`);
  await draw(page, 'move');
  await page.context().close();
}
