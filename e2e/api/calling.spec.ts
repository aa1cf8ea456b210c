import { randomUUID } from 'node:crypto';
import { ask } from '../support/ask';
import { demoPassword } from '../support/places';
import { bearerOf } from '../support/sign-in';
import { addMember, openTenant } from '../support/tenants';
import { expect, test } from '../support/test';

const student = { email: 'student.a@example.com', password: demoPassword };
const signInAt = (slug: string, json: object) =>
  ask('api', '/api/v1/sign-in', { headers: { 'x-tenant': slug }, json });

test('a client signs in on the API host and reads collections of the tenant it names', async () => {
  const { status, body } = await signInAt('gangnam', student);
  expect(status).toBe(200);
  expect(new Date(body.expiresAt).getTime()).toBeGreaterThan(Date.now());
  expect(body.user).toMatchObject({ email: student.email, name: 'Han Seo-yeon' });
  const slugs = body.memberships.map((one: { tenant: { slug: string } }) => one.tenant.slug);
  expect(slugs.sort()).toEqual(['bundang', 'gangnam']);

  const headers = { authorization: `Bearer ${body.token}`, 'x-tenant': 'gangnam' };
  const collections = await ask('api', '/api/v1/collections', { headers });
  expect(collections.status).toBe(200);
  const names = collections.body.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['Students', 'Lessons']));
});

test('the same address in another pool is another person with another token', async () => {
  const [here, there] = await Promise.all([
    signInAt('gangnam', student),
    signInAt('acme', student),
  ]);
  expect(there.body.user.name).toBe('Sam Archer');
  expect(there.body.user.id).not.toBe(here.body.user.id);
  const crossed = await ask('acme', '/api/v1/collections', {
    headers: { authorization: `Bearer ${here.body.token}` },
  });
  expect(crossed.status).toBe(401);
});

test('a tenant named by its id is the same as by its slug', async () => {
  const { body } = await signInAt('gangnam', student);
  const { tenant } = body.memberships.find(
    (one: { tenant: { slug: string } }) => one.tenant.slug === 'gangnam',
  );
  const authorization = `Bearer ${body.token}`;
  const [bySlug, byId] = await Promise.all(
    ['gangnam', tenant.id].map((name) =>
      ask('api', '/api/v1/collections', { headers: { authorization, 'x-tenant': name } }),
    ),
  );
  expect(byId?.status).toBe(200);
  expect(byId?.text).toBe(bySlug?.text);
});

test('naming no tenant, or another than the host, is an error', async () => {
  const unnamed = await ask('api', '/api/v1/sign-in', { json: student });
  expect(unnamed.status).toBeGreaterThanOrEqual(400);
  expect(unnamed.status).toBeLessThan(500);
  const contradiction = await ask('gangnam', '/api/v1/sign-in', {
    headers: { 'x-tenant': 'acme' },
    json: student,
  });
  expect(contradiction.status).toBe(422);
  expect(contradiction.body.fields).toHaveProperty('X-Tenant');
  const agreeing = await ask('gangnam', '/api/v1/sign-in', {
    headers: { 'x-tenant': 'gangnam' },
    json: student,
  });
  expect(agreeing.status).toBe(200);
});

test('a write repeated under one key happens once', async () => {
  const tenant = await openTenant();
  const { email, password } = tenant.owner;
  const bearer = await bearerOf(tenant.slug, email, password);
  const headers = { ...bearer, 'idempotency-key': randomUUID() };
  const make = (name: string) =>
    ask(tenant.slug, '/api/v1/collections', { headers, json: { name } });

  const [first, second] = await Promise.all([make('Boats'), make('Boats')]);
  expect(first.status).toBe(200);
  expect(second.body.id).toBe(first.body.id);
  const other = await make('Sails');
  expect(other.status).toBe(409);
  const all = await ask(tenant.slug, '/api/v1/collections', { headers: bearer });
  expect(all.body).toHaveLength(1);
});

test('a refusal is a problem document that names the field and the request', async () => {
  const { status, headers, body } = await signInAt('gangnam', { email: 'nobody', password: '' });
  expect(status).toBe(422);
  expect(headers['content-type']).toContain('application/problem+json');
  expect(body).toMatchObject({
    status: 422,
    code: 'invalid',
    fields: { email: expect.any(String), password: expect.any(String) },
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('wrong password, absent account and absent tenant say nothing more than that', async () => {
  const [wrong, absent] = await Promise.all([
    signInAt('gangnam', { ...student, password: 'not-the-password' }),
    signInAt('gangnam', { ...student, email: 'nobody@example.com' }),
  ]);
  const { requestId: _one, ...said } = wrong.body;
  const { requestId: _two, ...alsoSaid } = absent.body;
  expect([wrong.status, said]).toEqual([absent.status, alsoSaid]);
});

test('an id of another tenant and an id of nobody get the same answer', async () => {
  const [mine, other] = [await openTenant(), await openTenant()];
  const bearer = await bearerOf(mine.slug, mine.owner.email, mine.owner.password);
  const theirs = await bearerOf(other.slug, other.owner.email, other.owner.password);
  const made = await ask(other.slug, '/api/v1/collections', {
    headers: theirs,
    json: { name: 'Hidden' },
  });
  const [foreign, absent] = await Promise.all(
    [made.body.id, randomUUID()].map((id) =>
      ask(mine.slug, `/api/v1/collections/${id}`, { headers: bearer }),
    ),
  );
  expect(foreign?.status).toBe(404);
  const { requestId: _one, ...said } = foreign?.body ?? {};
  const { requestId: _two, ...alsoSaid } = absent?.body ?? {};
  expect(said).toEqual(alsoSaid);
});

test('a weak role is told that it may not, and nothing changes', async () => {
  const tenant = await openTenant();
  const guest = await addMember(tenant, 'guest', 'Gus Moor');
  const headers = await bearerOf(tenant.slug, guest.email, guest.password);
  const refused = await ask(tenant.slug, '/api/v1/collections', { headers, json: { name: 'X' } });
  expect(refused.status).toBe(403);
  expect(refused.body.code).toBe('forbidden');
});

test('a write from a page of another host is refused although the cookie came along', async () => {
  const { status, body } = await ask('gangnam', '/api/v1/sign-out', {
    headers: { cookie: 'rowhouse=x', origin: 'http://evil.localhost' },
    json: {},
  });
  expect(status).toBe(403);
  expect(body.code).toBe('forbidden');
});
