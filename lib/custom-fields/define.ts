import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { customFieldReach, customFields, customValues } from '@/db/schema/tenant/custom-fields';
import type { TenantCtx } from '../doors/ctx';
import { AppError, invalid, notFound } from '../errors';
import { keyFor } from '../fields/key-for';
import { allFields, formerKeys, holdFields } from './load';
import type {
  CustomField,
  CustomFieldChange,
  CustomFieldDraft,
  CustomFieldId,
  CustomFieldOrder,
  CustomFieldType,
  NewCustomField,
} from './shapes';
import type { CustomFieldSubject } from './subject';
import { hasChoices } from './types';

const mostFields = 50;
/** With archived ones, whose values are kept. */
const mostEver = 200;

/** Adds a field, last in order. Throws `invalid`, `limit`. */
export async function createField(
  ctx: TenantCtx,
  subject: CustomFieldSubject,
  { type, ...draft }: z.output<typeof NewCustomField>,
): Promise<CustomField> {
  const known = await fieldsToChange(ctx, subject);
  refuseDraft(subject, { type, known, draft });
  refuseMore(known);
  if (known.length >= mostEver) {
    throw new AppError('limit', `There may be ${mostEver} fields with archived ones.`);
  }
  const [last] = await ctx.db
    .select({ position: sql<number>`coalesce(max(${customFields.position}), -1)` })
    .from(customFields)
    .where(eq(customFields.subject, subject.id));
  const former = await formerKeys(ctx.db, subject.id);
  const field = {
    ...stored(draft, type),
    ...{ id: uuidv7(), type },
    key: keyFor(draft.name, new Set([...known.map(({ key }) => key), ...former])),
  };
  const position = Number(last?.position ?? -1) + 1;
  await ctx.db.insert(customFields).values({ ...field, subject: subject.id, position });
  noteField(ctx, field);
  return { ...field, archivedAt: null };
}

/** Says everything of a field anew but its type. Throws `not_found`, `invalid`. */
export async function changeField(
  ctx: TenantCtx,
  subject: CustomFieldSubject,
  { id, ...draft }: z.output<typeof CustomFieldChange>,
): Promise<CustomField> {
  const known = await fieldsToChange(ctx, subject);
  const before = fieldIn(known, id);
  refuseDraft(subject, { type: before.type, known, draft, id });
  const after = stored(draft, before.type);
  await refuseLostChoices(ctx, subject, { before, after });
  await ctx.db.update(customFields).set(after).where(eq(customFields.id, id));
  noteField(ctx, { ...before, ...after });
  return { ...before, ...after };
}

/** Puts these fields first, in this order; the others follow in theirs. Throws `not_found`. */
export async function orderFields(
  ctx: TenantCtx,
  subject: CustomFieldSubject,
  { ids }: z.output<typeof CustomFieldOrder>,
): Promise<{ fields: CustomField[] }> {
  const known = await fieldsToChange(ctx, subject);
  const named = [...new Set(ids)].map((id) => fieldIn(known, id));
  const fields = [...named, ...known.filter(({ id }) => !ids.includes(id))];
  for (const [position, { id }] of fields.entries()) {
    await ctx.db.update(customFields).set({ position }).where(eq(customFields.id, id));
  }
  ctx.about('custom_field', null, { fields: named.length });
  return { fields: await allFields(ctx.db, subject.id) };
}

/** Asks a field of nobody any more; what it holds is kept. Throws `not_found`. */
export async function archiveField(
  ctx: TenantCtx,
  subject: CustomFieldSubject,
  { id }: z.output<typeof CustomFieldId>,
): Promise<CustomField> {
  const field = fieldIn(await fieldsToChange(ctx, subject), id);
  const archivedAt = field.archivedAt ?? new Date();
  await ctx.db.update(customFields).set({ archivedAt }).where(eq(customFields.id, id));
  noteField(ctx, field);
  return { ...field, archivedAt };
}

/** Brings a field back with what it held. Throws `not_found`, `invalid` on its name, `limit`. */
export async function restoreField(
  ctx: TenantCtx,
  subject: CustomFieldSubject,
  { id }: z.output<typeof CustomFieldId>,
): Promise<CustomField> {
  const known = await fieldsToChange(ctx, subject);
  const field = fieldIn(known, id);
  if (field.archivedAt) {
    refuseTaken(known, field.name, id);
    refuseMore(known);
  }
  await ctx.db.update(customFields).set({ archivedAt: null }).where(eq(customFields.id, id));
  noteField(ctx, field);
  return { ...field, archivedAt: null };
}

