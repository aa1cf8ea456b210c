import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Cookie, Page } from '@playwright/test';
import { ask } from './support/ask';
import { expectAccessible, expectReadable } from './support/axe';
import { enterConsole, suspend } from './support/console';
import { openForm } from './support/forms';
import { urlOf } from './support/places';
import { bearerOf, signIn } from './support/sign-in';
import { askStaff } from './support/staff';
import { inviteByMail, linkMailedTo, newSlug, openTenant } from './support/tenants';
import { expect, test } from './support/test';
import { sellPlan, signOwn } from './support/user-plans';

const app = fileURLToPath(new URL('../app', import.meta.url));

// Shown only while the directory or a tenant's server cannot be reached, so no address leads there.
const unreachable = ['site/[language]/unavailable', 't/[host]/unavailable'];

const routes = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => file.replace(/\/?page\.tsx$/, ''))
  .filter((route) => !unreachable.includes(route))
  .sort();

// A page that its query makes quite another one.
const timeline = 't/[host]/(member)/collections/[id]?as=timeline';

// Pages that answer with an error status, which a browser puts into its console.
const notices = /unknown-host|suspended|\[\.\.\.rest\]/;

/** Addresses of the routes that need something made or found first. */
const addresses: Record<string, (page: Page) => Promise<string>> = {
  'site/[language]/unknown-host': async () => urlOf('nobody-lives-here'),
  'console/(staff)/tenants/[id]': async () => urlOf('console', `/tenants/${await gangnamId()}`),
  'console/(staff)/tenants/[id]/move': async () =>
    urlOf('console', `/tenants/${await gangnamId()}/move?tier=schema`),
  'site/[language]/start/opening/[ticket]': async () => (await walledTenant()).url,
  'console/(staff)/tenants/[id]/opening': async () =>
    urlOf('console', `/tenants/${(await walledTenant()).tenantId}/opening`),
  'console/(staff)/flags/[flag]': async () => urlOf('console', '/flags/records.search'),
  'console/(staff)/plans/[id]': async () => urlOf('console', `/plans/${await planId()}`),
  'console/(staff)/shards/[id]': async () => urlOf('console', `/shards/${await shardId()}`),
  'console/(staff)/moves/[id]': async () => urlOf('console', `/moves/${await heldMove()}`),
  't/[host]/(auth)/invitation/[token]': async () => {
    const tenant = await openTenant();
    return await inviteByMail(tenant, 'basic', `guest@${tenant.slug}.example`);
  },
  't/[host]/(auth)/join/[token]': async () => urlOf('gangnam', `/join/${'a'.repeat(43)}`),
  't/[host]/(auth)/claim/[token]': async () => urlOf('gangnam', `/claim/${'a'.repeat(43)}`),
  't/[host]/(auth)/magic-link/[token]': async () => await mailedLink('/api/v1/sign-in-links'),
  't/[host]/(auth)/reset/[token]': async () => await mailedLink('/api/v1/password-resets'),
  't/[host]/(auth)/sign-in/sso/confirm/[token]': async () =>
    urlOf('gangnam', `/sign-in/sso/confirm/${'a'.repeat(43)}`),
  't/[host]/(member)/collections/[id]': async () => await collection(''),
  [timeline]: async () => await collection('?as=timeline&date=enrolled_on&lanes=grade'),
  't/[host]/(member)/collections/[id]/records/[recordId]': async () =>
    await collection(`/records/${await studentRecord()}`),
  't/[host]/(member)/collections/[id]/access': async () => await collection('/access'),
  't/[host]/(member)/collections/[id]/trash': async () => await collection('/trash'),
  't/[host]/(member)/collections/[id]/form': async () => await collection('/form'),
  't/[host]/(member)/settings/developers/webhooks/[id]': async (page) => await webhook(page),
  't/[host]/(member)/settings/roles/[id]': async () => await ownRole(''),
  't/[host]/(member)/settings/roles/[id]/view': async () => await ownRole('/view'),
  't/[host]/(member)/settings/user-plans/[id]': async () => await ownPlan(''),
  't/[host]/(member)/settings/user-plans/subscriptions/[id]': async () =>
    await ownPlan('/subscriptions'),
  't/[host]/(member)/settings/people/teams/[id]': async () => await team(),
  't/[host]/(member)/tasks/[id]': async () => await demoTask(''),
  't/[host]/(member)/tasks/[id]/edit': async () => await demoTask('/edit'),
  't/[host]/(member)/tasks/[id]/people/[userId]': async () => await demoTask('/people'),
  't/[host]/(member)/shared/[id]': async () => await sharedView(),
  't/[host]/f/[token]': async () => (await openForm()).url,
  't/[host]/(member)/collections/[id]/import': async () => await collection('/import'),
  't/[host]/(member)/collections/[id]/transfers': async () => await collection('/transfers'),
  't/[host]/suspended': async (page) => {
    const { id, slug } = await openTenant();
    await enterConsole(page);
    await suspend(page, id, 'To look at the notice');
    return urlOf(slug);
  },
};

