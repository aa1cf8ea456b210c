import { and, eq } from 'drizzle-orm';
import { fields } from '@/db/schema/tenant/collections';
import { AppError, invalid, notFound } from '@/lib/errors';
import { keyFor } from '@/lib/fields/key-for';
import type { Value } from '@/lib/fields/value';
import { holdsFiles, letFieldGo, takeFieldBack } from '../attachments/hold';
import { presentField } from '../collections/read';
import type { CollectionsCtx } from '../context';
import { type LoadedCollection, loadCollection, lockCollection } from '../load';
import type { AskingDb } from '../rules/reader';
import { parseValue, sentenceOf } from '../values/parse';
import { patternProblem } from '../values/pattern';
import type { Data } from '../values/row';
import { nothingKnown } from '../values/value';
import { refuseBroken, resolvedAmong, storedFormula } from './formulas';
import { storedOptions } from './keys';
import { previewConversion } from './preview';
import { reshapeRecords } from './reshape';
import type { Field, FieldOptions, FieldType, StoredField } from './shapes';
import { clearSlot, slotFor } from './slots';
import { ruleOf } from './types';
import { checkWays, forgetLinks } from './ways';

/** Fields one collection may have. */
const maxFields = 100;

export interface FieldInput {
  collectionId: string;
  name: string;
  type: FieldType;
  options?: FieldOptions | undefined;
  required?: boolean | undefined;
  unique?: boolean | undefined;
  default?: Value | undefined;
  width?: number | undefined;
}

/** Adds a field, last in order. Throws `conflict` for a name in use and `limit` at 100 fields. */
export async function createField(ctx: CollectionsCtx, input: FieldInput): Promise<Field> {
  const collection = await lockCollection(ctx, input.collectionId);
  const field = await addField(ctx, collection, input);
  ctx.about('field', field.id, { name: field.name, type: field.type });
  return presentField(field);
}

/** As `createField`, for a collection that is locked already; its list of fields grows by one. */
export async function addField(
  { db, tenant }: Pick<CollectionsCtx, 'db' | 'tenant'>,
  collection: LoadedCollection,
  input: Omit<FieldInput, 'collectionId'>,
): Promise<StoredField> {
  checkName(collection.fields, input.name);
  checkOptions(input.type, input.options ?? {});
  if (collection.fields.length >= maxFields) {
    throw new AppError('limit', `A collection has up to ${maxFields} fields.`);
  }
  await checkWays(db, collection, input);
  const options = storedFormula(collection.fields, {
    type: input.type,
    options: input.options ?? {},
  });
  const slot = slotFor(input.type, collection.fields);
  if (slot) await clearSlot(db, collection.id, slot);
  const taken = await db
    .select({ key: fields.key })
    .from(fields)
    .where(eq(fields.collectionId, collection.id));
  const values = {
    key: keyFor(input.name, new Set(taken.map(({ key }) => key))),
    name: input.name.normalize('NFC'),
    type: input.type,
    options: storedOptions(input.type, options),
    required: requirement(input.type, input.required),
    unique: uniqueness(input.type, input.unique),
    default: null as Value,
    position: (collection.fields.at(-1)?.position ?? -1) + 1,
    width: input.width ?? 180,
    slot,
  };
  values.default = defaultFor(values, input.default ?? null, tenant.timeZone);
  const { unique, default: defaultValue, ...rest } = values;
  const [created] = await db
    .insert(fields)
    .values({ ...rest, isUnique: unique, defaultValue, collectionId: collection.id })
    .returning({ id: fields.id });
  if (!created) throw notFound();
  const clock = { now: new Date(), timeZone: tenant.timeZone };
  const field = resolvedAmong(collection.fields, { id: created.id, ...values }, clock);
  collection.fields.push(field);
  return field;
}

/** Puts the fields into the order of these ids, which must be all of the collection's. */
export async function reorderFields(
  ctx: CollectionsCtx,
  { collectionId, fieldIds }: { collectionId: string; fieldIds: string[] },
): Promise<Field[]> {
  const collection = await lockCollection(ctx, collectionId);
  const known = new Set(collection.fields.map(({ id }) => id));
  const asked = new Set(fieldIds);
  if (asked.size !== known.size || fieldIds.some((id) => !known.has(id))) {
    throw invalid('fieldIds', 'Name each field of the collection once.');
  }
  for (const [position, id] of fieldIds.entries()) {
    await ctx.db.update(fields).set({ position }).where(eq(fields.id, id));
  }
  ctx.about('collection', collectionId, { fields: fieldIds.length });
  return (await loadCollection(ctx, collectionId)).fields.map(presentField);
}

/** Hides a field and its values; `restoreField` brings both back. */
export async function deleteField(
  ctx: CollectionsCtx,
  { collectionId, fieldId }: { collectionId: string; fieldId: string },
) {
  const collection = await lockCollection(ctx, collectionId);
  const field = fieldOf(collection, fieldId);
  const after = collection.fields.filter(({ id }) => id !== fieldId);
  refuseBroken(field, { before: collection.fields, after });
  await ctx.db
    .update(fields)
    .set({ deletedAt: new Date(), slot: null })
    .where(eq(fields.id, fieldId));
  if (field.type === 'relation') await forgetLinks(ctx.db, fieldId);
  if (holdsFiles(field)) await letFieldGo(ctx.db, fieldId);
  if (!field.formula && (ruleOf(field.type).words || field.unique))
    await refreshRecords(ctx, collectionId);
  ctx.about('field', fieldId, { name: field.name });
  return { id: fieldId };
}

