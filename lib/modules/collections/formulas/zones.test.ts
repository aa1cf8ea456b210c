import { type SQL, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mintTenantScope } from '@/db/scope';
import { withTenant } from '@/db/tenant';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { isZoneName } from '@/lib/wall-time';
import { pick, seeded } from '@/scripts/testing/random-views';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { onWall } from './compile-times';
import { clockOf } from './times';

/* Which zones there are and what their names mean, a database has its own word on. */

let world: World;
let actors: Actors;

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
});
afterAll(() => world.end());

/** Zones of a tenant that a database knows no zone of that name for. */
const unknownThere = ['AET', 'PNT', 'VST', 'US/Pacific-New'];
/** Those that it takes for another zone, or for one whose clocks do not change. */
const otherThere = ['IST', 'BST', 'ART', 'NST', 'CET', 'EET', 'PST'];

const moments = ['2026-07-15T20:45:00Z', '2026-01-15T03:20:00Z', '1930-06-01T12:00:00Z'];

async function mintIn(timeZone: string) {
  await world.database.query('update control.tenants set time_zone = $1 where id = $2', [
    timeZone,
    actors.tenant.tenantId,
  ]);
  const { id } = await mintCollection(actors.admin, timeZone, [
    { name: 'At', type: 'datetime' },
    { name: 'Clock', type: 'formula', options: { formula: '"" & {At}' } },
    { name: 'Day', type: 'formula', options: { formula: 'DAY({At})' } },
  ]);
  const made = { collectionId: id, records: moments.map((at) => ({ at })) };
  await invoke(records.createMany, made, actors.admin.call());
  return id;
}

it.each([...unknownThere, ...otherThere])(
  'is found by what it shows in a zone that a database has otherwise: %s',
  async (timeZone) => {
    expect(isZoneName(timeZone)).toBe(true);
    const collectionId = await mintIn(timeZone);
    const list = async (input: object) =>
      (await invoke(records.list, { collectionId, ...input } as never, actors.admin.call()))
        .records;
    const all = await list({ sorts: [{ field: 'clock', direction: 'asc' }] });
    expect(all.map(({ data }) => data.clock)).toEqual(
      moments.map((at) => clockOf(at, timeZone)).sort(),
    );
    for (const { id, data } of all) {
      const filters = ['clock', 'day'].map((field) => ({
        field,
        op: 'equals',
        value: data[field],
      }));
      expect((await list({ filters })).map((found) => found.id)).toEqual([id]);
    }
  },
);

it('is told the same by the database in zones of all the world', async () => {
  const random = seeded(53);
  const some = Intl.supportedValuesOf('timeZone').filter((_, at) => at % 5 === 0);
  const zones = [...some, ...unknownThere, ...otherThere];
  const [from, to] = [Date.parse('1900-01-02T00:00:01Z'), Date.parse('2199-12-30T23:59:59Z')];
  const asked = zones.flatMap((zone) =>
    Array.from({ length: 12 }, () => ({ zone, at: momentBetween(from, to, random) })),
  );
  // The night in which clocks go back, to either side.
  for (const at of ['2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z']) {
    asked.push({ zone: 'Europe/Berlin', at });
  }
  const shown: (string | null)[] = [];
  const scope = { tenantId: actors.tenant.tenantId, actorId: null, requestId: uuidv7() };
  await withTenant(mintTenantScope(scope), async (db) => {
    for (let start = 0; start < asked.length; start += 200) {
      const part = asked.slice(start, start + 200).map(({ zone, at }) => wallText(at, zone));
      const { rows } = await db.execute<{ shown: string[] }>(
        sql`select array[${sql.join(part, sql`, `)}] as shown`,
      );
      shown.push(...(rows[0]?.shown ?? []));
    }
  });
  const wrong = asked.filter(({ zone, at }, place) => clockOf(at, zone) !== shown[place]);
  expect(wrong).toEqual([]);
  expect(shown).toHaveLength(asked.length);
}, 60_000);

/** Every third of them lies in the years that people live in. */
function momentBetween(from: number, to: number, random: () => number): string {
  const [first, last] = pick(random, [
    [from, to],
    [from, to],
    [Date.parse('2000-01-01'), Date.parse('2040-01-01')],
  ] as const);
  return `${new Date(first + random() * (last - first)).toISOString().slice(0, 19)}Z`;
}

const wallText = (at: string, zone: string): SQL =>
  sql`to_char(${onWall(sql`${at}::timestamptz`, zone)}, 'YYYY-MM-DD HH24:MI')`;
