import type pg from 'pg';
import type { PlaneAddress } from '../copy/plane';
import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import { hourMs, type Level, type Told, tell } from './lasting';
import type { Changes, Source } from './sources';

/** What stands in `control.usage_marks` of one tenant and meter. */
export interface Mark {
  through: Date;
  until: Date;
  level: Record<string, string>;
  told: Record<string, Record<string, string>>;
}

export interface Due extends PlaneAddress {
  /** Null for what was never counted. */
  mark: Mark | null;
}

const levelOf = ({ through, level, told }: Mark, kind: string): Level => ({
  through: through.getTime(),
  level: BigInt(level[kind] ?? 0),
  told: new Map(
    Object.entries(told[kind] ?? {}).map(([hour, quantity]) => [Number(hour), BigInt(quantity)]),
  ),
});

/** The mark and what is to be told once hours until `until` are over. */
export function moved(source: Source, mark: Mark, changes: Changes, until: Date) {
  const next: Mark = { through: mark.through, until, level: {}, told: {} };
  const events: (Told & { kind: string })[] = [];
  for (const kind of source.kinds) {
    const done = tell(levelOf(mark, kind), changes.get(kind) ?? [], until.getTime());
    events.push(...done.events.map((event) => ({ ...event, kind })));
    next.through = new Date(done.next.through);
    next.level[kind] = String(done.next.level);
    next.told[kind] = Object.fromEntries(
      [...done.next.told].map(([hour, quantity]) => [hour, String(quantity)]),
    );
  }
  return { events, next };
}

interface Page {
  /** The last tenant of the page before. */
  after: string | null;
  most: number;
}

/** Where tenants are to be counted again, `end` being the end of the last hour that is over. */
export const listDue = (servers: Servers, { meter }: Source, { after, most }: Page) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Due & { end: Date }>(
      `with over as (select date_trunc('hour', now() - interval '3 minutes', 'UTC') as until)
       select p.tenant_id as "tenantId", s.connection, p.database_name as "databaseName",
         p.schema_name as "schemaName", over.until as end, case when m.id is not null then
           jsonb_build_object('through', m.through, 'until', m.until, 'level', m.level, 'told', m.told)
         end as mark
       from over cross join control.placements p join control.shards s on s.id = p.shard_id
       join control.tenants t on t.id = p.tenant_id
       left join control.usage_marks m on m.tenant_id = p.tenant_id and m.meter = $1
       where p.state = 'active' and t.status in ('active', 'suspended')
         and (m.id is null or m.until < over.until) and ($2::uuid is null or p.tenant_id > $2)
       order by p.tenant_id limit $3`,
      [meter, after, most],
    );
    return rows.map((row) => ({
      ...row,
      mark: row.mark && {
        ...row.mark,
        through: new Date(row.mark.through),
        until: new Date(row.mark.until),
      },
    }));
  });

interface Moved {
  tenantId: string;
  mark: Mark;
  next: Mark;
  events: readonly (Told & { kind: string })[];
}

/**
 * Enters what was counted and moves the mark, in one transaction; false where another did so first.
 */
export async function enter(
  control: pg.Client,
  { meter, kinds }: Source,
  { tenantId, mark, next, events }: Moved,
): Promise<boolean> {
  const { rowCount } = await control.query(
    `with mark as (
       update control.usage_marks set through = $4, until = $5, level = $6, told = $7
       where tenant_id = $1 and meter = $2 and until = $3 and through = $8 returning id)
     , entered as (
       insert into control.usage_events (tenant_id, id, at, meter, quantity, module)
       select $1, app.uuid7(), to_timestamp(e.hour / 1000.0), $2, e.quantity, e.module
       from mark, jsonb_to_recordset($9) as e(hour bigint, quantity bigint, module text))
     select id from mark`,
    [
      ...[tenantId, meter, mark.until, next.through, next.until],
      ...[JSON.stringify(next.level), JSON.stringify(next.told), mark.through],
      JSON.stringify(
        events.map(({ hour, quantity, kind }) => ({
          ...{ hour, quantity: String(quantity) },
          module: kinds.length > 1 ? kind : null,
        })),
      ),
    ],
  );
  return rowCount === 1;
}

/** Begins to count, with the present hour. Repeating it changes nothing. */
export const begin = (
  control: pg.Client,
  { meter }: Source,
  { tenantId, hour, level }: { tenantId: string; hour: Date; level: Record<string, string> },
) =>
  control.query(
    `insert into control.usage_marks (tenant_id, id, meter, level, through, until)
     select $1, app.uuid7(), $2, $3, $4, $4 from control.tenants where id = $1
     on conflict do nothing`,
    [tenantId, meter, JSON.stringify(level), hour],
  );

export const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / hourMs) * hourMs);