export async function restoreField(
  ctx: CollectionsCtx,
  { collectionId, fieldId }: { collectionId: string; fieldId: string },
): Promise<Field> {
  const collection = await lockCollection(ctx, collectionId);
  const [deleted] = await ctx.db
    .select({ id: fields.id, name: fields.name, type: fields.type, deletedAt: fields.deletedAt })
    .from(fields)
    .where(and(eq(fields.id, fieldId), eq(fields.collectionId, collectionId)));
  if (!deleted?.deletedAt) throw notFound('This field');
  checkName(collection.fields, deleted.name);
  const slot = slotFor(deleted.type, collection.fields);
  if (slot) await clearSlot(ctx.db, collectionId, slot);
  await ctx.db.update(fields).set({ deletedAt: null, slot }).where(eq(fields.id, fieldId));
  await dropRepeated(ctx, { collectionId, fieldId });
  const back = fieldOf(await loadCollection(ctx, collectionId), fieldId);
  if (back.formula?.problem) throw invalid('fieldId', back.formula.problem.message);
  await refreshRecords(
    ctx,
    collectionId,
    holdsFiles(back) ? await takeFieldBack(ctx.db, back) : undefined,
  );
  ctx.about('field', fieldId, { name: deleted.name });
  return presentField(back);
}

/** While a field is away nothing keeps its values apart: one that now repeats comes back as not unique. */
async function dropRepeated(
  asking: AskingDb,
  { collectionId, fieldId }: { collectionId: string; fieldId: string },
) {
  const { db } = asking;
  const field = fieldOf(await loadCollection(asking, collectionId), fieldId);
  if (!field.unique) return;
  const same = { collectionId, from: field, to: field, known: nothingKnown, read: field };
  const { repeated } = await previewConversion(db, same);
  if (repeated.length === 0) return;
  await db.update(fields).set({ isUnique: false }).where(eq(fields.id, fieldId));
}

/** Rewrites search text and slots of every record from the documents as they stand. */
async function refreshRecords(
  asking: AskingDb,
  collectionId: string,
  change: (data: Data) => Data = (data) => data,
) {
  const { design } = await loadCollection(asking, collectionId);
  await reshapeRecords(asking.db, {
    collectionId,
    fields: design,
    change,
  });
}

export function fieldOf(collection: LoadedCollection, fieldId: string): StoredField {
  const field = collection.fields.find(({ id }) => id === fieldId);
  if (!field) throw notFound('This field');
  return field;
}

/** Throws `invalid` for a type whose values may always repeat. */
export function uniqueness(type: FieldType, wanted: boolean | undefined): boolean {
  if (wanted && !ruleOf(type).same) {
    throw invalid('unique', `${ruleOf(type).name} cannot be different in each record.`);
  }
  return wanted ?? false;
}

/** Throws `invalid` for a type that nobody fills in. */
export function requirement(type: FieldType, wanted: boolean | undefined): boolean {
  if (wanted && ruleOf(type).readOnly) {
    throw invalid('required', `${ruleOf(type).name} is filled in by itself.`);
  }
  return wanted ?? false;
}

/** A default as it is stored. Throws `invalid` for what the field would refuse. */
export function defaultFor(
  field: Pick<StoredField, 'name' | 'type' | 'options' | 'unique'>,
  raw: Value,
  timeZone: string,
): Value {
  const { moving } = ruleOf(field.type);
  if (raw === null || raw === moving?.word) return raw;
  if (ruleOf(field.type).readOnly || isElsewhere(ruleOf(field.type).names)) {
    throw invalid('default', `${ruleOf(field.type).name} has no default.`);
  }
  if (field.unique)
    throw invalid('default', 'A value that each record has once cannot be a default.');
  if (moving?.word === 'me') throw invalid('default', 'The default can be me, or nothing.');
  const parsed = parseValue(field, raw, { ...nothingKnown, timeZone });
  if (!parsed.ok) throw invalid('default', sentenceOf({ name: 'The default' }, parsed));
  return parsed.value;
}

const isElsewhere = (names: string | undefined) => names === 'records' || names === 'files';

/** Throws `conflict` when another field of the collection has this name. */
export function checkName(present: readonly StoredField[], name: string, except?: string) {
  const folded = name.normalize('NFC').toLowerCase();
  if (present.some((field) => field.id !== except && field.name.toLowerCase() === folded)) {
    throw new AppError('conflict', `There is a field named ${name} already.`, {
      fields: { name: 'Another field has this name' },
    });
  }
}

/** Throws `invalid` for options that the type cannot have. */
export function checkOptions(type: FieldType, options: FieldOptions) {
  const problem = ruleOf(type).checkOptions?.(options);
  if (problem) throw invalid(`options.${problem.path}`, problem.message);
  const unread = options.pattern ? patternProblem(options.pattern) : null;
  if (unread) throw invalid('options.pattern', unread);
}