/** All fields of a subject; who else changes them waits until the transaction ends. */
export async function fieldsToChange(ctx: TenantCtx, { id }: CustomFieldSubject) {
  await holdFields(ctx, id, 'changing');
  return await allFields(ctx.db, id);
}

/** Throws `not_found`. */
export function fieldIn(known: readonly CustomField[], id: string): CustomField {
  const field = known.find((one) => one.id === id);
  if (!field) throw notFound('This field');
  return field;
}

/** The trail is read by people who may not know of fields that are kept from them. */
export const noteField = (
  ctx: TenantCtx,
  { id, name, seenBy }: Pick<CustomField, 'id' | 'name' | 'seenBy'>,
  more: Record<string, unknown> = {},
) => ctx.about('custom_field', id, { ...(seenBy === 'everyone' && { name }), ...more });

function stored({ choices, name, ...draft }: CustomFieldDraft, type: CustomFieldType) {
  return {
    ...draft,
    name: name.normalize('NFC'),
    choices: hasChoices(type)
      ? choices.map((one) => ({ id: one.id ?? newId(), name: one.name.normalize('NFC') }))
      : [],
  };
}

const newId = () => uuidv7().slice(-12);

interface Checked {
  type: CustomFieldType;
  known: readonly CustomField[];
  draft: CustomFieldDraft;
  id?: string;
}

function refuseDraft({ reaches }: CustomFieldSubject, { type, known, draft, id }: Checked) {
  const { name, seenBy, changedBy } = draft;
  refuseTaken(known, name, id);
  if (!reaches.see.includes(seenBy)) throw invalid('seenBy', 'Choose one that is offered.');
  if (!reaches.change.includes(changedBy))
    throw invalid('changedBy', 'Choose one that is offered.');
  if (customFieldReach.indexOf(changedBy) > customFieldReach.indexOf(seenBy)) {
    throw invalid('changedBy', 'Whoever changes a field has to see it.');
  }
  if (hasChoices(type)) refuseChoices(draft.choices);
}

function refuseTaken(known: readonly CustomField[], name: string, id?: string) {
  const taken = known.some(
    (one) => one.id !== id && !one.archivedAt && folded(one.name) === folded(name),
  );
  if (taken) throw invalid('name', 'There is a field of this name already.');
}

const folded = (name: string) => name.normalize('NFKC').toLowerCase();

function refuseChoices(choices: CustomFieldDraft['choices']) {
  if (choices.length === 0) throw invalid('choices', 'Add at least one option.');
  const names = choices.map(({ name }) => folded(name));
  const ids = choices.flatMap(({ id }) => (id ? [id] : []));
  const twice = choices.find(({ name }, at) => names.indexOf(folded(name)) !== at);
  if (twice) throw invalid('choices', `Two options are named ${twice.name}.`);
  if (new Set(ids).size < ids.length) throw invalid('choices', 'Give each option another id.');
}

/** What is brought back was counted among archived ones before. */
function refuseMore(known: readonly CustomField[]) {
  if (known.filter(({ archivedAt }) => !archivedAt).length >= mostFields) {
    throw new AppError('limit', `There may be ${mostFields} fields. Archive one first.`);
  }
}

interface Difference {
  before: CustomField;
  after: Pick<CustomField, 'choices'>;
}

/** A choice that somebody has does not go. */
async function refuseLostChoices(
  { db }: TenantCtx,
  { id: subject }: CustomFieldSubject,
  { before, after }: Difference,
) {
  const gone = before.choices.filter(({ id }) => !after.choices.some((one) => one.id === id));
  if (gone.length === 0) return;
  const held = sql`(${customValues.data} -> ${before.key}::text)`;
  // Of one choice a value is its id, of several a list; both hold it as an element.
  const holding = gone.map(({ id }) => sql`${held} ? ${id}::text`);
  const [found] = await db
    .select({ one: sql`1` })
    .from(customValues)
    .where(and(eq(customValues.subject, subject), isNotNull(held), or(...holding)))
    .limit(1);
  if (!found) return;
  const names = gone.map(({ name }) => name).join(', ');
  throw invalid('choices', `Somebody has an option that you take away: ${names}.`);
}
