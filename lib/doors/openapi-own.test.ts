import type { OpenAPI } from '@orpc/openapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../identity/cookies';
import { collectionsProcedures } from '../modules/collections/procedures';
import { invoke } from './callable';
import type { Operation } from './openapi';
import { withOwn } from './openapi-own';
import { handleRest } from './rest';
import { openWorld, type TestMember, type TestTenant, type World } from './testing';

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties: Record<string, unknown> }> };
}

let world: World;
let tenant: TestTenant;
let admin: TestMember;
let path: string;
let collectionId: string;

beforeAll(async () => {
  world = await openWorld();
  tenant = await world.tenant();
  admin = await world.member(tenant, 'admin');
  const { collections, fields } = collectionsProcedures;
  const make = (name: string) => invoke(collections.create, { name }, admin.call());
  collectionId = (await make('Summer students')).id;
  await make('학생');
  const level = { choices: [{ id: 'a', name: 'Low' }] };
  for (const field of [
    { name: 'Name', type: 'text' as const, required: true },
    { name: 'Fee', type: 'money' as const, options: { currency: 'EUR' } },
    { name: 'Level', type: 'select' as const, options: level },
  ]) {
    await invoke(fields.create, { collectionId, ...field }, admin.call());
  }
  path = `/collections/${collectionId}/records`;
});
afterAll(() => world.end());

const ask = async (
  at: TestTenant,
  who?: TestMember,
  accept = 'application/json',
  end = '/openapi.json',
) => {
  const headers = new Headers({ host: at.host, accept });
  if (who) headers.set('cookie', `${sessionCookie()}=${who.token}`);
  return await handleRest(new Request(`http://${at.host}/api/v1${end}`, { headers }), '::1');
};
const documentFor = async (at: TestTenant, who?: TestMember) =>
  (await (await ask(at, who)).json()) as Document;

describe('the description of a tenant’s own collections', () => {
  it('names their fields, in operations of their own', async () => {
    const { paths, components } = await documentFor(tenant, admin);
    const create = paths[path]?.post;
    expect(create).toMatchObject({
      operationId: 'records.create.SummerStudents',
      tags: ['Summer students'],
    });
    expect(create?.requestBody).toMatchObject({
      content: {
        'application/json': {
          schema: { properties: { data: { $ref: '#/components/schemas/SummerStudents-new' } } },
        },
      },
    });
    expect(components.schemas['SummerStudents-new']).toEqual({
      type: 'object',
      title: 'Summer students',
      required: ['name'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', maxLength: 1_000, title: 'Name' },
        fee: {
          type: ['string', 'null'],
          format: 'decimal',
          title: 'Fee',
          description: 'An amount in EUR, to the last digit.',
        },
        level: {
          type: ['string', 'null'],
          enum: ['a', null],
          title: 'Level',
          description: 'a: Low',
        },
      },
    });
    expect(paths[`${path}/{recordId}`]?.patch?.parameters).toEqual([
      expect.objectContaining({ name: 'recordId', in: 'path' }),
      { $ref: '#/components/parameters/IdempotencyKey' },
    ]);
    expect(Object.keys(components.schemas)).toContain('Collection');
  });

  it('is what the operations take and answer', async () => {
    const data = { name: 'Ada', fee: '12.50', level: 'a' };
    const { records } = collectionsProcedures;
    const made = await invoke(records.create, { collectionId, data }, admin.call());
    expect(made.data).toEqual(data);
    const { components } = await documentFor(tenant, admin);
    expect(Object.keys(components.schemas.SummerStudents?.properties ?? {})).toEqual(
      Object.keys(data),
    );
  });

  it('is for those who may see them: no stranger, no other tenant', async () => {
    const other = await world.tenant();
    const theirs = await world.member(other, 'admin');
    for (const text of [
      await (await ask(tenant)).text(),
      await (await ask(tenant, theirs)).text(),
      await (await ask(other, theirs)).text(),
      await (await ask(tenant, undefined, 'text/html', '')).text(),
    ]) {
      expect(text).not.toContain('Summer');
      expect(text).not.toContain(collectionId);
      expect(text).toContain('/collections');
    }
    const guest = await world.member(tenant, 'guest');
    expect(Object.keys((await documentFor(tenant, guest)).paths)).toContain(path);
  });

  it('stands on the reference page, and nothing between keeps it for others', async () => {
    const response = await ask(tenant, admin, 'text/html', '');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('vary')).toContain('cookie');
    const page = await response.text();
    expect(page).toContain('Add a record to Summer students');
    expect(page).toContain('fee');
    expect(page).toContain('학생');
  });

  it('breaks when an operation no longer has the place of a schema', () => {
    const general = { operationId: 'x.make', responses: {} };
    const document = { paths: { '/x': { post: general } } } as unknown as OpenAPI.Document;
    const operation = { of: 'x.make', noun: 'X', tag: 'X', summary: 'X', settled: {} };
    const own = (body: Record<string, string>) => [
      { schemas: {}, operations: [{ ...operation, body, answer: {} }] },
    ];
    expect(() => withOwn(document, own({ '/properties/data': 'X' }))).toThrow('/properties/data');
    expect(Object.keys(withOwn(document, own({})).paths ?? {})).toEqual(['/x']);
  });
});
