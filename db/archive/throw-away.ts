import { type Standing, standingOf } from '../copy/plane';
import { dismantleHome, onControl, prepareHome } from '../homes/prepare';
import type { Servers } from '../homes/servers';

interface Asked {
  tenantId: string;
  /** Hears the role of the home while it stands, so that it is not taken for one left behind. */
  onHome(roleName: string): Promise<void>;
}

/**
 * Shows `work` an empty home beside a tenant, with tables and rules as every tenant has them, and
 * takes it down afterwards. One that a crash left is taken down with the stock.
 */
export async function withThrowAway<T>(
  servers: Servers,
  { tenantId, onHome }: Asked,
  work: (standing: Standing) => Promise<T>,
): Promise<T> {
  const { shardId, connection } = await standingOf(servers, tenantId);
  const shard = { id: shardId, connection };
  const home = await prepareHome(servers, shard, { tier: 'schema', state: 'taken' });
  try {
    await onHome(home.roleName);
    const { databaseName, schemaName, roleName, tier } = home;
    const place = { shardId, connection, tier, databaseName, schemaName, roleName };
    return await work({ ...place, tenantId: home.id, epoch: 1, state: 'active' });
  } finally {
    await dismantleHome(servers, home);
  }
}

export interface NewestBackup {
  id: string;
  takenAt: Date;
  files: number;
}

/** The newest backup of a tenant that is still kept; null when there is none. */
export async function newestBackup(
  servers: Servers,
  tenantId: string,
): Promise<NewestBackup | null> {
  return await onControl(servers, async (control) => {
    const { rows } = await control.query<NewestBackup>(
      `select id, taken_at as "takenAt", files from control.archives
       where tenant_id = $1 and purpose <> 'export' and expires_at > now()
       order by taken_at desc limit 1`,
      [tenantId],
    );
    return rows[0] ?? null;
  });
}

/**
 * Asks for one drill, of the tenant whose last one is longest ago, unless as many were asked for in
 * the last day. True when it did.
 */
export async function askForDrill(servers: Servers, perDay: number): Promise<boolean> {
  return await onControl(servers, async (control) => {
    const { rowCount } = await control.query(
      `insert into control.operations (tenant_id, id, kind)
       select t.id, app.uuid7(), 'drill' from control.tenants t
       where t.status = 'active' and (select count(*) from control.operations d
           where d.kind = 'drill' and d.asked_by is null
             and d.created_at > now() - interval '1 day') < $1
         and exists (select 1 from control.archives a where a.tenant_id = t.id
           and a.purpose <> 'export' and a.expires_at > now())
         and not exists (select 1 from control.operations o where o.tenant_id = t.id
           and (o.state in ('queued', 'running')
             or o.kind = 'drill' and o.created_at > now() - interval '1 day'))
       order by (select max(l.created_at) from control.operations l
         where l.tenant_id = t.id and l.kind = 'drill') nulls first, t.id
       limit 1 on conflict (tenant_id, kind) where state = 'queued' do nothing`,
      [perDay],
    );
    return rowCount === 1;
  });
}
