import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { records as recordTable } from '@/db/schema/tenant/collections';
import { mintTenantScope } from '@/db/scope';
import { type TenantDb, withTenant } from '@/db/tenant';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { randomFormula } from '@/scripts/testing/random-formulas';
import { pick, seeded } from '@/scripts/testing/random-views';
import type { StoredField } from '../fields/shapes';
import { type LoadedCollection, loadCollection } from '../load';
import { recordProcedures as records } from '../records/procedures';
import { everything } from '../rules/access';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { heldValue } from '../values/held';
import { toMinor } from '../values/money';
import { comparable, emptiness, valueText } from '../view/columns';
import { asAmount, currencyOf } from './currency';
import { FormulaProblem } from './problem';
import { treeAmong } from './resolve';

/*
 * Whatever a formula says and whatever a record holds, the database comes to what is worked out in
 * memory, and never refuses to reckon.
 */

let world: World;
let actors: Actors;
let collectionId: string;

const choices = [
  { id: 'w', name: 'won' },
  { id: 'b', name: 'B c' },
];
const names = {
  number: ['Score', 'Price', 'Late number'],
  text: ['Name', 'Notes', 'Stage', 'Mail'],
  truth: ['Done', 'Late tick'],
  time: ['Day', 'At', 'Late day'],
} as const;

const pools: Record<string, readonly unknown[]> = {
  Score: [0, 1, -1, 0.1, 0.2, 2.5, -7, 1e15, -1e15, 1e-300, 1e-19, 3, 1 / 3],
  Price: ['0.00', '12.50', '-3.10', '999999999999.99'],
  'Late number': [1e-5, 1e15, -0.5, 12],
  Name: [
    'a',
    'B c',
    'aaa',
    "'; drop table records; --",
    '%_\\',
    '열셋',
    '😀z😀',
    ' x ',
    '2026-01-31',
  ],
  Notes: [`a${'aB 열 '.repeat(3_000)}`, 'one\ntwo', '$1 $& {Name}'],
  Stage: ['w', 'b'],
  Mail: ['a@example.com'],
  Done: [true, false],
  'Late tick': [true, false],
  Day: ['2024-02-29', '0001-01-01', '9999-12-31', '2026-01-31', '1900-03-01'],
  At: [
    '2024-02-29T23:30:00Z',
    '1970-01-01T00:00:00Z',
    '2026-03-29T01:30:00Z',
    '1900-01-02T00:00:01Z',
    '1500-01-01T12:00:00Z',
    '0050-06-01T00:00:00Z',
    '2199-12-30T23:59:59Z',
    '9999-12-31T23:00:00Z',
  ],
  'Late day': ['2025-12-31', '2026-08-15'],
};

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
  const numbers = Array.from({ length: 8 }, (_, at) => ({
    name: `N${at}`,
    type: 'number' as const,
  }));
  const whole = Array.from({ length: 8 }, (_, at) => ({
    name: `B${at}`,
    type: 'boolean' as const,
  }));
  const days = Array.from({ length: 6 }, (_, at) => ({ name: `D${at}`, type: 'date' as const }));
  const made = await mintCollection(actors.admin, 'Agreement', [
    { name: 'Score', type: 'number' },
    { name: 'Price', type: 'money', options: { currency: 'EUR' } },
    { name: 'Name', type: 'text' },
    { name: 'Notes', type: 'long_text' },
    { name: 'Stage', type: 'select', options: { choices } },
    { name: 'Mail', type: 'email' },
    { name: 'Done', type: 'boolean' },
    { name: 'Day', type: 'date' },
    { name: 'At', type: 'datetime' },
    // These use the sortable columns up, so that the last ones are read from the document.
    ...[...numbers, ...whole, ...days],
    { name: 'Late number', type: 'number' },
    { name: 'Late tick', type: 'boolean' },
    { name: 'Late day', type: 'date' },
  ]);
  collectionId = made.id;
  const random = seeded(7);
  const rows = Array.from({ length: 40 }, () =>
    Object.fromEntries(
      Object.entries(pools)
        .filter(() => random() > 0.25)
        .map(([name, values]) => [made.fields[name]?.key ?? '', pick(random, values)]),
    ),
  );
  await invoke(records.createMany, { collectionId, records: [{}, ...rows] }, actors.admin.call());
}, 60_000);
afterAll(() => world.end());

const within = <T>(work: (db: TenantDb, collection: LoadedCollection) => Promise<T>) =>
  withTenant(
    mintTenantScope({ tenantId: actors.tenant.tenantId, actorId: null, requestId: uuidv7() }),
    async (db) => work(db, await loadCollection({ db, reader: everything }, collectionId)),
  );

const now = new Date('2026-03-28T23:30:00Z');

/** A field that shows a formula, as a loaded collection has it. */
function fieldOf(text: string, { fields }: LoadedCollection, timeZone: string): StoredField {
  const tree = treeAmong(text, fields);
  const currency = currencyOf(tree);
  if (currency !== null) {
    const amount = { text, tree: asAmount(tree, currency), problem: null, decimals: 2 };
    return {
      ...{ ...(fields[0] as StoredField), type: 'money', key: 'f', slot: null },
      options: { currency, decimals: 2 },
      formula: { ...amount, clock: { now, timeZone } },
    };
  }
  const types = { number: 'number', text: 'text', yes_no: 'boolean' } as const;
  const type =
    tree.kind === 'date' ? 'date' : tree.kind === 'moment' ? 'datetime' : types[tree.kind];
  const formula = { text, tree, problem: null, clock: { now, timeZone } };
  return { ...(fields[0] as StoredField), type, key: 'f', slot: null, options: {}, formula };
}

