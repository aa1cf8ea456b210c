import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 3000);
const asRoot = process.getuid?.() === 0;
// Takes the database away from everybody, so it comes when the others are done.
const alone = 'outage.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A loaded machine is slow, not wrong: the limits are for what will never come.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  // Tests read these by `test.info().config.metadata`; they never read the environment.
  metadata: {
    port,
    rootDomain: 'rowhouse.localhost',
    dataDir: process.env.E2E_DATA_DIR ?? '.data',
    // Where the product asks for names: a test answers there.
    dnsPort: Number(process.env.E2E_DNS_PORT ?? 5354),
  },
  use: {
    baseURL: `http://rowhouse.localhost:${port}`,
    // What was done, asked and said; pictures of each act would cost a third of the time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    // A colour on its way to another is neither.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.E2E_CHROMIUM,
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    { name: 'chromium', testIgnore: alone },
    { name: 'outage', testMatch: alone, dependencies: ['chromium'] },
  ],
});
