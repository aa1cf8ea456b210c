import { eq } from 'drizzle-orm';
import { fields } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { AppError } from '@/lib/errors';
import type { Value } from '@/lib/fields/value';
import { holdsFiles, letFieldGo } from '../attachments/hold';
import { presentField } from '../collections/read';
import type { CollectionsCtx, ReadingCtx } from '../context';
import { type LoadedCollection, loadCollection, lockCollection } from '../load';
import { designOf } from '../rules/fields';
import { knownTo } from '../values/known';
import { slotKind } from '../values/slots';
import type { Known } from '../values/value';
import { convertData, needsConversion } from './convert';
import { designOfField, refuseBroken, resolvedAmong, storedFormula } from './formulas';
import { storedOptions } from './keys';
import { type Conversion, choicesFromData, previewConversion } from './preview';
import { reshapeRecords } from './reshape';
import type { Field, FieldOptions, FieldType, StoredField } from './shapes';
import { slotFor } from './slots';
import { ruleOf } from './types';
import { checkWays, forgetLinks } from './ways';
import { checkName, checkOptions, defaultFor, fieldOf, requirement, uniqueness } from './write';

export interface FieldChange {
  collectionId: string;
  fieldId: string;
  name?: string | undefined;
  type?: FieldType | undefined;
  options?: FieldOptions | undefined;
  required?: boolean | undefined;
  unique?: boolean | undefined;
  default?: Value | undefined;
  width?: number | undefined;
  /** Agrees that values which cannot be converted become empty. */
  acceptLoss?: boolean | undefined;
}

/**
 * Changes a field. A change of type or choices converts every record in the same transaction.
 * Throws `precondition` when values would be lost and `acceptLoss` is not set.
 */
export async function updateField(ctx: CollectionsCtx, change: FieldChange): Promise<Field> {
  const collection = await lockCollection(ctx, change.collectionId);
  const { from, to, known, read } = await planChange(ctx, collection, change);
  const after = collection.fields.map((field) => (field.id === to.id ? to : field));
  refuseBroken(from, { before: collection.fields, after });
  const converts = needsConversion(from, to);
  if (converts) {
    await refuseLoss(ctx.db, change, { collectionId: collection.id, from, to, known, read });
  }
  const claims = to.unique !== from.unique;
  if (to.unique && (claims || converts)) {
    await refuseRepeats(ctx.db, { collectionId: collection.id, from, to, known, read });
  }
  const { name, type, options, required, width, slot, unique, default: defaultValue } = to;
  await ctx.db
    .update(fields)
    .set({ name, type, options, required, width, slot, isUnique: unique, defaultValue })
    .where(eq(fields.id, from.id));
  if (from.type === 'relation' && to.type !== 'relation') await forgetLinks(ctx.db, from.id);
  if (holdsFiles(from) && !holdsFiles(to)) await letFieldGo(ctx.db, from.id);
  if (converts || claims) {
    await reshapeRecords(ctx.db, {
      collectionId: collection.id,
      fields: designOf(after),
      change: (data) => convertData(data, { from, to, known }),
    });
  }
  ctx.about('field', from.id, { name, type, from: { name: from.name, type: from.type } });
  return presentField(readAs(ctx, collection, to));
}

const readAs = ({ tenant }: ReadingCtx, { fields }: LoadedCollection, field: StoredField) =>
  resolvedAmong(fields, field, { now: new Date(), timeZone: tenant.timeZone });

/** What a change would do to existing values, without doing it. */
export async function previewField(
  ctx: ReadingCtx,
  change: FieldChange,
): Promise<Conversion & { field: Field }> {
  const collection = await loadCollection(ctx, change.collectionId);
  const { from, to, known, read } = await planChange(ctx, collection, change);
  const counts = await previewConversion(ctx.db, {
    collectionId: collection.id,
    from,
    to,
    known,
    read,
  });
  return { ...counts, field: presentField(readAs(ctx, collection, to)) };
}

async function planChange(ctx: ReadingCtx, collection: LoadedCollection, change: FieldChange) {
  const read = fieldOf(collection, change.fieldId);
  const from = designOfField(read);
  const type = change.type ?? from.type;
  const given = change.options ?? optionsKept(from, type);
  checkOptions(type, given);
  await checkWays(ctx.db, collection, { type, options: given });
  const options = storedFormula(collection.fields, { type, options: given, id: from.id });
  const known = await knownTo(ctx, [from, { type, options: storedOptions(type, given) }]);
  const to: StoredField = {
    ...from,
    type,
    name: (change.name ?? from.name).normalize('NFC'),
    options: storedOptions(type, options),
    required: requirement(type, change.required ?? (ruleOf(type).readOnly ? false : from.required)),
    width: change.width ?? from.width,
    slot: slotAfter(collection, from, type),
    unique: uniqueness(type, change.unique ?? (ruleOf(type).same ? from.unique : false)),
    default: null,
  };
  checkName(collection.fields, to.name, from.id);
  const split = ruleOf(type).choicesIn;
  if (split && !ruleOf(from.type).choicesIn && !given.choices?.length) {
    const source = { collectionId: collection.id, from, known, split };
    to.options = { ...to.options, choices: await choicesFromData(ctx.db, source) };
  }
  to.default = defaultAfter(ctx, { from, to, change });
  return { from, to, known, read };
}

/** The default asked for, or the one there was when the field still takes it. */
function defaultAfter(
  { tenant }: ReadingCtx,
  { from, to, change }: { from: StoredField; to: StoredField; change: FieldChange },
): Value {
  if (change.default !== undefined) return defaultFor(to, change.default, tenant.timeZone);
  try {
    return defaultFor(to, from.default, tenant.timeZone);
  } catch {
    return null;
  }
}

/** Options that go with a field to its new type: all to its own, choices to another type of choices. */
function optionsKept({ type, options }: StoredField, next: FieldType): FieldOptions {
  if (next === type) return options;
  const { choices } = options;
  return ruleOf(next).choicesIn && choices ? { choices } : {};
}

function slotAfter(collection: LoadedCollection, from: StoredField, type: FieldType) {
  if (from.slot && slotKind(type) === slotKind(from.type)) return from.slot;
  return slotFor(
    type,
    collection.fields.filter((field) => field.id !== from.id),
  );
}

interface Planned {
  collectionId: string;
  from: StoredField;
  to: StoredField;
  known: Known;
  read: StoredField;
}

async function refuseRepeats(db: TenantDb, planned: Planned) {
  const { repeated } = await previewConversion(db, planned);
  if (repeated.length === 0) return;
  const named = repeated.slice(0, 3).map(({ value, count }) => `“${value}” (${count} records)`);
  const more = repeated.length > 3 ? ' and others' : '';
  const message = `${planned.to.name} cannot be different in each record: ${named.join(', ')}${more}.`;
  throw new AppError('conflict', message, { fields: { unique: message } });
}

async function refuseLoss(db: TenantDb, { acceptLoss }: FieldChange, change: Planned) {
  if (acceptLoss) return;
  const { lost, shortened } = await previewConversion(db, change);
  if (lost + shortened === 0) return;
  const { name } = change.from;
  if (lost === 0) {
    throw new AppError(
      'precondition',
      `${shortened} ${shortened === 1 ? 'value' : 'values'} of ${name} would lose a part. Look at the preview, then accept the loss.`,
      { fields: { type: `${shortened} would lose a part` } },
    );
  }
  throw new AppError(
    'precondition',
    `${lost} ${lost === 1 ? 'value' : 'values'} of ${name} cannot be converted and would become empty. Look at the preview, then accept the loss.`,
    { fields: { type: `${lost} would be lost` } },
  );
}
