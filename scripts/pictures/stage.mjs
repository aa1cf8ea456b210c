import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from '../testing/browser.mjs';

const folder = 'docs/pictures';
const password = 'rowhouse-demo-pass';
/** Pixels a picture is wide at most. */
const width = 1440;

/** A browser beside a product that runs, and what draws its pages into docs/pictures. */
export async function openStage(port) {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const at = (host, path = '/') =>
    `http://${host ? `${host}.` : ''}rowhouse.localhost:${port}${path}`;
  return {
    at,
    close: () => browser.close(),
    open: (looks) => openPage(browser, looks),
    signIn: (page, host, email) => signIn(page, at(host, '/sign-in'), email),
  };
}

async function openPage(browser, { size = [1280, 800], dark = false } = {}) {
  const context = await browser.newContext({
    viewport: { width: size[0], height: size[1] },
    deviceScaleFactor: 1.5,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  return await context.newPage();
}

async function signIn(page, address, email) {
  await page.goto(address);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Waits until nothing on the page moves or loads any more. */
export async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
}

export async function draw(page, name) {
  await settle(page);
  await keep(await page.screenshot(), name);
}

/** Several pages of one size beside each other. */
export async function drawRow(shots, name, gap = 0) {
  const sizes = await Promise.all(shots.map((shot) => sharp(shot).metadata()));
  const each = sizes[0];
  const row = sharp({
    create: {
      width: each.width * shots.length + gap * (shots.length - 1),
      height: each.height,
      channels: 3,
      background: '#e6e8ea',
    },
  }).composite(shots.map((input, place) => ({ input, left: place * (each.width + gap), top: 0 })));
  await keep(await row.png().toBuffer(), name);
}

const keep = (shot, name) =>
  sharp(shot)
    .resize({ width, withoutEnlargement: true })
    .png({ palette: true, quality: 90, effort: 9 })
    .toFile(`${folder}/${name}.png`);

/** Asks the REST door of the page's host, as whoever is signed in there. */
export const ask = (page, path) =>
  page.evaluate(async (where) => (await fetch(`/api/v1${where}`)).json(), path);
