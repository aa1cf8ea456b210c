import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';

let world: World;
let tenant: TestTenant;
let shardId: string;

beforeAll(async () => {
  world = await openWorld();
  tenant = await world.tenant();
  const [shard] = await world.database.query<{ id: string }>('select id from control.shards');
  shardId = shard?.id ?? '';
});
afterAll(() => world.end());

/** One statement with the console's rights and somebody of staff in scope. */
async function asConsole(text: string, values: unknown[]) {
  const client = new pg.Client({ connectionString: world.database.urlOf('rowhouse_platform') });
  await client.connect();
  try {
    await client.query(`begin; select set_config('app.staff', '${randomUUID()}', true)`);
    await client.query(text, values);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

const ask = async (id: string) =>
  await asConsole(
    `insert into control.moves (tenant_id, id, target_tier, target_shard_id, reason)
     values ($1, $2, 'schema', $3, 'a test')`,
    [tenant.tenantId, id, shardId],
  );

describe('SQL with the rights of the console', () => {
  it('asks for a move and steers it', async () => {
    const id = randomUUID();
    await ask(id);
    await asConsole(`update control.moves set wish = 'abandon' where id = $1`, [id]);
    await world.database.query('delete from control.moves where id = $1', [id]);
  });

  it('cannot forge a move whose old home the operator would take down', async () => {
    const source = JSON.stringify({ tier: 'pooled', schemaName: 'pooled', roleName: 'other' });
    const forged = `insert into control.moves (tenant_id, id, target_tier, target_shard_id, reason,
      state, source, finished_at, release_asked_at)
      values ($1, gen_random_uuid(), 'schema', $2, 'forged', 'done', $3, now(), now())`;
    await expect(asConsole(forged, [tenant.tenantId, shardId, source])).rejects.toMatchObject({
      code: '42501',
    });
  });

  it.each([`source = '{}'`, `target = '{}'`, `state = 'done'`, 'epoch = 1', 'tenant_id = id'])(
    'cannot set %s',
    async (change) => {
      const text = `update control.moves set ${change}`;
      await expect(asConsole(text, [])).rejects.toMatchObject({ code: '42501' });
    },
  );

  it.each(['restore.in_place', 'removal', 'export'])(
    'cannot ask the operator for %s',
    async (kind) => {
      const text = 'insert into control.operations (tenant_id, id, kind) values ($1, $1, $2)';
      const asked = asConsole(text, [tenant.tenantId, kind]);
      await expect(asked).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('cannot hasten a removal, nor say that one was carried out', async () => {
    for (const change of [
      `state = 'removed'`,
      `state = 'removing'`,
      `slug = 'x'`,
      'due_at = now()',
    ]) {
      await world.database.query(
        `insert into control.deletions (tenant_id, id, slug, name, asked_by_name, due_at)
         values ($1, $1, 's', 'n', 'x', now() + interval '14 days') on conflict do nothing`,
        [tenant.tenantId],
      );
      const text = `update control.deletions set ${change} where tenant_id = $1`;
      const changed = asConsole(text, [tenant.tenantId]);
      await expect(changed).rejects.toMatchObject({ code: '42501' });
    }
  });
});
