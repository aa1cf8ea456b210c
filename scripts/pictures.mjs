import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from './testing/browser.mjs';

/** Draws the pictures of README from a running product: `node scripts/pictures.mjs [port]`. */
const port = Number(process.argv[2] ?? 3000);
const folder = 'docs/pictures';
const password = 'rowhouse-demo-pass';

const at = (host, path = '/') => `http://${host}.rowhouse.localhost:${port}${path}`;

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
mkdirSync(folder, { recursive: true });

await drawSignIns();
await drawMember();
await drawConsole();
await browser.close();

async function open(width = 1280, height = 800) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1.5,
    colorScheme: 'light',
  });
  return await context.newPage();
}

/** Three front doors side by side. */
async function drawSignIns() {
  const shots = [];
  for (const host of ['gangnam', 'acme', 'daechi']) {
    const page = await open(520, 640);
    await page.goto(at(host, '/sign-in'));
    await page.getByLabel('Password').waitFor();
    shots.push(await page.screenshot());
    await page.context().close();
  }
  const [width, height] = [780, 960];
  const row = await sharp({
    create: { width: width * 3, height, channels: 3, background: '#ffffff' },
  })
    .composite(shots.map((input, place) => ({ input, left: place * width, top: 0 })))
    .png()
    .toBuffer();
  await sharp(row).resize({ width: 1500 }).png({ palette: true }).toFile(`${folder}/sign-in.png`);
}

async function signIn(page, host, email) {
  await page.goto(at(host, '/sign-in'));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

async function drawMember() {
  const page = await open();
  await signIn(page, 'gangnam', 'admin@gangnam.example');
  await page.goto(at('gangnam', '/collections'));
  await page
    .getByRole('link', { name: /Students/ })
    .first()
    .click();
  await page.getByRole('grid').waitFor();
  await page.waitForTimeout(1_000);
  await draw(page, 'grid');
  await drawImport(page);
  for (const [path, name] of [
    ['/settings/branding', 'branding'],
    ['/settings/people', 'people'],
  ]) {
    await page.goto(at('gangnam', path));
    await page.waitForLoadState('networkidle');
    await draw(page, name);
  }
  await page.context().close();
}

/** A file with two rows that do not fit, looked at before anything is written. */
async function drawImport(page) {
  await page.goto(`${page.url().split('?')[0]}/import`);
  const rows = Array.from({ length: 40 }, (_, row) =>
    row === 7 || row === 21
      ? `Student ${row},not-an-address,soon,${row}`
      : `Student ${row},student.${row}@school.example,2026-03-${String((row % 27) + 1).padStart(2, '0')},${60 + row}`,
  );
  const csv = ['Name,E-mail,Enrolled on,Last score', ...rows].join('\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'students.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1_500);
  const check = page.getByRole('button', { name: /check/i });
  if (await check.count()) await check.first().click();
  await page.waitForTimeout(2_500);
  await draw(page, 'import');
}

async function drawConsole() {
  const page = await open();
  await page.goto(at('console', '/sign-in'));
  await page.getByLabel('E-mail').fill('staff@rowhouse.example');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.getByRole('link', { name: 'Gangnam Study Centre' }).first().click();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(800);
  await draw(page, 'console');
}

async function draw(page, name) {
  await sharp(await page.screenshot())
    .resize({ width: 1500 })
    .png({ palette: true })
    .toFile(`${folder}/${name}.png`);
}
