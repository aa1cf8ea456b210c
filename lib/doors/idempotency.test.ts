import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setTestTier } from '@/db/testing/tier';
import { collectionsProcedures } from '../modules/collections/procedures';
import { invoke } from './callable';
import { openWorld, type World } from './testing';

const { create } = collectionsProcedures.collections;

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

it.each(['pooled', 'schema', 'database'] as const)(
  'keeps of a call a hash that nobody can guess along, and a week of keys, at the %s tier',
  async (tier) => {
    setTestTier(tier);
    const tenant = await world.tenant().finally(() => setTestTier('pooled'));
    const admin = await world.member(tenant, 'admin');
    const plant = (key: string, days: number) =>
      world.rowsOf(
        tenant,
        `insert into idempotency_keys (tenant_id, id, key, actor_id, procedure, request_hash, created_at)
         values ($1, $2, $3, $4, 'x', 'x', now() - make_interval(days => $5))`,
        [
          tenant.tenantId,
          uuidv7({ msecs: Date.now() - days * 86_400_000 }),
          key,
          admin.userId,
          days,
        ],
      );
    await plant('old', 8);
    await plant('young', 6);
    const input = { name: 'Singers' };
    const call = () => ({ ...admin.call(), idempotencyKey: 'once' });
    const made = await invoke(create, input, call());
    expect(await invoke(create, input, call())).toMatchObject({ id: made.id });
    await expect(invoke(create, { name: 'Other' }, call())).rejects.toMatchObject({
      code: 'conflict',
    });
    const kept = await world.rowsOf<{ key: string; hash: string }>(
      tenant,
      'select key, request_hash as hash from idempotency_keys where tenant_id = $1 order by key',
      [tenant.tenantId],
    );
    expect(kept.map(({ key }) => key)).toEqual(['once', 'young']);
    const plain = createHash('sha256').update(JSON.stringify(['collections.create', input]));
    expect(kept[0]?.hash).not.toBe(plain.digest('hex'));
  },
);
