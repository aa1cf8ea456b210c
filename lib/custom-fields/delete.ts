import { and, count, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { customFields, customValues } from '@/db/schema/tenant/custom-fields';
import type { TenantCtx } from '../doors/ctx';
import { AppError } from '../errors';
import { fieldIn, fieldsToChange, noteField } from './define';
import { allFields, keepKey } from './load';
import type { CustomField, CustomFieldId, CustomFieldUse } from './shapes';
import type { CustomFieldSubject } from './subject';

/** Of how many things a field holds something, archived or not. Throws `not_found`. */
export async function countUse(
  ctx: TenantCtx,
  subject: CustomFieldSubject,
  { id }: z.output<typeof CustomFieldId>,
): Promise<CustomFieldUse> {
  return await amountIn(ctx, subject, fieldIn(await allFields(ctx.db, subject.id), id));
}

/**
 * Strikes an archived field with all that it holds, and says of how many things that was. Throws
 * `not_found`, `precondition` for one that is not archived.
 */
export async function deleteField(
  ctx: TenantCtx,
  subject: CustomFieldSubject,
  { id }: z.output<typeof CustomFieldId>,
): Promise<CustomFieldUse> {
  const field = fieldIn(await fieldsToChange(ctx, subject), id);
  if (!field.archivedAt) {
    throw new AppError('precondition', 'Archive the field before you delete it.');
  }
  const use = await amountIn(ctx, subject, field);
  await ctx.db
    .update(customValues)
    .set({ data: sql`${customValues.data} - ${field.key}::text` })
    .where(and(eq(customValues.subject, subject.id), sql`${customValues.data} ? ${field.key}`));
  await ctx.db.delete(customFields).where(eq(customFields.id, id));
  await keepKey(ctx.db, subject.id, field.key);
  noteField(ctx, field, use);
  return use;
}

async function amountIn({ db }: TenantCtx, { id }: CustomFieldSubject, { key }: CustomField) {
  const held = sql`coalesce(${customValues.data} -> ${key}::text, 'null') <> 'null'`;
  const [found] = await db
    .select({ values: count() })
    .from(customValues)
    .where(and(eq(customValues.subject, id), held));
  return { values: found?.values ?? 0 };
}
