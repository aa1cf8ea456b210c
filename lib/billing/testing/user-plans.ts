import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { invoke } from '@/lib/doors/callable';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import { userPlanProcedures as plans } from '../user-plans/procedures';
import { UserPlanTerms } from '../user-plans/terms';

export const reason = 'As agreed by phone';

interface Published {
  planId: string;
  version: number;
  name: string;
}

/** A plan of a tenant with one published version. */
export async function sellPlan(
  admin: TestMember,
  terms: z.input<typeof UserPlanTerms>,
  { offered = true, name = `Plan ${uuidv7()}` } = {},
): Promise<Published> {
  const { id } = await invoke(plans.create, { name }, admin.call());
  const { version } = await publishNext(admin, id, terms);
  if (offered) await invoke(plans.offer, { id, offered, reason }, admin.call());
  return { planId: id, version, name };
}

/** Its next version. */
export async function publishNext(
  admin: TestMember,
  id: string,
  terms: z.input<typeof UserPlanTerms>,
): Promise<{ planId: string; version: number }> {
  const { draft } = await invoke(plans.get, { id }, admin.call());
  const wish = { id, revision: draft?.revision ?? 0, terms: UserPlanTerms.parse(terms) };
  const { revision } = await invoke(plans.save, wish, admin.call());
  const { version } = await invoke(plans.publish, { id, revision, reason }, admin.call());
  return { planId: id, version };
}

/** The id of somebody's membership. */
export async function membershipOf(world: World, { tenantId }: TestTenant, { userId }: TestMember) {
  const [found] = await world.database.query<{ id: string }>(
    'select id from control.memberships where tenant_id = $1 and user_id = $2',
    [tenantId, userId],
  );
  return found?.id ?? '';
}

/** Signs a plan for a member, at once unless said otherwise. */
export async function signFor(
  admin: TestMember,
  memberId: string,
  { planId, version }: { planId: string; version: number },
  at: Date | null = null,
) {
  const wish = { planId, version };
  const { heldSeen } = await invoke(plans.preview, { memberId, wish }, admin.call());
  return await invoke(plans.put, { memberId, ...wish, heldSeen, at, reason }, admin.call());
}
