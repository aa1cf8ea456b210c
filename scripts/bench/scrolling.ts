import { type Browser, chromium, type Page } from '@playwright/test';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { findBrowser } from '../testing/browser.mjs';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { fillCollection } from './stage/fill-collection';
import type { Served } from './stage/server';
import { startWeb } from './stage/web';
import { openBenchWorld } from './stage/world';

export const name = 'scrolling';

const records = { small: 5_000, full: 50_000 };
/** Turns of the wheel, and places that the scrollbar is thrown to. */
const wheels = 120;
const throws = 20;

let world: World;
let web: Served;
let browser: Browser;
let tenant: TestTenant;
let member: TestMember;
let collectionId: string;

export async function prepare({ adminUrl, scratch, size }: ExperimentContext): Promise<void> {
  world = await openBenchWorld(adminUrl);
  tenant = await world.tenant();
  member = await world.member(tenant, 'admin');
  ({ collectionId } = await fillCollection(member, records[size]));
  await world.database.queryPlane(tenant.home, 'vacuum analyze records');
  web = await startWeb({ database: world.database, dataDir: scratch });
  browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** How long the browser's main thread is held at once while somebody goes through a large grid. */
export async function run(): Promise<BenchRow[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const base = `http://${tenant.host}:${web.port}`;
  await context.addCookies([{ name: sessionCookie(), value: member.token, url: base }]);
  try {
    const page = await context.newPage();
    await page.goto(`${base}/collections/${collectionId}`);
    const grid = page.getByRole('grid');
    await grid.getByRole('row').nth(10).waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1_000);
    await grid.hover();
    await listen(page);
    const wheeled = await longest(page, () => turnWheel(page));
    const thrown = await longest(page, () => throwScrollbar(page));
    return [
      { name: 'longest task, wheel', value: wheeled, unit: 'ms', goal: { atMost: 50 } },
      { name: 'longest task, scrollbar', value: thrown, unit: 'ms', goal: { atMost: 50 } },
    ];
  } finally {
    await context.close();
  }
}

export async function finish(): Promise<void> {
  await browser.close();
  await web.stop();
  await world.end();
}

/** The browser names tasks from 50 ms on; every one that took longer than a frame is told by its frames. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const held: number[] = [];
    const seen = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) held.push(entry.duration);
    });
    seen.observe({ type: 'longtask', buffered: false });
    Object.assign(window, { held });
  });

/** Milliseconds of the longest task meanwhile; 0 when none took 50. */
async function longest(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => (window as unknown as { held: number[] }).held.splice(0));
  await work();
  await page.waitForTimeout(500);
  return await page.evaluate(() => Math.max(0, ...(window as unknown as { held: number[] }).held));
}

async function turnWheel(page: Page) {
  for (let turn = 0; turn < wheels; turn++) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(16);
  }
}

const throwScrollbar = (page: Page) =>
  page.evaluate(async (times) => {
    const scrollers = [...document.querySelectorAll<HTMLElement>('*')];
    const tall = scrollers.find((one) => one.scrollHeight > 100_000 && one.clientHeight > 200);
    if (!tall) throw new Error('There is no grid to scroll.');
    for (let at = 0; at < times; at++) {
      tall.scrollTop = (tall.scrollHeight * ((at * 7) % times)) / times;
      await new Promise((done) => setTimeout(done, 150));
    }
  }, throws);
