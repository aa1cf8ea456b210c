import { z } from 'zod';

/** Names that lead somewhere of the platform's own, or that a stranger could pose with. */
const reserved = new Set(
  `www api console admin app apps auth account accounts assets billing blog cdn community contact
  dashboard demo dev developer developers docs edge email files ftp git graphql help home host hosts
  id identity imap internal invite legal localhost login logout mail mailbox marketing media mx
  name news ns ns1 ns2 oauth ops payments platform pop portal postmaster pricing privacy public
  register root rowhouse sales search secure security settings shop signin signup smtp sso staff
  staging static status store stripe support sys system team teams terms test tenant tenants token
  trust upload uploads web webhook webhooks webmail well-known wiki`.split(/\s+/),
);

/** A tenant's address below the root domain: 3-40 of a-z, 0-9 and single hyphens inside. */
export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3, 'At least 3 characters.')
  .max(40, 'At most 40 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Only letters a-z, digits and single hyphens between them.')
  .refine((slug) => !reserved.has(slug), 'This name is reserved.')
  .refine((slug) => !slug.startsWith('xn--'), 'This name is reserved.');
export type Slug = z.infer<typeof Slug>;
