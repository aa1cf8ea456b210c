import type { UsageEvent } from '@/db/usage/note';
import type { World } from '@/lib/doors/testing';

export const hourMs = 3_600_000;

/** Quantities by tenant, meter, hour and whatever else they are told apart by. */
export type Sums = Map<string, bigint>;

/** What events come to, told apart by hour and by what `who` says of each. */
export function sumsOf(events: readonly UsageEvent[], who: (event: UsageEvent) => string): Sums {
  const sums: Sums = new Map();
  for (const event of events) {
    const hour = Math.floor(Date.parse(event.at) / hourMs) * hourMs;
    const key = [event.tenantId, event.meter, hour, who(event)].join(' ');
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(event.quantity));
  }
  return sums;
}

/** What a table of hours, or of their parts, comes to. */
export async function hoursOf({ database }: World, table: string, who: string): Promise<Sums> {
  const rows = await database.query<Record<'id' | 'meter' | 'hour' | 'who' | 'sum', string>>(
    `select tenant_id as id, meter, (extract(epoch from hour) * 1000)::bigint::text as hour, who,
       sum(quantity)::text as sum
     from (select *, ${who} as who from control.${table}) one
     group by 1, 2, 3, 4`,
  );
  return new Map(
    rows.map((row) => [[row.id, row.meter, row.hour, row.who].join(' '), BigInt(row.sum)]),
  );
}

/** Where two differ, in words. */
export const differences = (truth: Sums, found: Sums): string[] =>
  [...new Set([...truth.keys(), ...found.keys()])]
    .filter((key) => truth.get(key) !== found.get(key))
    .map((key) => `${key}: ${found.get(key) ?? 0} instead of ${truth.get(key) ?? 0}`);
