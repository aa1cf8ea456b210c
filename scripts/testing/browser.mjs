import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * A Chromium that really starts on this machine, as a path. Looks for an installed one first, may
 * install Debian's as root, and falls back on the one from npm. Throws one sentence when none works.
 */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (starts(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which does not start as a browser.`);
  }
  const found = (await installed()).find(starts) ?? fromDebian() ?? (await fromNpm());
  if (found) return found;
  throw new Error('No browser works here: install Chromium or set CHROMIUM_PATH to one.');
}

// The shell draws no windows, which is half of the work of a test.
const shell = '/usr/bin/chromium-headless-shell';
const usual = [
  shell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function installed() {
  const { chromium } = await import('@playwright/test');
  return [...usual, chromium.executablePath()].filter((path) => path && existsSync(path));
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: 'ignore', timeout: 300_000 };
  spawnSync('apt-get', ['update'], options);
  const wanted = { 'chromium-headless-shell': shell, chromium: '/usr/bin/chromium' };
  return Object.entries(wanted).find(([name, path]) => {
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], options);
    return starts(path);
  })?.[1];
}

async function fromNpm() {
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    return starts(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

// A version is not enough: a browser may lack a library that it only loads when it shows a page.
function starts(path) {
  const flags = ['--headless', '--disable-gpu', '--disable-background-networking', '--dump-dom'];
  const shown = spawnSync(path, ['--no-sandbox', ...flags, 'data:text/html,<p>alive</p>'], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  return shown.stdout?.includes('alive') ?? false;
}
