import { z } from 'zod';
import { stripePlanStates } from '@/db/schema/control';
import { PlanTerms } from '../../billing/terms';
import { Reason } from '../reason';

const PlanName = z
  .string()
  .trim()
  .min(2, 'Enter a name of at least 2 letters.')
  .max(60, 'Keep this under 60 characters.');

export const PlanId = z.strictObject({ id: z.uuid() });
export const PlanAct = PlanId.extend({ reason: Reason });
export const NewPlan = z.strictObject({ name: PlanName, reason: Reason });

const Revision = z.number().int().min(0).max(1_000_000_000);

/** `revision` is that of the draft that was changed; 0 where there is none yet. */
export const PlanDraft = PlanId.extend({ revision: Revision, terms: PlanTerms });
export const PlanPublishing = PlanAct.extend({ revision: Revision });
export const PlanOffer = PlanAct.extend({ offered: z.boolean() });

const Version = z.strictObject({
  version: z.number().int(),
  terms: PlanTerms,
  changedAt: z.coerce.date(),
  changedByName: z.string(),
  publishedAt: z.coerce.date().nullable(),
  /** Tenants that it holds for. */
  subscriptions: z.number().int(),
  /** What Stripe knows of it; null where nobody told it yet. */
  stripe: z
    .strictObject({
      state: z.enum(stripePlanStates),
      fault: z.string().nullable(),
      toldAt: z.coerce.date().nullable(),
    })
    .nullable(),
});

export const PlanRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  offered: z.boolean(),
  archivedAt: z.coerce.date().nullable(),
  /** The newest that was published. */
  published: Version.nullable(),
  draft: Version.extend({ revision: z.number().int() }).nullable(),
  /** Tenants on any version, and on one before the newest. */
  subscriptions: z.number().int(),
  grandfathered: z.number().int(),
});
export type PlanRow = z.output<typeof PlanRow>;

export const PlanRows = z.strictObject({ plans: z.array(PlanRow) });
export type PlanRows = z.output<typeof PlanRows>;

export const PlanDetail = PlanRow.extend({ versions: z.array(Version) });
export type PlanDetail = z.output<typeof PlanDetail>;

export const PlanState = z.strictObject({
  id: z.uuid(),
  revision: z.number().int(),
  version: z.number().int(),
});
export const PlanShown = z.strictObject({
  id: z.uuid(),
  offered: z.boolean(),
  archived: z.boolean(),
});