async function differences(db: TenantDb, collection: LoadedCollection, text: string, zone: string) {
  const field = fieldOf(text, collection, zone);
  const rows = await db
    .select({
      data: recordTable.data,
      text: sql<string | null>`${valueText(field)}`,
      compared: sql<string | null>`(${comparable(field)})::text`,
      isEmpty: sql<boolean>`${emptiness(field)} is null`,
    })
    .from(recordTable)
    .where(eq(recordTable.collectionId, collectionId));
  return rows.flatMap(({ data, ...row }) => {
    const value = heldValue(field, data);
    const same = row.isEmpty === (value === null) && (value === null || agrees(field, value, row));
    return same ? [] : [{ formula: text, zone, memory: value, database: row.text ?? row.compared }];
  });
}

function agrees(
  { type }: StoredField,
  value: unknown,
  { text, compared }: { text: string | null; compared: string | null },
): boolean {
  if (type === 'money') return Number(compared) === toMinor(String(value));
  if (type === 'number') return Number(compared) === value;
  if (type === 'boolean') return Number(compared) === (value ? 1 : 0);
  if (type === 'text') return text === value;
  const at = Date.parse(`${compared?.replace(' ', 'T')}:00`.replace(/(\+00):00$/, '$1:00'));
  return at === Date.parse(type === 'date' ? `${value}T00:00:00Z` : String(value));
}

it('comes to the same in the database and in memory, whatever is asked of whatever is held', async () => {
  const random = seeded(20_261_123);
  const kinds = ['number', 'text', 'truth', 'time'] as const;
  const wrong: unknown[] = [];
  let worked = 0;
  await within(async (db, collection) => {
    while (worked < 400) {
      const deep = 1 + Math.floor(random() * 4);
      const text = randomFormula(random, { fields: names, deep, kind: pick(random, kinds) });
      const zone = pick(random, ['UTC', 'Asia/Seoul', 'America/New_York']);
      try {
        wrong.push(...(await differences(db, collection, text, zone)));
        worked += 1;
      } catch (error) {
        // Some of them say what cannot be worked out, which is refused before the database is asked.
        if (!(error instanceof FormulaProblem))
          throw new Error(`${text}: ${String((error as Error).cause ?? error)}`);
      }
    }
  });
  expect(wrong.slice(0, 3)).toEqual([]);
}, 120_000);

it.each([
  'DATEADD({Day}, 1e15, "days")',
  'DATEADD({Day}, -1e15 * 1e15, "years")',
  'DATEADD(TODAY(), 1e15, "months")',
  'DATEADD({At}, 1e15, "seconds")',
  'DATEADD("9999-12-31", 1, "days")',
  '1 / 0',
  '1e15 * 1e15 * {Score}',
  '1e-15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15 / 1e15',
  Array.from({ length: 60 }, () => '{Score}').join(' * '),
  Array.from({ length: 60 }, () => '{Score}').join(' / '),
  'MOD({Score}, {Late number})',
  'MOD({Score}, 1e-20)',
  ...[13, 30].flatMap((many) => {
    const product = Array.from({ length: many }, () => '0.00000000000000000001').join(' * ');
    return [`MOD(${product}, 1) * MOD(${product}, 1)`, `1 / MOD(${product} * {Score}, 7)`];
  }),
  Array.from({ length: 40 }, () => 'MOD({Score}, 1e-20)').join(' * '),
  Array.from({ length: 60 }, () => '({Late number} - {Score})').join(' * '),
  // As many parts as there may be.
  Array.from({ length: 100 }, () => '{Score}').join(' + '),
  `${'DATEADD('.repeat(38)}{At}${', {Score}, "hours")'.repeat(38)}`,
  `${'DATEADD('.repeat(38)}{Day}${', {Score}, "months")'.repeat(38)}`,
  'DATEADD({At}, -2000, "years") & "" & YEAR(DATEADD({At}, -2000, "years"))',
  'LEFT({Name}, -1e15)',
  'MID({Notes}, 1e15, 1e15)',
  'SUBSTITUTE({Notes}, "a", {Notes})',
  'SUBSTITUTE({Notes}, "", "x")',
  'YEAR({Score} & "")',
  '{Price} * {Score}',
  '{Price} * 1e15 * {Score}',
  'IF({Done}, {Price} / 3, -{Price}) * 1.005',
  'MAX({Price}, 0) / {Late number} + {Price}',
])('never fails a page: %s', async (text) => {
  await within(async (db, collection) => {
    try {
      expect(await differences(db, collection, text, 'Asia/Seoul')).toEqual([]);
    } catch (error) {
      expect(error).toBeInstanceOf(FormulaProblem);
    }
  });
});

it.each([
  ['{At}', 'DATEADD(_, {Score}, "hours")', 35, 3],
  ['{Day}', 'DATEADD(_, {Score}, "months")', 35, 3],
  ['{Score}', '(_ + {Late number})', 35, 4],
  ['{Name}', 'UPPER(TRIM(_))', 18, 10],
])('is reckoned at its largest: %s in %s', async (inner, form, deep, formulas) => {
  await within(async (db, collection) => {
    let { fields } = collection;
    let held = inner;
    for (let at = 0; at < formulas; at++) {
      const formula = Array.from({ length: deep }).reduce<string>(
        (made) => form.replace('_', () => made),
        held,
      );
      const added = { ...fields[0], id: `deep-${at}`, name: `Deep ${at}`, type: 'formula' };
      fields = [...fields, { ...added, slot: null, options: { formula } } as StoredField];
      held = `{Deep ${at}}`;
    }
    expect(await differences(db, { ...collection, fields }, held, 'Asia/Seoul')).toEqual([]);
  });
});
