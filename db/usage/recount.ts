import { urlOfPlane } from '../copy/plane';
import { atOneMoment } from '../copy/rows';
import { onControl } from '../homes/prepare';
import { onServer, operatorUrl, type Servers } from '../homes/servers';
import { DownServers } from './down-servers';
import { hourMs } from './lasting';
import type { Due, Mark } from './marks';
import { levelAt } from './measure';
import { type Source, sources } from './sources';

const atOnce = 50;
/** A count reads each row there is, so it may take its time; not for ever, though. */
const answerMs = 10 * 60_000;

export interface Drift {
  tenantId: string;
  meter: string;
  kind: string;
  /** How much more there is than the log tells. */
  more: bigint;
}

/**
 * Counts once a day what there is of each tenant, beside what the change log tells. Where there is
 * less, the time since the count before is credited, for a reason that people read; where there is
 * more, it counts from now on. Who cannot be counted keeps nobody else from it.
 */
export async function recount(servers: Servers, reason: string, heard: Heard): Promise<void> {
  for (const source of sources) {
    const down = new DownServers();
    for (let after: string | null = null; ; ) {
      const stale: Stale[] = await listStale(servers, source, after);
      for (const due of stale) {
        const connection = source.plane === 'control' ? 'primary' : due.connection;
        if (down.has(connection)) continue;
        try {
          for (const drift of await recountOf(servers, { source, due, reason })) heard.drift(drift);
        } catch (error) {
          down.note(connection, error);
          heard.fault(due.tenantId, error);
        }
      }
      if (stale.length < atOnce) break;
      after = stale.at(-1)?.tenantId ?? null;
    }
  }
}

/** Who is told of each drift as it is entered, and of each tenant that could not be counted. */
interface Heard {
  drift(drift: Drift): void;
  fault(tenantId: string, error: unknown): void;
}

type Stale = Due & { mark: Mark; recountedAt: Date };

const listStale = (servers: Servers, { meter }: Source, after: string | null) =>
  onControl(servers, async (control) => {
    const { rows } = await control.query<Stale>(
      `select p.tenant_id as "tenantId", s.connection, p.database_name as "databaseName",
         p.schema_name as "schemaName", m.recounted_at as "recountedAt",
         jsonb_build_object('through', m.through, 'until', m.until, 'level', m.level, 'told', m.told)
           as mark
       from control.usage_marks m join control.placements p on p.tenant_id = m.tenant_id
       join control.shards s on s.id = p.shard_id join control.tenants t on t.id = m.tenant_id
       where m.meter = $1 and m.recounted_at < now() - interval '1 day' and p.state = 'active'
         and t.status in ('active', 'suspended') and ($2::uuid is null or m.tenant_id > $2)
       order by m.tenant_id limit ${atOnce}`,
      [meter, after],
    );
    return rows;
  });

interface Recount {
  source: Source;
  due: Stale;
  reason: string;
}

async function recountOf(servers: Servers, { source, due, reason }: Recount): Promise<Drift[]> {
  const { tenantId, mark, recountedAt } = due;
  const url =
    source.plane === 'control' ? operatorUrl(servers, 'primary') : urlOfPlane(servers, due);
  const level = await onServer(
    url,
    (client) =>
      atOneMoment(client, () => levelAt({ client, source, place: due }, new Date(mark.through))),
    { answerMs },
  );
  const drifts = source.kinds
    .map((kind) => ({
      ...{ tenantId, kind, meter: source.meter },
      more: BigInt(level[kind] ?? 0) - BigInt(mark.level[kind] ?? 0),
    }))
    .filter(({ more }) => more !== 0n);
  const hours = BigInt(
    Math.max(0, Math.round((Date.parse(String(mark.until)) - recountedAt.getTime()) / hourMs)),
  );
  const credits = drifts
    .filter(({ more }) => more < 0n)
    .map(({ kind, more }) => ({ module: moduleOf(source, kind), quantity: String(more * hours) }));
  const noted = await onControl(servers, (control) =>
    control.query(
      `with mark as (
         update control.usage_marks set recounted_at = now(), level = $3, told = $4
         where tenant_id = $1 and meter = $2 and until = $5 and through = $6 returning until)
       , credited as (
         insert into control.usage_events (tenant_id, id, at, meter, quantity, module, reason)
         select $1, app.uuid7(), mark.until - interval '1 hour', $2, e.quantity, e.module, $7
         from mark, jsonb_to_recordset($8) as e(module text, quantity bigint) where e.quantity < 0)
       select 1 from mark`,
      [
        ...[tenantId, source.meter, JSON.stringify(level), JSON.stringify(toldBy(mark, drifts))],
        ...[mark.until, mark.through, reason, JSON.stringify(credits)],
      ],
    ),
  );
  // Where hours were told meanwhile, another count follows.
  return noted.rowCount === 1 ? drifts : [];
}

const moduleOf = ({ kinds }: Source, kind: string) => (kinds.length > 1 ? kind : null);

/** Hours that may still change were told by the old level: what they differ by is not told again. */
function toldBy({ told }: Mark, drifts: readonly Drift[]): Mark['told'] {
  const more = new Map(drifts.map((drift) => [drift.kind, drift.more]));
  return Object.fromEntries(
    Object.entries(told).map(([kind, hours]) => [
      kind,
      Object.fromEntries(
        Object.entries(hours).map(([hour, quantity]) => [
          hour,
          String(BigInt(quantity) + (more.get(kind) ?? 0n)),
        ]),
      ),
    ]),
  );
}
