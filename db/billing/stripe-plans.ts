import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** A version of a plan of which Stripe is to be told. */
export interface DuePlan {
  planId: string;
  version: number;
  name: string;
  terms: unknown;
  /** Whether anybody may still sign it. */
  active: boolean;
  tries: number;
  /** When it was due, exactly: where that is another by now, it was asked for anew. */
  dueAt: string;
}

/** Longer than telling one takes; where whoever tells it dies, it is due again after that. */
const heldSeconds = 300;

/**
 * Takes a version that is due for an account of Stripe, so that nobody else tells of it meanwhile: one
 * with prices that was never told, was told to another account, or whose plan was archived since.
 */
export const takeDuePlan = async (
  servers: Servers,
  account: string,
): Promise<DuePlan | undefined> =>
  await onControl(servers, async (control) => {
    await control.query(
      `insert into control.stripe_plans as s (plan_id, version, account, active)
       select v.plan_id, v.version, $1, p.archived_at is null
       from control.plan_versions v
       join control.plans p on p.id = v.plan_id
       left join control.stripe_plans told on told.plan_id = v.plan_id and told.version = v.version
       where v.published_at is not null and jsonb_array_length(v.terms -> 'prices') > 0
         and (told.account <> $1 or told.active <> (p.archived_at is null)
           or told.plan_id is null and p.archived_at is null)
       order by v.plan_id, v.version
       on conflict (plan_id, version) do update set account = excluded.account,
         active = excluded.active, state = 'waiting', fault = null, tries = 0, next_at = now()`,
      [account],
    );
    const { rows } = await control.query<DuePlan>(
      `with due as (
         select s.plan_id, s.version from control.stripe_plans s where s.next_at <= now()
         order by s.next_at limit 1 for update skip locked)
       update control.stripe_plans s set next_at = now() + make_interval(secs => $1)
       from due, control.plans p, control.plan_versions v
       where s.plan_id = due.plan_id and s.version = due.version and p.id = s.plan_id
         and v.plan_id = s.plan_id and v.version = s.version
       returning s.plan_id as "planId", s.version, p.name, v.terms, s.active, s.tries,
         s.next_at::text as "dueAt"`,
      [heldSeconds],
    );
    return rows[0];
  });

/** Notes that Stripe knows a version. Where it was asked for anew meanwhile, that still comes. */
export const notePlanKnown = async (servers: Servers, plan: DuePlan): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_plans set state = 'known', fault = null, tries = 0, told_at = now(),
         next_at = case when next_at = $3::timestamptz then null else next_at end
       where plan_id = $1 and version = $2`,
      [plan.planId, plan.version, plan.dueAt],
    );
  });

/** Notes what Stripe said against a version, or that it was not heard, and when it is told again. */
export const notePlanFault = async (
  servers: Servers,
  plan: DuePlan,
  { fault, refused, seconds }: { fault: string; refused: boolean; seconds: number },
): Promise<void> =>
  await onControl(servers, async (control) => {
    await control.query(
      `update control.stripe_plans set fault = $4, tries = tries + 1,
         state = case when $5 then 'refused' else 'waiting' end,
         next_at = case when next_at = $3::timestamptz
           then now() + make_interval(secs => $6) else next_at end
       where plan_id = $1 and version = $2`,
      [plan.planId, plan.version, plan.dueAt, fault.slice(0, 500), refused, seconds],
    );
  });
