import { and, inArray } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { ReadingCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { type LoadedCollection, loadCollections } from '../load';
import { rowsAmong } from '../rules/rows';
import { heldValue } from '../values/held';
import { knownTo } from '../values/known';
import type { Data } from '../values/row';
import { showValue } from '../values/show';
import { summed } from '../values/summed';
import { titleOf } from '../values/title';
import type { Known } from '../values/value';
import type { RecordShape } from './shapes';

interface Target {
  collectionId: string;
  data: Data;
  deletedAt: Date | null;
}

/**
 * Records with what their relations lead to: the names of linked records in `links`, and the values of
 * look-up fields in `data`. Reads nothing where no field leads anywhere.
 */
export async function withLinked<R extends { data: Record<string, unknown> }>(
  source: ReadingCtx,
  fields: readonly StoredField[],
  rows: readonly R[],
): Promise<(R & Pick<RecordShape, 'links'>)[]> {
  const relations = fields.filter(({ type }) => type === 'relation');
  if (relations.length === 0) return [...rows];
  const ids = new Set(rows.flatMap(({ data }) => relations.flatMap(({ key }) => idsIn(data[key]))));
  const lookups = fields.filter(({ type }) => type === 'lookup');
  const shownIds = new Set(lookups.flatMap(({ options }) => options.shownId ?? []));
  const linked = await targetsOf(source, relations, { ids: [...ids], shownIds });
  return rows.map((row) => {
    const links: Record<string, string> = {};
    for (const { key } of relations) {
      for (const id of idsIn(row.data[key])) {
        const name = linked.nameOf(id);
        if (name !== undefined) links[id] = name;
      }
    }
    const values = lookups.map(({ key, options }) => {
      const through = relations.find(({ id }) => id === options.relationId);
      const texts = through ? looked(linked, idsIn(row.data[through.key]), options) : [];
      return [key, texts.length > 0 ? texts : null] as const;
    });
    return { ...row, data: { ...row.data, ...Object.fromEntries(values) }, links };
  });
}

type Linked = Awaited<ReturnType<typeof targetsOf>>;

/** What a look-up shows of the records that a relation leads to, of those the reader may see. */
function looked(
  linked: Linked,
  ids: readonly string[],
  { shownId, summary = 'each' }: StoredField['options'],
): string[] {
  const seen = ids.filter((id) => linked.nameOf(id) !== undefined);
  if (summary === 'count') return [String(seen.length)];
  if (summary === 'each') return seen.flatMap((id) => linked.shown(id, shownId) || []);
  const held = seen.flatMap((id) => linked.held(id, shownId) ?? []);
  const [first] = held;
  const figure =
    first &&
    summed(
      summary,
      first.field,
      held.map(({ value }) => value),
    );
  return figure ? [figure] : [];
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

async function targetsOf(
  source: ReadingCtx,
  relations: readonly StoredField[],
  { ids, shownIds }: { ids: string[]; shownIds: ReadonlySet<string> },
) {
  const { db } = source;
  const collectionIds = [...new Set(relations.flatMap(({ options }) => options.targetId ?? []))];
  const targets = new Map<string, Target>();
  const collections = new Map<string, LoadedCollection>();
  if (ids.length > 0) {
    const theirs = await loadCollections(source, { ids: collectionIds, trashed: 'too' });
    for (const collection of theirs) collections.set(collection.id, collection);
    const found = await db
      .select({
        id: records.id,
        collectionId: records.collectionId,
        data: records.data,
        deletedAt: records.deletedAt,
      })
      .from(records)
      .where(and(rowsAmong(theirs), inArray(records.id, ids)));
    for (const { id, ...target } of found) targets.set(id, target as Target);
  }
  const fields = [...collections.values()].flatMap((collection) => collection.fields);
  const named = fields.filter((field) => shownIds.has(field.id) && namesPeople(field));
  const known = await knownTo(source, named);
  return { ...readers(targets, collections, known) };
}

const namesPeople = ({ type }: StoredField) => type === 'person';

function readers(
  targets: ReadonlyMap<string, Target>,
  collections: ReadonlyMap<string, LoadedCollection>,
  known: Known,
) {
  const live = (id: string) => {
    const target = targets.get(id);
    return target?.deletedAt === null ? target : undefined;
  };
  const fieldsOf = (target: Target) => collections.get(target.collectionId)?.fields ?? [];
  const held = (id: string, fieldId: string | undefined) => {
    const target = live(id);
    const field = target && fieldsOf(target).find((one) => one.id === fieldId);
    return target && field && { field, value: heldValue(field, target.data) };
  };
  return {
    /** What a linked record is called; nothing when it is in the trash or out of the reader's sight. */
    nameOf(id: string): string | undefined {
      const target = live(id);
      return target && titleOf(fieldsOf(target), target.data);
    },
    held,
    /** What stands in a field of a linked record, as a person reads it. */
    shown(id: string, fieldId: string | undefined): string {
      const there = held(id, fieldId);
      return there ? showValue(there.field, there.value, known) : '';
    },
  };
}
