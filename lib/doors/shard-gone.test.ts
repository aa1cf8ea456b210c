import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetPlacement } from '@/db/placement';
import { sessionCookie } from '../identity/cookies';
import { handleRest } from './rest';
import { openWorld, type TestMember, type TestTenant, type World } from './testing';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const listCollections = ({ host }: TestTenant, { token }: TestMember) =>
  handleRest(
    new Request(`http://${host}/api/v1/collections`, {
      headers: { host, cookie: `${sessionCookie()}=${token}` },
    }),
    '10.0.0.1',
  );

it('refuses the tenants of a shard that is gone with a time to come back, and nobody else', async () => {
  const [lost, other] = [await world.tenant(), await world.tenant()];
  const [ida, bo] = [await world.member(lost, 'admin'), await world.member(other, 'admin')];
  await world.database.query(
    `with shard as (insert into control.shards (id, name, connection)
       values (app.uuid7(), 'Gone', 'gone') returning id)
     update control.placements set shard_id = shard.id, epoch = 2 from shard where tenant_id = $1`,
    [lost.tenantId],
  );
  forgetPlacement(lost.tenantId);
  const refused = await listCollections(lost, ida);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(await refused.json()).toMatchObject({ code: 'unavailable', retryAfterSeconds: 5 });
  expect((await listCollections(other, bo)).status).toBe(200);
});
