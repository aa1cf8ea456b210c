import { type Home, type HomeTier, homeColumns } from './home';
import { dismantleHome, onControl, prepareHome, type Shard } from './prepare';
import { connectTimeoutMs, onServer, operatorUrl, type Servers } from './servers';

/** A home that was begun or taken this long ago and holds no tenant was given up by its maker. */
const givenUpAfter = '10 minutes';

export interface StockReport {
  prepared: number;
  dismantled: number;
  faults: { shard: string; tier: HomeTier; error: unknown }[];
}

interface Want extends Shard {
  name: string;
  tier: HomeTier;
  missing: number;
}

/**
 * Takes down homes that were given up and prepares those missing from every open shard's stock. A
 * shard that fails is reported and does not hold up the others.
 */
export async function keepStock(servers: Servers): Promise<StockReport> {
  const report: StockReport = { prepared: 0, dismantled: 0, faults: [] };
  for (const home of await givenUp(servers)) {
    try {
      await dismantleHome(servers, home);
      report.dismantled += 1;
    } catch (error) {
      report.faults.push({ shard: home.connection, tier: home.tier, error });
    }
  }
  for (const want of await wanted(servers)) {
    try {
      // One that does not answer gets no entry that somebody has to clear away later.
      await onServer(operatorUrl(servers, want.connection), (client) => client.query('select 1'), {
        answerMs: connectTimeoutMs,
      });
      for (let n = 0; n < want.missing; n++) {
        await prepareHome(servers, want, { tier: want.tier });
        report.prepared += 1;
      }
    } catch (error) {
      report.faults.push({ shard: want.name, tier: want.tier, error });
    }
  }
  return report;
}

const givenUp = (servers: Servers) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Home>(
      `select ${homeColumns} from control.homes h join control.shards s on s.id = h.shard_id
       left join control.shard_loads l on l.shard_id = s.id
       where l.down_since is null and h.state <> 'ready' and h.changed_at < now() - interval '${givenUpAfter}'
         and not exists (select 1 from control.placements p where p.role_name = h.role_name)
         and not exists (select 1 from control.moves m
           where m.state <> 'abandoned' and m.released_at is null
             and h.role_name in (m.source ->> 'roleName', m.target ->> 'roleName'))
         and not exists (select 1 from control.openings p
           where p.home_id = h.id and p.ended_at is null)
         and not exists (select 1 from control.operations o
           where o.state = 'running' and o.progress ->> 'home' = h.role_name)`,
    );
    return rows.filter(({ connection }) => connection in servers.urls);
  });

const wanted = (servers: Servers) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Want>(
      `select s.id, s.connection, s.name, w.tier, w.stock - (
         select count(*)::int from control.homes h
         where h.shard_id = s.id and h.tier = w.tier and h.state = 'ready') as missing
       from control.shards s left join control.shard_loads l on l.shard_id = s.id
       cross join lateral (values ('schema', s.ready_schemas), ('database', s.ready_databases)) w(tier, stock)
       where s.state = 'open' and l.down_since is null and w.tier = any(s.tiers) order by s.name, w.tier desc`,
    );
    return rows.filter(({ missing, connection }) => missing > 0 && connection in servers.urls);
  });
