import { type SecondServer, startSecondServer } from '@/db/testing/second-server';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';

/** A world whose control plane knows a second server as the shard East. */
export interface ShardWorld {
  world: World;
  second: SecondServer;
  shardIdOf(connection: 'primary' | 'second'): string;
  /** A tenant in the shared tables of a server. */
  tenantOn(connection: 'primary' | 'second'): Promise<TestTenant>;
  end(): Promise<void>;
}

export async function openShardWorld(): Promise<ShardWorld> {
  const second = await startSecondServer();
  const world = await openWorld({ shards: { second: second.urlOf('rowhouse_web') } });
  const { database } = world;
  await database.query(
    `insert into control.shards (id, name, connection) values (app.uuid7(), 'East', 'second')`,
  );
  await database.query('update control.shards set ready_schemas = 0, ready_databases = 0');
  const rows = await database.query<{ id: string; connection: string }>(
    'select id, connection from control.shards',
  );
  const ids = new Map(rows.map(({ id, connection }) => [connection, id]));
  const states = `update control.shards set state = case when connection = $1 then 'open' else $2 end`;
  return {
    world,
    second,
    shardIdOf: (connection) => ids.get(connection) ?? '',
    tenantOn: async (connection) => {
      await database.query(states, [connection, 'closed']);
      const tenant = await world.tenant();
      await database.query(states, [connection, 'open']);
      return tenant;
    },
    end: async () => {
      await world.end();
      await second.remove();
    },
  };
}
