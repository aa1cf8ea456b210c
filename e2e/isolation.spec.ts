import type { BrowserContext, Page } from '@playwright/test';
import { ask } from './support/ask';
import { hostOf, urlOf } from './support/places';
import { bearerOf, signIn } from './support/sign-in';
import { addMember, enter, type OwnTenant, openTenant } from './support/tenants';
import { expect, test } from './support/test';

const admin = 'admin@gangnam.example';
const student = 'student.a@example.com';

const canary = 'Canary of the other house';

const cookieHeader = async (context: BrowserContext, place: string) =>
  (await context.cookies(urlOf(place))).map(({ name, value }) => `${name}=${value}`).join('; ');

test('a member of one tenant is nobody on another’s host', async ({ page }) => {
  await signIn(page, 'gangnam', admin);
  for (const path of ['/', '/collections', '/settings/people', '/account']) {
    await page.goto(urlOf('metro', path));
    await expect(page).toHaveURL(new RegExp(`^${urlOf('metro', '/sign-in')}`));
    await expect(page.getByText('Gangnam')).toHaveCount(0);
  }
  await page.goto(urlOf('gangnam'));
  await expect(page).toHaveURL(urlOf('gangnam'));
});

test('every cookie stays on the host that set it and out of scripts', async ({ page, context }) => {
  await signIn(page, 'gangnam', admin);
  const cookies = await context.cookies();
  const own = cookies.filter(({ name }) => /session/.test(name));
  expect(own).toHaveLength(1);
  for (const { domain, name, httpOnly, sameSite, path } of cookies) {
    // A leading dot would mean: the subdomains as well.
    expect(domain, name).toBe(hostOf('gangnam'));
    expect([sameSite, path], name).toEqual(['Lax', '/']);
    if (own[0]?.name === name) expect(httpOnly).toBe(true);
  }
  for (const place of ['metro', 'bundang', 'root', 'console', 'api']) {
    expect(await cookieHeader(context, place), place).toBe('');
  }
});

test('a session carried to another host by hand opens nothing there', async ({ page, context }) => {
  await signIn(page, 'gangnam', student);
  const cookie = await cookieHeader(context, 'gangnam');
  const here = await ask('gangnam', '/api/v1/account', { headers: { cookie } });
  expect(here.body.email).toBe(student);
  // The student belongs to bundang too, but this session was opened at gangnam.
  for (const place of ['bundang', 'daechi', 'acme', 'metro']) {
    const api = await ask(place, '/api/v1/account', { headers: { cookie } });
    expect(api.status, place).toBe(401);
    const home = await ask(place, '/', { headers: { cookie } });
    expect([303, 307], place).toContain(home.status);
    expect(home.headers.location, place).toContain('/sign-in');
  }
  const staff = await ask('console', '/api/v1/tenants', { headers: { cookie } });
  expect(staff.status).toBe(401);
});

test('an API token of one tenant is none at another, however the tenant is named', async () => {
  const headers = await bearerOf('gangnam', admin);
  expect((await ask('gangnam', '/api/v1/people', { headers })).status).toBe(200);
  expect((await ask('metro', '/api/v1/people', { headers })).status).toBe(401);
  const named = { ...headers, 'x-tenant': 'metro' };
  expect((await ask('api', '/api/v1/people', { headers: named })).status).toBe(401);
  expect((await ask('gangnam', '/api/v1/people', { headers: named })).status).toBe(422);
});

test('the app’s own tree cannot be asked for with a session either', async ({ page, context }) => {
  await signIn(page, 'gangnam', admin);
  const cookie = await cookieHeader(context, 'gangnam');
  const segment = `${hostOf('metro')}~1`;
  const paths = [
    `/t/${segment}`,
    `/t/${segment}/collections`,
    `/t%2F${segment}`,
    '/console/tenants',
  ];
  for (const place of ['gangnam', 'metro', 'root', 'console']) {
    for (const path of paths) {
      const { status, text } = await ask(place, path, { headers: { cookie } });
      expect(status, `${place}${path}`).toBe(404);
      // Its own page that says so bears the tenant's name, as its sign-in page does.
      expect(text, `${place}${path}`).not.toContain(place === 'metro' ? 'Sign out' : 'Metro');
    }
  }
});

test('ids of another tenant lead nowhere, on either host', async ({
  page,
  anotherDevice,
  complaints,
}) => {
  complaints.expect(/404/);
  const [one, two] = [await openTenant('sample'), await openTenant('sample')];
  const theirs = await prepare(await anotherDevice(), two);
  await enter(page, one);

  for (const path of theirs.api) {
    const { status, text } = await fetchIn(page, path);
    expect(status, path).toBe(404);
    expect(text, path).not.toContain(canary);
  }
  for (const path of theirs.pages) {
    await page.goto(urlOf(one.slug, path));
    await expect(page.getByText('There is nothing here'), path).toBeVisible();
    expect(await page.content(), path).not.toContain(canary);
    await page.goto(urlOf(two.slug, path));
    await expect(page, path).toHaveURL(new RegExp(`^${urlOf(two.slug, '/sign-in')}`));
    expect(await page.content(), path).not.toContain(canary);
  }
});

