import { ask } from './support/ask';
import { customDomain, hostOf, product, urlOf } from './support/places';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

const unknown = 'No workspace lives at this address';

test('an unknown host offers the way to the front page', async ({ page, complaints }) => {
  complaints.expect(/404/);
  const response = await page.goto(urlOf('nobody-lives-here'));
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: unknown })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the front page' }).click();
  await expect(page).toHaveURL(urlOf('root'));
});

test('capitals, a port and a trailing dot do not change which host is meant', async () => {
  const { port } = product();
  for (const host of [
    `GangNam.RowHouse.LOCALHOST:${port}`,
    `${hostOf('gangnam')}.:${port}`,
    `${hostOf('gangnam')}.`,
    hostOf('gangnam'),
  ]) {
    const { status, text } = await ask('gangnam', '/sign-in', { host });
    expect(status, host).toBe(200);
    expect(text, host).toContain('Gangnam Study Centre');
  }
});

test('a browser sent to the host in capitals signs in there', async ({ page }) => {
  await page.goto(urlOf('GANGNAM', '/sign-in'));
  await expect(page).toHaveURL(urlOf('gangnam', '/sign-in'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gangnam Study Centre');
});

test('an international name is one host in both spellings', async ({ page, complaints }) => {
  complaints.expect(/404/);
  const [ascii, unicode] = await Promise.all([
    ask('xn--bcher-kva', '/'),
    page.goto(urlOf('bücher')),
  ]);
  expect(ascii.status).toBe(404);
  expect(unicode?.status()).toBe(404);
  expect(new URL(page.url()).hostname).toBe(hostOf('xn--bcher-kva'));
  await expect(page.getByRole('heading', { name: unknown })).toBeVisible();
});

test('what is no host at all leads to no tenant', async () => {
  for (const host of ['gangnam .rowhouse.localhost', 'a,b', '-.rowhouse.localhost', '%67angnam']) {
    const { status, text } = await ask('gangnam', '/sign-in', { host });
    expect([400, 404], host).toContain(status);
    expect(text, host).not.toContain('Gangnam');
  }
});

test('a path with dots is the tenant’s own, not a file of the platform', async () => {
  for (const path of ['/report.v2.pdf', '/a.b/c.css', '/.env', '/settings.json']) {
    const { status, text } = await ask('gangnam', path);
    expect(status, path).toBe(404);
    expect(text, path).not.toContain('No workspace lives');
  }
});

test('the inner tree cannot be asked for by its own paths', async () => {
  const { port } = product();
  for (const path of [`/t/${hostOf('bundang')}~1/sign-in`, '/console', '/%74/x~1', '/T/x']) {
    const { status, text } = await ask('gangnam', path);
    expect(status, path).toBe(404);
    expect(text, path).not.toContain('Bundang');
  }
  const doubled = await ask('gangnam', `//t/${hostOf('bundang')}~1/sign-in`);
  expect([308, 404]).toContain(doubled.status);
  expect(doubled.headers.location ?? '/').not.toContain(String(port));
});

test('headers of our own, sent from outside, change nothing', async () => {
  const bundang = `t/${hostOf('bundang')}~1 seal`;
  for (const routed of ['console x', bundang, 'site x', '']) {
    const headers = { 'x-rowhouse-routed': routed, 'x-rowhouse-tenant': 'a.b' };
    const page = await ask('gangnam', '/sign-in', { headers });
    expect(page.status, routed).toBe(200);
    expect(page.text, routed).toContain('Gangnam Study Centre');
    const inner = await ask('gangnam', `/t/${hostOf('bundang')}~1/sign-in`, { headers });
    expect(inner.status, routed).toBe(404);
    expect(inner.text, routed).not.toContain('Bundang');
    expect((await ask('gangnam', '/console/sign-in', { headers })).status, routed).toBe(404);
  }
});

test('a custom domain serves its tenant, signed in as on no other host', async ({ page }) => {
  await signIn(page, customDomain, 'teacher.b@example.com');
  await expect(page).toHaveURL(urlOf(customDomain));
  await expect(page.getByRole('navigation').first()).toBeVisible();
  const cookies = await page.context().cookies();
  expect(cookies.map(({ domain }) => domain)).not.toContain(product().rootDomain);
  for (const { domain, httpOnly, name } of cookies.filter((c) => /session/.test(c.name))) {
    expect(domain, name).toBe(customDomain);
    expect(httpOnly, name).toBe(true);
  }
});

test('plain localhost, the loopback address and www lead to the root domain', async ({ page }) => {
  const { port } = product();
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `www.${hostOf('root')}:${port}`]) {
    const { status, headers } = await ask('root', '/pricing?a=1', { host });
    expect(status, host).toBe(307);
    expect(headers.location, host).toBe(urlOf('root', '/pricing?a=1'));
  }
  await page.goto(`http://localhost:${port}/`);
  await expect(page).toHaveURL(urlOf('root'));
});
