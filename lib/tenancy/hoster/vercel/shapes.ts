import { z } from 'zod';

/** Names and values that are shown to admins and set in DNS. */
const Short = z
  .string()
  .max(500)
  .regex(/^[\x20-\x7e]*$/);

/** A domain as a project has it (`GET /v9/projects/{id}/domains/{domain}`, and when it is added). */
export const ProjectDomain = z.object({
  name: Short,
  /** Whether it is answered for; else one of the challenges is to be met. */
  verified: z.boolean(),
  verification: z
    .array(z.object({ type: z.string(), domain: Short, value: Short }))
    .max(50)
    .default([]),
});
export type ProjectDomain = z.output<typeof ProjectDomain>;

const Ranked = <T extends z.ZodType>(value: T) =>
  z.array(z.object({ rank: z.number(), value })).max(50);

/** How a domain stands in DNS (`GET /v6/domains/{domain}/config`). */
export const DomainConfig = z.object({
  /** Whether it does not lead to Vercel, or can get no certificate. */
  misconfigured: z.boolean(),
  recommendedCNAME: Ranked(Short).default([]),
  recommendedIPv4: Ranked(z.array(z.ipv4()).max(50)).default([]),
});
export type DomainConfig = z.output<typeof DomainConfig>;

export const Removed = z.object({});

/** Why something is refused; of a domain that is not there, that the project does not have it or is none. */
export const Refused = z.object({ error: z.object({ code: z.string() }) });

/** Of an answer that refuses what we read: when a limit is over, in seconds since 1970. */
export const Limit = z.object({
  error: z.object({ limit: z.object({ reset: z.number() }) }),
});