test('a hostile page on a sibling host neither reads nor writes', async ({ page, complaints }) => {
  complaints.expect(/403|CORS|ERR_FAILED/);
  const [victim, sibling] = [await openTenant('sample'), await openTenant()];
  await enter(page, victim);
  const collections = urlOf(victim.slug, '/api/v1/collections');
  const before = await fetchIn(page, collections);
  expect(before.status).toBe(200);

  const lair = urlOf(sibling.slug, '/lair');
  await page.route(lair, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Lair</title>' }),
  );
  await page.goto(lair);
  expect(await fetchIn(page, collections)).toEqual({ status: 0, text: '' });
  const sent = page.waitForRequest((one) => one.url() === collections && one.method() === 'POST');
  await fetchIn(page, collections, { name: 'Planted' });
  // The cookie does go along, for siblings are one site to a browser: what refuses is the origin.
  expect((await (await sent).allHeaders()).cookie).toContain('session');

  await page.goto(urlOf(victim.slug));
  expect(await fetchIn(page, collections)).toEqual(before);
});

/** Somebody's own things: what is theirs to see, as addresses, each of which they see. */
async function prepare(page: Page, tenant: OwnTenant) {
  const { slug, owner } = tenant;
  await enter(page, tenant);
  const headers = await bearerOf(slug, owner.email, owner.password);
  const make = async (path: string, json: object) => {
    const { status, body, text } = await ask(slug, `/api/v1${path}`, { headers, json });
    expect(status, text).toBe(200);
    return body.id as string;
  };
  const collection = await make('/collections', { name: canary });
  const file = await upload(page);
  const people = await ask(slug, '/api/v1/people', { headers });
  const api = [
    `/api/v1/collections/${collection}`,
    `/api/v1/collections/${collection}/records`,
    `/api/v1/collections/${collection}/export`,
    `/api/v1/files/${file}`,
    `/api/v1/people/${people.body.people[0].id}`,
  ];
  const pages = [`/collections/${collection}`, `/collections/${collection}/import`];
  for (const path of [...api, ...pages]) {
    expect((await fetchIn(page, path)).status, path).toBe(200);
  }
  return { api, pages, headers };
}

const upload = (page: Page) =>
  page.evaluate(async (name) => {
    const body = new FormData();
    body.append('file', new File([`${name}\n1\n`], 'canary.csv', { type: 'text/csv' }));
    const answer = await fetch('/api/v1/files', { method: 'POST', body });
    return ((await answer.json()) as { id: string }).id;
  }, canary);

/** What a script of the open page gets with the browser's cookies; status 0 when nothing at all. */
const fetchIn = (page: Page, url: string, json?: object) =>
  page.evaluate(
    async ([to, body]) => {
      const write = { method: 'POST', mode: 'no-cors', body } as const;
      try {
        const answer = await fetch(String(to), { credentials: 'include', ...(body && write) });
        return { status: answer.status, text: await answer.text() };
      } catch {
        return { status: 0, text: '' };
      }
    },
    [url, json && JSON.stringify(json)],
  );

test('two browsers at two tenants each see their own and nothing of the other', async ({
  page,
  anotherDevice,
}) => {
  const [one, two] = [await openTenant('sample'), await openTenant('sample')];
  const other = await anotherDevice();
  await enter(page, one);
  await enter(other, two);
  for (const path of ['/', '/collections', '/settings/people', '/settings/audit', '/account']) {
    await Promise.all([page.goto(urlOf(one.slug, path)), other.goto(urlOf(two.slug, path))]);
    await expect(page.locator('body'), path).toContainText(one.name);
    await expect(other.locator('body'), path).toContainText(two.name);
    expect(await page.content(), path).not.toContain(two.slug);
    expect(await other.content(), path).not.toContain(one.slug);
  }
});

test('a page is lost at the very next request once the role is gone', async ({
  page,
  complaints,
}) => {
  complaints.expect(/40[134]/);
  const tenant = await openTenant();
  const { slug, owner } = tenant;
  const colleague = await addMember(tenant, 'admin', 'Ida Stone');
  await signIn(page, slug, colleague.email, colleague.password);
  await page.goto(urlOf(slug, '/settings/audit'));
  await expect(page.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible();
  expect((await fetchIn(page, '/api/v1/audit')).status).toBe(200);

  const headers = await bearerOf(slug, owner.email, owner.password);
  const { body: found } = await ask(slug, '/api/v1/people', { headers });
  const { body: roles } = await ask(slug, '/api/v1/roles', { headers });
  const person = found.people.find(({ email }: { email: string }) => email === colleague.email);
  const basic = roles.roles.find(({ key }: { key: string }) => key === 'basic');
  const manage = async (method: string, path: string, json: object) => {
    const { status, text } = await ask(slug, `/api/v1/people/${path}`, { method, headers, json });
    expect(status, text).toBe(200);
  };
  const change = { roleIds: [basic.id], reason: 'Does something else from today' };
  await manage('PUT', `${person.id}/roles`, change);
  expect((await fetchIn(page, '/api/v1/audit')).status).toBe(403);
  await page.reload();
  await expect(page.getByText('Your role does not open this page')).toBeVisible();
  expect((await fetchIn(page, '/api/v1/people')).status).toBe(200);

  await manage('DELETE', person.id, { reason: 'Left the house' });
  expect((await fetchIn(page, '/api/v1/people')).status).toBe(401);
  await page.goto(urlOf(slug, '/account'));
  await expect(page).toHaveURL(/\/sign-in/);
});
