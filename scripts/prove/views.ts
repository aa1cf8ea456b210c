import { useCluster } from '@/db/testing/cluster';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { isFormula } from '@/lib/modules/collections/fields/computed';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import { mintCollection } from '@/lib/modules/collections/testing/actors';
import { type FilterNode, isGroup } from '@/lib/modules/collections/view/state';
import { tintOf } from '@/lib/modules/collections/view/tints';
import type { ProofContext } from '../testing/proof';
import { pick, randomView, seeded } from '../testing/random-views';
import {
  type ModelRecord,
  modelGroups,
  modelMeets,
  modelRecords,
  personKey,
  textKey,
} from '../testing/view-model';

export const name = 'views';

const sizes = {
  small: { views: 300, perCollection: 100 },
  full: { views: 10_000, perCollection: 250 },
};
const recordsEach = 60;
const firstSeed = 20_261_121;

type Scalar = string | number | boolean;

/** Random views of random records show what a plain model shows: each page, count, group, sum and colour. */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const { views, perCollection } = sizes[size];
  const world = await openWorld();
  const wrong: string[] = [];
  let pages = 0;
  let groups = 0;
  for (let seed = firstSeed; seed < firstSeed + views / perCollection; seed++) {
    const random = seeded(seed);
    const stage = await setStage(world, random);
    for (let n = 0; n < perCollection; n++) {
      const view = randomView({ random, ...stage });
      const told = await compare(stage, view);
      pages += told.pages;
      groups += told.groups;
      if (told.problem)
        wrong.push(`seed ${seed}, view ${n}: ${told.problem} ${JSON.stringify(view)}`);
    }
  }
  claim({
    name: 'views that show and colour what the model does',
    figure:
      wrong.length > 0
        ? `${wrong.length} wrong, first ${wrong[0]}`
        : `${views} views, ${pages} pages, ${groups} groups`,
    bound: 'every page in order, every count',
    ok: wrong.length === 0 && pages > views,
  });
  await world.end();
}

type Stage = Awaited<ReturnType<typeof setStage>>;

async function setStage(world: World, random: () => number) {
  const tenant = await world.tenant();
  const member = await world.member(tenant, 'admin');
  const people = [member, await world.member(tenant, 'basic'), await world.member(tenant, 'guest')];
  const { id: collectionId } = await mintCollection(member, 'Random', specs);
  const { fields } = await invoke(collectionProcedures.get, { collectionId }, member.call());
  const values = { ...pools, Who: people.map(({ userId }) => userId) };
  const rows = Array.from({ length: recordsEach }, () =>
    Object.fromEntries(
      fields
        .filter((field) => !isFormula(field) && random() > 0.25)
        .map(({ key, name: field, type }) => {
          const value = pick<Scalar>(random, values[field as keyof typeof values] ?? []);
          return [
            key,
            type === 'multi_select' ? [...new Set([value, pick(random, pools.Tags ?? [])])] : value,
          ];
        }),
    ),
  );
  await invoke(recordProcedures.createMany, { collectionId, records: rows }, member.call());
  const all = await invoke(recordProcedures.list, { collectionId, limit: 500 }, member.call());
  const names = new Map(
    (await invoke(recordProcedures.people, {}, member.call())).map(({ id, name: called }) => [
      id,
      called,
    ]),
  );
  const nameOf = (id: string) => names.get(id) ?? '';
  const rankOf = await ranks(world, [
    ...Object.values(pools)
      .flat()
      .map((one) => textKey(String(one))),
    ...people.map(({ userId }) => personKey(userId, { nameOf })),
    ...all.records.map(({ data }) => textKey(String(data.line ?? ''))),
  ]);
  return { member, collectionId, fields, values, records: all.records, nameOf, rankOf };
}

/** How languages order letters is for the database to say; all else is not. */
async function ranks({ database }: World, texts: string[]) {
  const ordered = await database.query<{ t: string }>(
    'select t from unnest($1::text[]) t group by t order by t',
    [texts],
  );
  const places = new Map(ordered.map(({ t }, place) => [t, place]));
  return (text: string) => places.get(text) ?? -1;
}

async function compare(stage: Stage, view: ReturnType<typeof randomView>) {
  const { member, collectionId, records } = stage;
  const { filters, match, sorts, group, sum, limit } = view;
  const allSorts = group ? [group, ...sorts.filter(({ field }) => field !== group.field)] : sorts;
  const expected = modelRecords(records, { filters, match, sorts: allSorts }, stage);
  const asked = { collectionId, filters, match, sorts: allSorts };
  const found: string[] = [];
  let pages = 0;
  let cursor: string | null = null;
  do {
    const page = await listed(member, { ...asked, limit, ...(cursor && { cursor }) });
    if (page.total !== expected.length) {
      return { pages, groups: 0, problem: `counts ${page.total}, not ${expected.length}` };
    }
    found.push(...page.records.map(({ id }) => id));
    cursor = page.nextCursor;
    pages += 1;
  } while (cursor);
  const window = await listed(member, { ...asked, limit, offset: Math.floor(expected.length / 2) });
  const half = expected.slice(Math.floor(expected.length / 2)).slice(0, limit);
  const problem =
    differs(found, expected) ??
    differs(
      window.records.map(({ id }) => id),
      half,
    ) ??
    wrongTint(stage, filters);
  if (problem || !group) return { pages: pages + 1, groups: 0, problem };
  const counted = await invoke(
    recordProcedures.groups,
    { collectionId, filters, match, group, ...(sum && { sum }) },
    member.call(),
  );
  const wanted = modelGroups(expected, { sort: group, sum }, stage);
  const same = JSON.stringify(counted.groups) === JSON.stringify(wanted);
  return {
    pages: pages + 1,
    groups: wanted.length,
    problem: same ? undefined : `groups ${JSON.stringify(counted.groups)}`,
  };
}

