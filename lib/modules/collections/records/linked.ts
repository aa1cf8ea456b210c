import { inArray } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { CollectionsCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { knownTo } from '../values/known';
import type { Data } from '../values/row';
import { showValue, valueIn } from '../values/show';
import { fieldsOfCollections, type TargetField } from '../values/targets';
import { titleOf } from '../values/title';
import type { Known } from '../values/value';
import type { RecordShape } from './shapes';

type Source = Pick<CollectionsCtx, 'db' | 'tenant'>;

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
  source: Source,
  fields: readonly StoredField[],
  rows: readonly R[],
): Promise<(R & Pick<RecordShape, 'links'>)[]> {
  const relations = fields.filter(({ type }) => type === 'relation');
  if (relations.length === 0) return [...rows];
  const ids = new Set(rows.flatMap(({ data }) => relations.flatMap(({ key }) => idsIn(data[key]))));
  const linked = await targetsOf(source, relations, [...ids]);
  const lookups = fields.filter(({ type }) => type === 'lookup');
  return rows.map((row) => {
    const links: Record<string, string> = {};
    for (const { key } of relations) {
      for (const id of idsIn(row.data[key])) {
        const name = linked.nameOf(id);
        if (name !== undefined) links[id] = name;
      }
    }
    const looked = lookups.map(({ key, options }) => {
      const through = relations.find(({ id }) => id === options.relationId);
      const from = through ? idsIn(row.data[through.key]) : [];
      const texts = from.flatMap((id) => linked.shown(id, options.shownId) || []);
      return [key, texts.length > 0 ? texts : null] as const;
    });
    return { ...row, data: { ...row.data, ...Object.fromEntries(looked) }, links };
  });
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

async function targetsOf(source: Source, relations: readonly StoredField[], ids: string[]) {
  const { db } = source;
  const collectionIds = [...new Set(relations.flatMap(({ options }) => options.targetId ?? []))];
  const targets = new Map<string, Target>();
  let fields: TargetField[] = [];
  if (ids.length > 0) {
    const [found, theirs] = await db.batch([
      db
        .select({
          id: records.id,
          collectionId: records.collectionId,
          data: records.data,
          deletedAt: records.deletedAt,
        })
        .from(records)
        .where(inArray(records.id, ids)),
      fieldsOfCollections(db, collectionIds),
    ]);
    fields = theirs as TargetField[];
    for (const { id, ...target } of found) targets.set(id, target as Target);
  }
  const known = await knownTo(source, fields.filter(namesPeople));
  return { ...readers(targets, fields, known) };
}

const namesPeople = ({ type }: TargetField) => type === 'person';

function readers(targets: Map<string, Target>, fields: readonly TargetField[], known: Known) {
  const live = (id: string) => {
    const target = targets.get(id);
    return target?.deletedAt === null ? target : undefined;
  };
  return {
    /** What a linked record is called; nothing when it is in the trash. */
    nameOf(id: string): string | undefined {
      const target = live(id);
      const own = fields.filter(({ collectionId }) => collectionId === target?.collectionId);
      return target && titleOf(own, target.data);
    },
    /** What stands in a field of a linked record. */
    shown(id: string, fieldId: string | undefined): string {
      const target = live(id);
      const field = fields.find((one) => one.id === fieldId);
      return target && field ? showValue(field, valueIn(target.data, field.key), known) : '';
    },
  };
}
