import { sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { read } from '@/db/wire/access';
import type { MeterName } from '../meters';
import { dayOf } from './forecast';

const shownShares = 8;
const shownCorrections = 20;

export type ByDay = Map<MeterName, Map<string, number>>;

interface Asked {
  db: ControlDb;
  tenantId: string;
  from: Date;
}

/** What was used since an instant, by meter and day in UTC: sealed or not. */
export async function usedByDay({ db, tenantId, from }: Asked): Promise<ByDay> {
  const { rows } = await db.execute(
    read(sql`select meter, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day, sum(quantity)::text as quantity
      from (select meter, hour as at, quantity from control.usage_hours
          where tenant_id = ${tenantId}::uuid and hour >= ${from}
        union all select meter, at, quantity from control.usage_events
          where tenant_id = ${tenantId}::uuid and shipped_at is null and at >= ${from}) used
      group by 1, 2`),
  );
  const found: ByDay = new Map();
  for (const { meter, day, quantity } of rows as {
    meter: MeterName;
    day: string;
    quantity: string;
  }[]) {
    const days = found.get(meter) ?? new Map<string, number>();
    found.set(meter, days.set(day, Number(quantity)));
  }
  return found;
}

/** What was used since an instant, by meter: an hour belongs to where it begins, sealed or not. */
export async function usedSince({ db, tenantId, from }: Asked): Promise<Map<MeterName, number>> {
  const { rows } = await db.execute(
    read(sql`select meter, sum(quantity)::text as quantity
      from (select meter, quantity from control.usage_hours
          where tenant_id = ${tenantId}::uuid and hour >= ${from}
        union all select meter, quantity from control.usage_events
          where tenant_id = ${tenantId}::uuid and shipped_at is null and at >= ${from}
            and date_trunc('hour', at, 'UTC') >= ${from}) used
      group by 1`),
  );
  const found = rows as { meter: MeterName; quantity: string }[];
  return new Map(found.map(({ meter, quantity }) => [meter, Number(quantity)]));
}

/** What of `days` was used from a day on. */
export function since(days: ReadonlyMap<string, number> | undefined, from: Date): number {
  const first = dayOf(from);
  let sum = 0;
  for (const [day, quantity] of days ?? []) if (day >= first) sum += quantity;
  return sum;
}

export interface Part {
  meter: MeterName;
  by: 'member' | 'token' | 'module';
  id: string;
  quantity: number;
}

/** Who and what used most of each meter in sealed hours. */
export async function largestParts({ db, tenantId, from }: Asked): Promise<Part[]> {
  const { rows } = await db.execute(
    read(sql`select meter, by, id, quantity::text as quantity from (
        select meter, of_part.by, of_part.id, sum(quantity) as quantity,
          row_number() over (partition by meter, of_part.by order by sum(quantity) desc) as place
        from control.usage_parts cross join lateral (values ('member', actor_id::text),
          ('token', token_id::text), ('module', module)) of_part(by, id)
        where tenant_id = ${tenantId}::uuid and hour >= ${from} and of_part.id is not null
        group by meter, of_part.by, of_part.id) ranked
      where place <= ${shownShares} and quantity > 0 order by meter, by, place`),
  );
  return (rows as (Omit<Part, 'quantity'> & { quantity: string })[]).map((row) => ({
    ...row,
    quantity: Number(row.quantity),
  }));
}

/** What was corrected since an instant, newest first. */
export async function listCorrections({ db, tenantId, from }: Asked) {
  const { rows } = await db.execute(
    read(sql`select id, meter, at, quantity::text as quantity, reason from control.usage_events
      where tenant_id = ${tenantId}::uuid and at >= ${from} and reason is not null
      order by at desc limit ${shownCorrections}`),
  );
  return (
    rows as { id: string; meter: MeterName; at: Date; quantity: string; reason: string }[]
  ).map((row) => ({ ...row, quantity: Number(row.quantity) }));
}

export async function sealedUntil({ db, tenantId }: Pick<Asked, 'db' | 'tenantId'>) {
  const { rows } = await db.execute(
    read(sql`select max(hour) + interval '1 hour' as until from control.usage_hours
      where tenant_id = ${tenantId}::uuid`),
  );
  return (rows[0] as { until: Date | null } | undefined)?.until ?? null;
}
