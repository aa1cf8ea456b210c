import { and, eq, sql } from 'drizzle-orm';
import { customValues } from '@/db/schema/tenant/custom-fields';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '../doors/ctx';
import { AppError, invalid } from '../errors';
import { sameValue, type Value } from '../fields/value';
import { keyedHash } from '../identity/secrets';
import { holdFields, liveFields, reachOf } from './load';
import type { CustomField, CustomValues, CustomValuesChange } from './shapes';
import type { CustomFieldSubject, Thing } from './subject';
import { parseValue, showValue, valueIn } from './types';

type Data = Record<string, unknown>;

interface Row {
  data: Data;
}

const nothing: Row = { data: {} };

/** Of all that the fields of one thing hold, archived ones too: each change is logged whole. */
const largestBytes = 128 * 1024;

/** What the caller sees of the fields of one thing. */
export async function readValues(
  ctx: TenantCtx,
  subject: CustomFieldSubject,
  thing: Thing,
): Promise<CustomValues> {
  const fields = await liveFields(ctx.db, subject.id);
  const [row = nothing] = await rowOf(ctx.db, subject, thing);
  return present(ctx, { subject, thing, fields, row });
}

/**
 * Fills in fields of a thing that `hold` holds. Changes of different fields by several people all
 * stay; one that somebody else changed since the editor saw it is a `conflict` that carries what is
 * held now. Throws `invalid` by field, `forbidden` for what the caller sees and may not change, `limit`.
 */
export async function fillValues(
  ctx: TenantCtx,
  subject: CustomFieldSubject,
  { thing, change }: { thing: Thing; change: CustomValuesChange },
): Promise<CustomValues> {
  if (!change.base && change.version === undefined) {
    throw invalid('version', 'Give the version or the values that you saw.');
  }
  await holdFields(ctx, subject.id, 'filling');
  const fields = await liveFields(ctx.db, subject.id);
  const [row = nothing] = await rowOf(ctx.db, subject, thing).for('update');
  const here = { subject, thing, fields, row };
  const next = checked(ctx, here, change.changes);
  ctx.about(subject.id, thing.id, { fields: Object.keys(next).length });
  refuseStale(ctx, here, { ...change, next });
  const changed = Object.keys(next).some((key) => !sameValue(next[key], valueIn(row.data, key)));
  if (!changed) return present(ctx, here);
  const data = { ...row.data, ...next };
  refuseLarger(here, { data, next });
  await ctx.db
    .insert(customValues)
    .values({ data, subject: subject.id, thingId: thing.id })
    .onConflictDoUpdate({
      target: [customValues.tenantId, customValues.subject, customValues.thingId],
      set: { data },
    });
  return present(ctx, { ...here, row: { data } });
}

/** Strikes what the fields of a thing hold. */
export async function forgetValues(db: TenantDb, subject: string, thingId: string): Promise<void> {
  await db
    .delete(customValues)
    .where(and(eq(customValues.subject, subject), eq(customValues.thingId, thingId)));
}

const ofThing = (subject: CustomFieldSubject, thing: Thing) =>
  and(eq(customValues.subject, subject.id), eq(customValues.thingId, thing.id));

const rowOf = (db: TenantDb, subject: CustomFieldSubject, thing: Thing) =>
  db.select({ data: customValues.data }).from(customValues).where(ofThing(subject, thing));

interface Here {
  subject: CustomFieldSubject;
  thing: Thing;
  fields: readonly CustomField[];
  row: Row;
}

function present(ctx: TenantCtx, { subject, thing, fields, row }: Here): CustomValues {
  const reach = reachOf(ctx, subject, thing);
  const seen = fields.filter(reach.sees);
  const values = seen.map(({ key }) => [key, valueIn(row.data, key)] as const);
  return {
    // Of what the caller sees alone: a count would tell of changes to what is kept from them.
    version: keyedHash('custom values', ctx.tenant.id, thing.id, JSON.stringify(values)),
    fields: seen.map((field) => ({ ...field, mayChange: reach.changes(field) })),
    values: Object.fromEntries(values),
  };
}

/** The values to store. A field that the caller does not see is unknown to them. */
function checked(ctx: TenantCtx, { subject, thing, fields }: Here, changes: Data) {
  const reach = reachOf(ctx, subject, thing);
  const next: Record<string, Value> = {};
  const errors: Record<string, string> = {};
  for (const [key, raw] of Object.entries(changes)) {
    const field = fields.find((one) => one.key === key && reach.sees(one));
    if (!field) {
      errors[`changes.${key}`] = 'There is no such field.';
      continue;
    }
    if (!reach.changes(field)) throw locked(field);
    const parsed = parseValue(field, raw);
    if (parsed.ok) next[key] = parsed.value;
    else errors[`changes.${key}`] = `${field.name} ${parsed.message}.`;
  }
  const [first] = Object.values(errors);
  if (first) throw new AppError('invalid', first, { fields: errors });
  return next;
}

const bytesOf = (data: Data) => Buffer.byteLength(JSON.stringify(data));

function refuseLarger({ fields, row }: Here, { data, next }: { data: Data; next: Data }) {
  const bytes = bytesOf(data);
  if (bytes <= largestBytes || bytes <= bytesOf(row.data)) return;
  const size = ({ key }: CustomField) =>
    Object.hasOwn(next, key) ? bytesOf({ of: next[key] }) : 0;
  const [largest] = [...fields].sort((a, b) => size(b) - size(a));
  const message = 'All fields together hold too much. Shorten a text.';
  throw new AppError('limit', message, { fields: { [`changes.${largest?.key}`]: message } });
}

const locked = ({ name }: CustomField) =>
  new AppError('forbidden', `You may not change ${name}. An admin can.`);

interface Asked extends CustomValuesChange {
  next: Record<string, Value>;
}

function refuseStale(ctx: TenantCtx, here: Here, { next, base, version }: Asked) {
  const { fields, row } = here;
  const current = present(ctx, here);
  const lost = fields.filter(({ key }) => {
    if (!Object.hasOwn(next, key)) return false;
    const held = valueIn(row.data, key);
    if (sameValue(held, next[key])) return false;
    return base && Object.hasOwn(base, key)
      ? !sameValue(held, base[key])
      : version !== current.version;
  });
  const [field] = lost;
  if (!field) return;
  const held = showValue(field, valueIn(row.data, field.key));
  const now = held ? `: it is now “${held.slice(0, 80)}”` : '';
  throw new AppError('conflict', `${field.name} was changed by somebody else meanwhile${now}.`, {
    fields: Object.fromEntries(
      lost.map(({ key, name }) => [`changes.${key}`, `${name} was changed meanwhile`]),
    ),
    current,
  });
}

/** Gives what a thing's fields hold to another thing, which keeps what it has itself. */
export async function moveValues(
  ctx: TenantCtx,
  { subject, from, to }: { subject: string; from: string; to: string },
): Promise<void> {
  const { db } = ctx;
  // What a field held that is deleted meanwhile goes with it.
  await holdFields(ctx, subject, 'filling');
  const of = (id: string) => and(eq(customValues.subject, subject), eq(customValues.thingId, id));
  const [former] = await db.select({ data: customValues.data }).from(customValues).where(of(from));
  if (!former) return;
  await db
    .insert(customValues)
    .values({ subject, thingId: to, data: former.data })
    .onConflictDoUpdate({
      target: [customValues.tenantId, customValues.subject, customValues.thingId],
      set: { data: sql`excluded.data || ${customValues.data}` },
    });
  await db.delete(customValues).where(of(from));
}
