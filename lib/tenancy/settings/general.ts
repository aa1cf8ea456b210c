import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { tenants } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { isZoneName } from '../../wall-time';

/** An IANA time zone this runtime knows. */
const TimeZone = z
  .string()
  .max(64)
  .refine(isZoneName, 'Choose a time zone from the list, such as Asia/Seoul.');

export const GeneralSettings = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name.')
    .max(60, 'Keep this under 60 characters.')
    .refine((name) => !/\p{Cc}/u.test(name), 'Remove the control characters.'),
  locale: z.enum(['en', 'ko']),
  timeZone: TimeZone,
});
export type GeneralSettings = z.output<typeof GeneralSettings>;

export const GeneralFacts = GeneralSettings.extend({
  id: z.uuid(),
  slug: z.string(),
  primaryHost: z.string().nullable(),
  createdAt: z.coerce.date(),
});

export async function getGeneral(ctx: ControlCtx): Promise<z.input<typeof GeneralFacts>> {
  const { id, slug, primaryHost, name, locale, timeZone } = ctx.tenant;
  const [row] = await ctx.db.select({ createdAt: tenants.createdAt }).from(tenants);
  return {
    id,
    slug,
    primaryHost,
    name,
    locale,
    timeZone,
    createdAt: row?.createdAt ?? new Date(0),
  };
}

// Row security shows this tenant's own row only, so the update names none.
export async function changeGeneral(
  ctx: ControlCtx,
  input: GeneralSettings,
): Promise<GeneralSettings> {
  const { name, locale, timeZone } = ctx.tenant;
  await ctx.db.update(tenants).set(input).where(sql`true`);
  ctx.about('tenant', ctx.tenant.id, { before: { name, locale, timeZone }, after: input });
  return input;
}