// A colour is the same at any width, so the dark scheme is looked at once.
const sizes = [
  { width: 1440, height: 900, schemes: ['light', 'dark'] },
  { width: 390, height: 844, schemes: ['light'] },
];

for (const route of [...routes, timeline]) {
  test(`everybody can use /${route}`, async ({ page, complaints }) => {
    test.slow();
    if (notices.test(route)) complaints.expect(/status of (404|503)/);
    const address = await (addresses[route]?.(page) ?? addressOf(route));
    await become(page, route);
    await page.goto(address);
    await expect(page.locator('main').first()).toBeVisible();
    for (const { width, height, schemes } of sizes) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await expectAccessible(page, `/${route}, ${width} px, light`);
      if (schemes.includes('dark')) {
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        await expectReadable(page, `/${route}, ${width} px, dark`);
      }
      const { scroll, inner } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        inner: window.innerWidth,
      }));
      expect(scroll, `/${route} scrolls sideways at ${width} px`).toBeLessThanOrEqual(inner);
    }
  });
}

function addressOf(route: string): string {
  const [zone, ...inner] = route.split('/');
  // The segment that a rewrite fills is no part of the address.
  const parts = zone === 'console' ? inner : inner.slice(1);
  const path = parts
    .filter((part) => !part.startsWith('('))
    .map((part) => (part.startsWith('[...') ? 'nowhere-at-all' : part))
    .join('/');
  if (path.includes('[')) throw new Error(`Say in this file what stands for the [] of ${route}.`);
  const places: Record<string, string> = { site: 'root', console: 'console', t: 'gangnam' };
  return urlOf(places[zone ?? ''] ?? 'root', `/${path}`);
}

const jars = new Map<string, Cookie[]>();

/** Signs in whoever a route is for, once per worker. */
async function become(page: Page, route: string) {
  const who = /\((member|staff)\)/.exec(route)?.[1];
  if (!who) return;
  const known = jars.get(who);
  if (known) return await page.context().addCookies(known);
  if (who === 'staff') await enterConsole(page);
  else await signIn(page, 'gangnam', 'admin@gangnam.example');
  jars.set(who, await page.context().cookies());
}

/** One that a founder has just asked for. */
async function walledTenant(): Promise<{ tenantId: string; url: string }> {
  const slug = newSlug();
  const owner = { name: 'Olga', email: `olga@${slug}.example`, password: 'nine-quiet-harbours' };
  const json = { name: 'Walled', slug, tier: 'database', look: { color: '#1f5fae' }, owner };
  return (await ask('root', '/api/v1/sign-up', { json })).body;
}

async function mailedLink(path: string) {
  const { slug, owner } = await openTenant();
  const asked = await ask(slug, path, { json: { email: owner.email } });
  expect(asked.status, asked.text).toBe(200);
  return await linkMailedTo(owner.email);
}

/** Made on its page: a secret is told to a proof of the last minutes, which no token carries. */
async function webhook(page: Page) {
  const list = urlOf('gangnam', '/settings/developers');
  jars.delete('member');
  await become(page, '(member)');
  await page.goto(list);
  const link = page.getByRole('link', { name: 'Accessible', exact: true });
  if ((await link.count()) === 0) {
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await page.getByLabel('Name').fill('Accessible');
    await page.getByLabel('Address').fill('https://hooks.example/');
    await page.getByRole('dialog').getByRole('button', { name: 'Add webhook' }).click();
    await expect(page.getByText('Copy the secret now')).toBeVisible();
    await page.goto(list);
  }
  return urlOf('gangnam', (await link.getAttribute('href')) ?? '');
}

