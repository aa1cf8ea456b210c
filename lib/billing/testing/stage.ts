import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { subscriptionsProcedures as subscriptions } from '@/lib/platform/subscriptions/procedures';
import { openStaff } from '@/lib/platform/testing/staff';
import { planProcedures as plan } from '../procedures';
import type { SubscriptionState } from '../subscriptions/states';
import { publishPlan, reason } from './plans';

type Published = Awaited<ReturnType<typeof publishPlan>>;

interface Wish {
  subscriptionId: string;
  revision: number;
  to: SubscriptionState;
  at?: Date | null;
}

/** A plan that a tenant signs itself, one that staff sign, and a tenant that `begin` makes anew. */
export interface PlanStage {
  world: World;
  asStaff: () => DoorCall;
  team: Published;
  firm: Published;
  a: TestTenant;
  admin: TestMember;
  begin(): Promise<void>;
  own(): ReturnType<typeof ownOf>;
  ask(wished: Published, who?: TestMember): ReturnType<typeof askAs>;
  look(id?: string): ReturnType<typeof lookAt>;
  turn(wish: Wish, id?: string): ReturnType<typeof turnAs>;
  /** What holds, as whoever turns it names it; throws where nothing does. */
  held(id?: string): Promise<{ subscriptionId: string; revision: number }>;
}

const ownOf = (who: TestMember) => invoke(plan.get, {}, who.call());

async function askAs(who: TestMember, { planId, version }: Published) {
  const { held } = await ownOf(who);
  const wish = { planId, version, heldSeen: held?.changedAt ?? null, reason };
  return await invoke(plan.ask, wish, who.call());
}

const lookAt = (asStaff: () => DoorCall, id: string) =>
  invoke(subscriptions.ofTenant, { id }, asStaff());

const turnAs = (asStaff: () => DoorCall, id: string, { at = null, ...wish }: Wish) =>
  invoke(subscriptions.turn, { id, at, reason, ...wish }, asStaff());

export async function openPlanStage(): Promise<PlanStage> {
  const world = await openWorld();
  const asStaff = await openStaff(world);
  const limits = { members: { max: 3, kind: 'hard' as const } };
  const team = await publishPlan(asStaff, { limits, withoutModules: ['tasks'], signing: 'self' });
  const flags = { 'records.search': false };
  const firm = await publishPlan(asStaff, { flags, tiers: ['pooled'] });
  const stage: PlanStage = {
    ...({ world, asStaff, team, firm } as PlanStage),
    begin: async () => {
      stage.a = await world.tenant();
      stage.admin = await world.member(stage.a, 'admin');
    },
    own: () => ownOf(stage.admin),
    ask: (wished, who = stage.admin) => askAs(who, wished),
    look: (id = stage.a.tenantId) => lookAt(asStaff, id),
    turn: (wish, id = stage.a.tenantId) => turnAs(asStaff, id, wish),
    held: async (id = stage.a.tenantId) => {
      const { held } = await lookAt(asStaff, id);
      if (!held) throw new Error('Nothing holds.');
      return { subscriptionId: held.id, revision: held.revision };
    },
  };
  return stage;
}
