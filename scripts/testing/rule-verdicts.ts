import { isAppError } from '@/lib/errors';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import type { ListInput } from '@/lib/modules/collections/records/shapes';
import { invokePatiently } from './patiently';
import {
  isAbsent,
  isHidden,
  isWritable,
  mayAdd,
  mayDo,
  type RuledCollection,
  type RuledRecord,
} from './rule-model';
import type { Stage, StageMember } from './rule-world';

const collectionOf = (stage: Stage, { collectionId }: RuledRecord): RuledCollection =>
  collectionId === stage.things.id ? stage.things : stage.others;

/** Values and names in a text that the member may not know of. */
export function leaksIn(
  stage: Stage,
  member: StageMember,
  { text, given, records }: { text: string; given: string; records: readonly RuledRecord[] },
): string[] {
  const [low, asked] = [text.toLowerCase(), given.toLowerCase()];
  // What was asked with is no news.
  const tells = (word: string) => low.includes(word) && !asked.includes(word);
  const leaks: string[] = [];
  const open = openTokens(stage, member, records);
  for (const record of records) {
    const collection = collectionOf(stage, record);
    const seen = mayDo(collection, member, { deed: 'see', record });
    for (const field of collection.fields) {
      const token = stage.tokenOf(record, field);
      if (!token || open.has(token) || !tells(token)) continue;
      if (!seen || isHidden(collection, member, field)) {
        leaks.push(`${field.name} of a record ${seen ? 'with that field hidden' : 'out of sight'}`);
      }
    }
    const comment = stage.commentOf(record);
    if (!seen && tells(comment)) leaks.push('a comment');
  }
  for (const collection of [stage.things, stage.others]) {
    const absent = isAbsent(collection, member);
    for (const field of collection.fields) {
      const away = absent || isHidden(collection, member, field);
      if (away && tells(field.name.toLowerCase())) leaks.push(`the name ${field.name}`);
    }
  }
  return leaks;
}

/** Values that the member may read somewhere. */
function openTokens(stage: Stage, member: StageMember, records: readonly RuledRecord[]) {
  const open = new Set<string>();
  for (const record of records) {
    const collection = collectionOf(stage, record);
    if (!mayDo(collection, member, { deed: 'see', record })) continue;
    for (const field of collection.fields) {
      const token = isHidden(collection, member, field) ? null : stage.tokenOf(record, field);
      if (token) open.add(token);
    }
  }
  return open;
}

interface Change {
  were: readonly RuledRecord[];
  are: readonly RuledRecord[];
}

/** What became of records beyond what the member may do. */
export function changesBeyond(stage: Stage, member: StageMember, { were, are }: Change): string[] {
  const before = new Map(were.map((record) => [record.id, record]));
  const found = are.flatMap((record): string[] => {
    const was = before.get(record.id);
    const collection = collectionOf(stage, record);
    before.delete(record.id);
    const keys = collection.fields
      .filter(({ key }) => JSON.stringify(was?.data[key]) !== JSON.stringify(record.data[key]))
      .filter((field) => !isWritable(collection, member, field))
      .map((field) => `wrote ${field.name}`);
    if (!was) return mayAdd(collection, member) ? keys : ['added a record'];
    const may = (deed: 'change' | 'remove') => mayDo(collection, member, { deed, record: was });
    const changed = JSON.stringify(was.data) !== JSON.stringify(record.data);
    const moved = was.deletedAt !== record.deletedAt;
    return [
      ...(changed && !may('change') ? ['changed a record'] : keys),
      ...(moved && !may('remove') ? ['moved a record to or from the trash'] : []),
    ];
  });
  return [...found, ...[...before.keys()].map(() => 'removed a record for good')];
}

/** Lists, counts and ids that are not exactly what the member may see. */
export async function wrongLists(stage: Stage, member: StageMember): Promise<string[]> {
  const records = await stage.recordsNow();
  const wrong: string[] = [];
  for (const collection of [stage.things, stage.others]) {
    const { id: collectionId } = collection;
    const expected = records
      .filter((record) => record.collectionId === collectionId && record.deletedAt === null)
      .filter((record) => mayDo(collection, member, { deed: 'see', record }))
      .map(({ id }) => id)
      .sort();
    const input = { collectionId, limit: 500 };
    wrong.push(...(await oracles(stage, member, { collection, records })));
    const [sort] = collection.fields.filter((field) => !isHidden(collection, member, field));
    const sorts = sort && sort.type === 'text' ? [{ field: sort.key }] : [];
    for (const asked of [input, { ...input, sorts }, { ...input, sorts, offset: 0 }]) {
      const found = await seen(member, asked);
      if (JSON.stringify(found?.ids ?? []) !== JSON.stringify(expected)) {
        wrong.push(`${member.name} lists ${found?.ids.length} of ${expected.length}`);
      }
      if (found && found.total !== expected.length)
        wrong.push(`${member.name} counts ${found.total}`);
      if ((found === null) !== isAbsent(collection, member))
        wrong.push('a collection is there or not');
    }
  }
  return wrong;
}

/** Ways to guess hidden values: to search for them, to filter and to sort by them. */
async function oracles(
  stage: Stage,
  member: StageMember,
  { collection, records }: { collection: RuledCollection; records: readonly RuledRecord[] },
): Promise<string[]> {
  const wrong: string[] = [];
  const { id: collectionId } = collection;
  const hidden = collection.fields.filter((field) => isHidden(collection, member, field));
  if (isAbsent(collection, member)) return wrong;
  for (const field of hidden) {
    const { key, name } = field;
    const record = records.find((one) => one.collectionId === collectionId && one.data[key]);
    const search = field.type === 'text' && record ? stage.tokenOf(record, field) : null;
    if (search && (await seen(member, { collectionId, limit: 1, search }))?.total !== 0) {
      wrong.push(`a search found by ${name}`);
    }
    for (const view of [
      { filters: [{ field: key, op: 'is_not_empty' as const }] },
      { sorts: [{ field: key, direction: 'asc' as const }] },
    ]) {
      if (await isAnswered(member, { collectionId, ...view })) wrong.push(`a view named ${name}`);
    }
  }
  return wrong;
}

async function isAnswered(member: StageMember, input: ListInput): Promise<boolean> {
  try {
    await invokePatiently(recordProcedures.list, input, member.call());
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === 'invalid') return false;
    throw error;
  }
}

async function seen(member: StageMember, input: ListInput) {
  try {
    const { records, total } = await invokePatiently(recordProcedures.list, input, member.call());
    return { ids: records.map(({ id }) => id).sort(), total };
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return null;
    throw error;
  }
}
