import { z } from 'zod';
import { Email } from '../../identity/email';
import { NewPassword } from '../../identity/passwords/rule';
import { PersonName } from '../../identity/shapes';
import { isZoneName } from '../../wall-time';
import { maxUploadBytes } from '../brand-settings/picture';
import { brandFonts, densities, HexColor, oneLine, radii } from '../branding/tokens';
import { Slug } from '../slugs';
import { tiers } from '../tiers';

export const Founding = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name.')
    .max(60, 'At most 60 characters.')
    .refine(...oneLine),
  slug: Slug,
  locale: z.enum(['en', 'ko']).default('en'),
  timeZone: z.string().max(60).refine(isZoneName, 'This is no time zone.').default('UTC'),
  look: z.strictObject({
    color: HexColor,
    accent: HexColor.optional(),
    radius: z.literal(radii).default(8),
    density: z.enum(densities).default('comfortable'),
    font: z.enum(brandFonts).default('inter'),
    logo: z.file().max(maxUploadBytes, 'The picture is larger than 4 MB.').optional(),
  }),
  owner: z.strictObject({ name: PersonName, email: Email, password: NewPassword }),
  tier: z.enum(tiers).default('pooled'),
  content: z.enum(['sample', 'empty']).default('sample'),
  invite: z.array(Email).max(20, 'At most 20 at once.').default([]),
});
export type Founding = z.output<typeof Founding>;

export const Founded = z.object({
  tenantId: z.uuid(),
  slug: z.string(),
  /** Where the founder goes on: in signed in, good once for a minute, or to see it being opened. */
  url: z.string(),
});