async function students() {
  const headers = await bearerOf('gangnam', 'admin@gangnam.example');
  const { body } = await ask('gangnam', '/api/v1/collections', { headers });
  const { id } = body.find(({ name }: { name: string }) => name === 'Students');
  return { headers, id };
}

const collection = async (rest: string) =>
  urlOf('gangnam', `/collections/${(await students()).id}${rest}`);

async function studentRecord(): Promise<string> {
  const { headers, id } = await students();
  const { body } = await ask('gangnam', `/api/v1/collections/${id}/records`, { headers });
  return body.records[0].id;
}

/** A role that gangnam made itself, for the first who asks. */
async function ownRole(rest: string): Promise<string> {
  const headers = await bearerOf('gangnam', 'admin@gangnam.example');
  const name = 'Front desk';
  const json = { name, base: 'basic', permissions: ['people.read'] };
  await ask('gangnam', '/api/v1/roles', { headers, json });
  const { body } = await ask('gangnam', '/api/v1/roles', { headers });
  const { id } = body.roles.find((role: { name: string }) => role.name === name);
  return urlOf('gangnam', `/settings/roles/${id}${rest}`);
}

/** A plan of gangnam's for its people, or the subscription of who signed it. */
async function ownPlan(path: '' | '/subscriptions'): Promise<string> {
  const admin = { slug: 'gangnam', email: 'admin@gangnam.example' };
  const id = await sellPlan(admin, `Club ${newSlug()}`);
  const shown = path ? await signOwn(admin, id) : id;
  return urlOf('gangnam', `/settings/user-plans${path}/${shown}`);
}

/** A team of gangnam's, for the first who asks. */
async function team(): Promise<string> {
  const headers = await bearerOf('gangnam', 'admin@gangnam.example');
  await ask('gangnam', '/api/v1/teams', { headers, json: { name: 'Front desk' } });
  const { body } = await ask('gangnam', '/api/v1/teams?q=front%20desk', { headers });
  return urlOf('gangnam', `/settings/people/teams/${body.teams[0].id}`);
}

/** A task of the demo world that somebody handed in. */
async function demoTask(path: '' | '/edit' | '/people'): Promise<string> {
  const headers = await bearerOf('gangnam', 'admin@gangnam.example');
  const { body } = await ask('gangnam', '/api/v1/tasks/queue?size=1', { headers });
  const [{ taskId, userId }] = body.waiting;
  const below = path === '/people' ? `/people/${userId}` : path;
  return urlOf('gangnam', `/tasks/${taskId}${below}`);
}

/** What bundang shows to the admins of gangnam. */
async function sharedView(): Promise<string> {
  const there = await bearerOf('bundang', 'admin@bundang.example');
  const asked = await ask('bundang', '/api/v1/grant-choices', { headers: there });
  const [{ view, places }] = asked.body.views;
  const place = places.find(({ personFields }: { personFields: [] }) => personFields.length > 0);
  const given = await ask('bundang', '/api/v1/grants', {
    headers: there,
    json: {
      ...{ view, address: 'gangnam', placeId: place.id, roles: ['admin'], purpose: 'To look at' },
      fieldIds: [place.fields[0].id],
      personFieldId: place.personFields[0].id,
      endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
  });
  expect(given.status, given.text).toBe(200);
  const headers = await bearerOf('gangnam', 'admin@gangnam.example');
  const path = `/api/v1/received-grants/${given.body.id}`;
  await ask('gangnam', path, { headers, method: 'PUT', json: {} });
  return urlOf('gangnam', `/shared/${given.body.id}`);
}

/** A move of a tenant nobody else knows, that waits for a word. */
async function heldMove(): Promise<string> {
  const { id } = await openTenant();
  const json = { tier: 'schema', shardId: await shardId(), wish: 'follow', reason: 'To look at' };
  return (await askStaff(`/api/v1/tenants/${id}/moves`, json)).body.moveId;
}

async function planId(): Promise<string> {
  return (await askStaff('/api/v1/plans')).body.plans[0].id;
}

async function shardId(): Promise<string> {
  return (await askStaff('/api/v1/move-targets')).body.shards[0].id;
}

async function gangnamId(): Promise<string> {
  const headers = await bearerOf('gangnam', 'admin@gangnam.example');
  const { body } = await ask('gangnam', '/api/v1/places', { headers });
  return body.find(({ isHere }: { isHere: boolean }) => isHere).id;
}
