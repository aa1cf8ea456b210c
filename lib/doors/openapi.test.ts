import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from '../errors';
import { router } from '../router';
import { listProcedures } from './job';
import type { Operation } from './openapi';
import { metaOf } from './procedure';
import { handleRest } from './rest';
import { openWorld, type TestMember, type TestTenant, type World } from './testing';

interface Document {
  info: { title: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: { Problem: { properties: object; required: string[] } };
    responses: Record<string, { content: Record<string, { example: Record<string, unknown> }> }>;
    securitySchemes: Record<string, unknown>;
  };
}

let world: World;
let tenant: TestTenant;
let admin: TestMember;
beforeAll(async () => {
  world = await openWorld();
  tenant = await world.tenant();
  admin = await world.member(tenant, 'admin');
});
afterAll(() => world.end());

const ask = (host: string, path: string, headers: Record<string, string> = {}) =>
  handleRest(
    new Request(`http://${host}/api/v1${path}`, { headers: { host, ...headers } }),
    '127.0.0.1',
  );

const documentAt = async (host: string) =>
  (await (await ask(host, '/openapi.json')).json()) as Document;

const idsIn = ({ paths }: Document) =>
  Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .map((operation) => operation.operationId)
    .sort();

const declared = (zone: string) =>
  listProcedures(router)
    .map(metaOf)
    .filter((meta) => meta.path && meta.permission !== 'job' && (meta.zone ?? 'tenant') === zone)
    .map(({ name }) => name)
    .sort();

describe('the OpenAPI document', () => {
  it('lists every procedure of its zone that has a path, and no other', async () => {
    expect(idsIn(await documentAt(tenant.host))).toEqual(declared('tenant'));
    expect(idsIn(await documentAt('api.rowhouse.localhost'))).toEqual(declared('tenant'));
    expect(idsIn(await documentAt('rowhouse.localhost'))).toEqual(declared('site'));
    expect(declared('tenant').length).toBeGreaterThan(40);
  });

  it('says how to authenticate, and that X-Tenant belongs to the API host', async () => {
    const here = await documentAt(tenant.host);
    const shared = await documentAt('api.rowhouse.localhost');
    expect(Object.keys(here.components.securitySchemes)).toEqual(['bearer']);
    expect(Object.keys(shared.components.securitySchemes)).toEqual(['bearer', 'tenant']);
    expect(here.paths['/people']?.get?.security).toEqual([{ bearer: [] }]);
    expect(shared.paths['/people']?.get?.security).toEqual([{ bearer: [], tenant: [] }]);
    expect(here.paths['/sign-in']?.post?.security).toEqual([]);
  });

  it('shows errors in the shape in which they come', async () => {
    const { components } = await documentAt(tenant.host);
    const known = Object.keys(components.schemas.Problem.properties);
    const refused = await ask(tenant.host, '/people?size=0', {
      authorization: `Bearer ${'x'.repeat(30)}`,
    });
    const real = (await refused.json()) as Record<string, unknown>;
    expect(refused.status).toBe(errorCodes.unauthenticated);
    expect(known).toEqual(expect.arrayContaining(Object.keys(real)));
    const example = components.responses.Unauthenticated?.content['application/problem+json'];
    expect(Object.keys(example?.example ?? {})).toEqual(Object.keys(real));
    expect(Object.keys(components.responses)).toHaveLength(Object.keys(errorCodes).length);
    for (const { content } of Object.values(components.responses)) {
      const shown = content['application/problem+json']?.example ?? {};
      expect(known).toEqual(expect.arrayContaining(Object.keys(shown)));
      expect(Object.keys(shown)).toEqual(
        expect.arrayContaining(components.schemas.Problem.required),
      );
      expect(shown.status).toBe(errorCodes[shown.code as keyof typeof errorCodes]);
    }
  });

  it('leaves out the operations of a module that is off', async () => {
    const other = await world.tenant();
    await world.database.query(
      `insert into control.tenant_modules (tenant_id, id, module, enabled)
       values ($1, app.uuid7(), 'collections', false)`,
      [other.tenantId],
    );
    const { paths } = await documentAt(other.host);
    expect(Object.keys(paths).filter((path) => path.startsWith('/collections'))).toEqual([]);
    expect(paths['/people']).toBeDefined();
  });

  it('keeps staff operations to staff, and says nothing of an unknown host', async () => {
    expect((await ask('console.rowhouse.localhost', '/openapi.json')).status).toBe(401);
    expect((await ask('nobody-here.rowhouse.localhost', '/openapi.json')).status).toBe(404);
  });
});

describe('the reference page', () => {
  it('stands at the root for a browser, without scripts, and names every operation', async () => {
    const response = await ask(tenant.host, '', { accept: 'text/html,*/*' });
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|https?:\/\/(?!t-)[^\s"'<]*\.(js|css)/);
    for (const name of declared('tenant')) expect(page).toContain(name.replaceAll('.', '-'));
    expect((await ask(tenant.host, '')).headers.get('content-type')).toBe('application/json');
  });

  it('bears the tenant’s name and nowhere the platform’s', async () => {
    const page = await (await ask(tenant.host, '', { accept: 'text/html' })).text();
    const text = (page + JSON.stringify(await documentAt(tenant.host))).replaceAll(
      tenant.host,
      'host',
    );
    expect(page).toContain(`${tenant.slug} API`);
    expect(text).not.toMatch(/rowhouse/i);
  });

  it('escapes what a tenant calls itself', async () => {
    const other = await world.tenant();
    await world.database.query(`update control.tenants set name = $2 where id = $1`, [
      other.tenantId,
      '<img src=x onerror=alert(1)>"&',
    ]);
    const page = await (await ask(other.host, '', { accept: 'text/html' })).text();
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x');
  });
});

describe('procedures without a path', () => {
  it('have no REST door', async () => {
    const body = JSON.stringify({ email: admin.email, password: 'whatever it is' });
    const headers = { host: tenant.host, 'content-type': 'application/json' };
    const url = `http://${tenant.host}/api/v1/signIn/withPassword`;
    const response = await handleRest(new Request(url, { method: 'POST', headers, body }), '::1');
    expect(await response.json()).toMatchObject({ detail: 'There is no such operation.' });
  });
});
