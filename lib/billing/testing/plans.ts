import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { platformPlansProcedures as plans } from '@/lib/platform/plans/procedures';
import { subscriptionsProcedures as subscriptions } from '@/lib/platform/subscriptions/procedures';
import { PlanTerms } from '../terms';

export const reason = 'As agreed by phone';

/** A plan of staff with one published version; answers its id. */
export async function publishPlan(
  asStaff: () => DoorCall,
  terms: z.input<typeof PlanTerms>,
  { offered = true, name = `Plan ${uuidv7()}` } = {},
): Promise<{ planId: string; version: number; name: string }> {
  const { id } = await invoke(plans.create, { name, reason }, asStaff());
  const { version } = await publishNext(asStaff, id, terms);
  if (offered) await invoke(plans.offer, { id, offered, reason }, asStaff());
  return { planId: id, version, name };
}

/** Its next version. */
export async function publishNext(
  asStaff: () => DoorCall,
  id: string,
  terms: z.input<typeof PlanTerms>,
): Promise<{ planId: string; version: number }> {
  const { draft } = await invoke(plans.get, { id }, asStaff());
  const whole = PlanTerms.parse(terms);
  const wish = { id, revision: draft?.revision ?? 0, terms: whole };
  const { revision } = await invoke(plans.save, wish, asStaff());
  const { version } = await invoke(plans.publish, { id, revision, reason }, asStaff());
  return { planId: id, version };
}

/** Puts a tenant on a plan, at once unless said otherwise. */
export async function putOn(
  asStaff: () => DoorCall,
  tenantId: string,
  { planId, version }: { planId: string; version: number },
  at: Date | null = null,
) {
  const { held } = await invoke(subscriptions.ofTenant, { id: tenantId }, asStaff());
  const heldSeen = held?.changedAt ?? null;
  const wish = { id: tenantId, planId, version, heldSeen, at, reason };
  return await invoke(subscriptions.put, wish, asStaff());
}