/** What a condition does as a filter it does as a colour, which the browser decides. */
function wrongTint(stage: Stage, nodes: readonly FilterNode[]): string | undefined {
  for (const node of nodes) {
    if (isGroup(node)) {
      const inner = wrongTint(stage, node.filters);
      if (inner) return inner;
      continue;
    }
    const wrong = stage.records.find(
      (record) =>
        (tintOf(record.data, [{ color: 'red', filter: node }], stage.fields) === 'red') !==
        modelMeets(record, node, stage),
    );
    if (wrong) return `colours ${wrong.id} wrongly by ${JSON.stringify(node)}`;
  }
  return undefined;
}

const listed = (member: TestMember, input: object) =>
  invoke(recordProcedures.list, input as never, member.call());

function differs(found: string[], expected: readonly ModelRecord[]): string | undefined {
  const ids = expected.map(({ id }) => id);
  if (found.join() === ids.join()) return undefined;
  const at = ids.findIndex((id, index) => found[index] !== id);
  return `shows another record at ${at} (${found.length} of ${ids.length})`;
}

const long = '가나다 Lorem ipsum '.repeat(16);

/** Few of each, so that many records are alike; some alike beyond what an order looks at. */
const pools: Record<string, readonly Scalar[]> = {
  Name: ['Kim', 'kim', '김민준', '김서연', 'Ángel', 'zebra', 'a_b%c\\d', `${long}1`, `${long}2`],
  City: ['Seoul', 'Busan', '서울', '부산', 'ß', 'İ'.normalize('NFC').toLowerCase()],
  Notes: ['first\nsecond', '긴 메모', `${long}end`, '100%'],
  Mail: ['a@example.com', 'B@example.com', 'c@example.com'],
  Score: [0, -1.5, 2, 2.25, 1e12, 7],
  Price: ['0.00', '12.50', '-3.10', '1000000.99'],
  Day: ['2024-02-29', '2025-12-31', '2026-01-01', '2026-01-05', '1999-07-04'],
  At: ['2024-02-29T10:00:00Z', '2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z'],
  Yes1: [true, false],
  Yes2: [true, false],
  Yes3: [true, false],
  Yes4: [true, false],
  Stage: ['new', 'open', 'done'],
  Tags: ['red', 'blue', 'green'],
  // What is asked of the fields that are worked out of these.
  Twice: [0, -3, 4, 4.5, 2e12, 3],
  Line: ['Kim/Seoul', '김민준/', '/busan', `${long}1/${long}`, 'zebra/ß'],
  Much: [true, false],
  Later: ['2024-03-29', '2026-01-31', '2026-02-01', '1999-08-04'],
  Soon: ['2024-02-29T12:00:00Z', '2026-01-01T01:59:59Z', '2026-01-01T02:00:00Z'],
};

const choices = (ids: readonly Scalar[] | undefined) => ({
  choices: (ids ?? []).map((id) => ({ id: String(id), name: `Option ${id}` })),
});

const formula = (name: string, text: string) => ({
  ...{ name, type: 'formula' as const, options: { formula: text } },
});

const specs: Parameters<typeof mintCollection>[2] = [
  { name: 'Name', type: 'text' },
  { name: 'City', type: 'text' },
  { name: 'Notes', type: 'long_text' },
  { name: 'Mail', type: 'email' },
  { name: 'Score', type: 'number' },
  { name: 'Price', type: 'money', options: { currency: 'EUR' } },
  { name: 'Day', type: 'date' },
  { name: 'At', type: 'datetime' },
  // Money holds one of the four whole-number columns, so the last of these has none.
  { name: 'Yes1', type: 'boolean' },
  { name: 'Yes2', type: 'boolean' },
  { name: 'Yes3', type: 'boolean' },
  { name: 'Yes4', type: 'boolean' },
  { name: 'Stage', type: 'select', options: choices(pools.Stage) },
  { name: 'Tags', type: 'multi_select', options: choices(pools.Tags) },
  { name: 'Who', type: 'person' },
  formula('Twice', 'IF({Stage} = "Option done", BLANK(), {Score} * 2)'),
  formula('Line', '{Name} & "/" & {City}'),
  formula('Much', 'OR({Twice} > 3, {Yes4}, CONTAINS({Notes}, "메모"))'),
  formula('Later', 'DATEADD({Day}, 1, "months")'),
  formula('Soon', 'DATEADD({At}, 2, "hours")'),
];
