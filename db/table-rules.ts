/** Who may do what to which rows of the tables that are not simply a tenant's own. */

const setting = (name: string) =>
  `(select coalesce(nullif(current_setting('app.${name}', true), ''), app.deny())::uuid)`;
const optional = (name: string) =>
  `(select nullif(current_setting('app.${name}', true), '')::uuid)`;

export const tenantRule = `tenant_id = ${setting('tenant')}`;
const poolRule = `pool_id = ${setting('pool')}`;
const memberRule = `exists (select 1 from control.memberships m where m.tenant_id = ${optional('tenant')} and m.user_id = users.id)`;
const staffRule = `${setting('staff')} is not null`;

export interface Policy {
  role: string;
  rule: string;
  rights: string;
  command?: 'all' | 'select' | 'insert' | 'update' | 'delete';
  /** What a row must be after a write, where that differs from `rule`. */
  check?: string;
  /** Takes away from what the others let through. */
  restrictive?: boolean;
}

export const app = (
  rule: string,
  rights = 'select, insert, update, delete',
  role = 'rowhouse_app',
): Policy => ({
  role,
  rule,
  rights,
});
export const platform = (rights: string): Policy => ({
  role: 'rowhouse_platform',
  rule: staffRule,
  rights,
});

/** What of their own rows the product may write at all. */
const only = (command: 'insert' | 'update' | 'delete', rule: string, check = rule): Policy => ({
  ...{ role: 'rowhouse_app', command, rule, check, restrictive: true },
  rights: 'select',
});

/** Tables whose rows the product may begin but not steer: what becomes of them is the operator's. */
const asking = 'select, insert, update (cancel_asked_at)';
export const narrowed: Record<string, string> = {
  operations: asking,
  archives: 'select',
  archive_keys: 'select',
  erasures: 'select, insert',
  // Hours are sealed by the operator alone.
  usage_hours: 'select',
  usage_parts: 'select',
  usage_marks: 'select',
  stripe_usage: 'select',
  stripe_usage_days: 'select',
  // Who a tenant is at Stripe, and what Stripe says of it, is the operator's to write.
  stripe_customers: 'select',
  // What Stripe tells is written, and never taken back.
  stripe_subscriptions: 'select, insert, update',
  stripe_invoices: 'select, insert, update',
  stripe_refunds: 'select, insert, update (same_as)',
  stripe_looks: 'select, insert, update (next_at, resume_after)',
  pool_arrivals: 'select, insert, update (pending, pending_since)',
  // Who has proven a domain is for one function to say, and whose a host is.
  hosts: 'select',
  hoster_names: 'select',
  email_domain_holders: 'select, delete',
  // Cleared by the operator once they are old.
  mails: 'select, insert, update',
  // A revision stays as it was written.
  configurations: 'select, insert',
  // Once removed, remembered.
  removed_addresses: 'select, insert',
};

const turns = 'state, revision, changed_at, next_state, next_at, next_reason, next_by_name';

const ofUserDraft =
  'exists (select 1 from control.user_plan_versions v where v.tenant_id = user_plan_roles.tenant_id and v.plan_id = user_plan_roles.plan_id and v.version = user_plan_roles.version and v.published_at is null)';

const openingFacts =
  'select (tenant_id, id, pool_id, slug, name, tier, shard, asked_by_name, progress, created_at, retry_asked_at, give_up_asked_at, opened_at, arrived_at, ended_at)';

const owedFacts =
  'select (of_tenant, stripe_id, owed_for, owed_beside, owed_amount, owed_currency, fault, created_at)';

const joinOpen = `state in ('offered', 'running')`;
const joinOver = `state in ('called_off', 'ended')`;

const ownFacts =
  'slug, name, status, status_reason, status_changed_at, locale, time_zone, owner_id';

/** Control tables that are not simply rows of one tenant, with who may do what to which rows. */
export const special: Record<string, Policy[]> = {
  pools: [app(`id = ${setting('pool')}`, 'select, insert, update'), platform('select, insert')],
  // Which pool a tenant belongs to changes through `control.begin_pool_join` alone.
  tenants: [
    app(`id = ${setting('tenant')}`, `select, insert, update (${ownFacts}, event_kinds)`),
    platform(`select, update (${ownFacts})`),
  ],
  users: [
    app(`pool_id = ${optional('pool')}`, 'select, insert, update'),
    { role: 'rowhouse_app', rule: memberRule, rights: 'select', command: 'select' },
    platform('select'),
  ],
  credentials: [app(poolRule)],
  logins: [app(poolRule, 'select, insert, update')],
  sessions: [app(poolRule, 'select, insert, update')],
  one_time_tokens: [app(poolRule, 'select, insert, update')],
  second_factors: [app(poolRule)],
  recovery_codes: [app(poolRule)],
  sign_in_flows: [app(poolRule, 'select, insert, update')],
  passkeys: [app(poolRule)],
  passkey_challenges: [app(poolRule, 'select, insert, update')],
  shards: [app('true', 'select'), platform('select, insert, update')],
  shard_loads: [platform('select')],
  placements: [app(tenantRule, 'select, insert'), platform('select')],
  homes: [platform('select, update (next_try_at)')],
  // Staff ask for a move and steer it; where it leads from and to is the operator's to say.
  moves: [
    app(tenantRule, 'select'),
    { ...platform('select'), command: 'select' },
    {
      ...platform('insert'),
      command: 'insert',
      rule: `${staffRule} and state = 'waiting' and source is null and target is null and release_asked_at is null and finished_at is null`,
    },
    { ...platform('update (wish, retry_at, changed_at, release_asked_at)'), command: 'update' },
  ],
  // No mistake in a verb makes the cooling-off short: a request can be made and taken back, no more.
  deletions: [
    app(tenantRule, 'select, insert, update (state, ended_at, ended_by_name, end_reason)'),
    only('insert', `state = 'waiting' and due_at > now() + interval '13 days'`),
    only('update', `state = 'waiting'`, `state = 'cancelled'`),
    { ...platform('select'), command: 'select' },
    {
      ...platform('update (state, due_at, ended_at, ended_by_name, end_reason)'),
      command: 'update',
      rule: `${staffRule} and state = 'waiting'`,
      check: `${staffRule} and (state = 'cancelled' or state = 'waiting' and due_at > now())`,
    },
  ],
  // What was asked for in confidence, the first owner's password among it, only the operator reads.
  openings: [
    app(
      tenantRule,
      `${openingFacts}, insert, update (slug, retry_asked_at, give_up_asked_at, opened_at, arrived_at)`,
    ),
    { ...platform(openingFacts), command: 'select' },
    {
      ...platform('update (slug, retry_asked_at, give_up_asked_at)'),
      command: 'update',
      rule: `${staffRule} and opened_at is null`,
    },
  ],
  tier_requests: [
    app(tenantRule, 'select, insert, update (state, ended_at)'),
    only('insert', `state = 'waiting'`),
    only('update', `state = 'waiting'`, `state = 'withdrawn'`),
    { ...platform('select'), command: 'select' },
    {
      ...platform('update (state, ended_at, answer, move_id)'),
      command: 'update',
      rule: `${staffRule} and state = 'waiting'`,
      check: `${staffRule} and state in ('granted', 'declined')`,
    },
  ],
  // What was granted is never widened: it ends, or another is given and has to be accepted anew.
  grants: [
    app(tenantRule, 'select, insert, update (ended_at, ended_by_name)'),
    only('insert', 'ended_at is null and ends_at > now()'),
    only('update', 'ended_at is null', 'ended_at is not null'),
  ],
  // A copy begins with those of its source; from then on they are for staff to say and to end. That somebody
  // was told of the end is noted once and stays.
  limit_overrides: [
    app(tenantRule, 'select, update (soon_told_at, over_told_at)'),
    only(
      'update',
      'ended_at is null and over_told_at is null',
      'soon_told_at is not null or over_told_at is not null',
    ),
    platform('select, insert, update (ended_at, ended_by_name, end_reason)'),
  ],
  // What was said before stays as it was.
  fallback_plans: [
    app(`${setting('tenant')} is not null`, 'select (id, plan_id, version, position)'),
    platform('select, insert'),
  ],
  // A tenant sees plans that are offered to all, the one it has, and the one of all that have none; drafts are for staff.
  plans: [
    app(
      `${setting('tenant')} is not null and (offered and archived_at is null or exists (select 1 from control.subscriptions s where s.tenant_id = ${setting('tenant')} and s.plan_id = plans.id) or plans.id = (select f.plan_id from control.fallback_plans f order by f.position desc limit 1))`,
      'select',
    ),
    platform('select, insert, update (offered, archived_at)'),
  ],
  // What was published stays as it is, for whoever signed it.
  plan_versions: [
    app(
      `${setting('tenant')} is not null and published_at is not null and exists (select 1 from control.plans p where p.id = plan_versions.plan_id)`,
      'select',
    ),
    { ...platform('select'), command: 'select' },
    {
      ...platform('insert'),
      command: 'insert',
      rule: `${staffRule} and published_at is null`,
    },
    {
      ...platform('update (terms, revision, changed_by_name, changed_at, published_at)'),
      command: 'update',
      rule: `${staffRule} and published_at is null`,
      check: staffRule,
    },
  ],
  // What Stripe said of them is the operator's to write; staff have it told again.
  stripe_plans: [
    platform('select, update (next_at, tries)'),
    // Whether it can be paid there.
    app(
      `${setting('tenant')} is not null and exists (select 1 from control.plan_versions v where v.plan_id = stripe_plans.plan_id and v.version = stripe_plans.version)`,
      'select (plan_id, version, state, active)',
    ),
  ],
  // Asked for here; what comes of it is the operator's to say.
  stripe_asks: [
    app(tenantRule, 'select, insert'),
    only('insert', `state = 'waiting' and result is null and held_until is null`),
  ],
  // What is owed back is for the tenant and for staff to read; the rest is the operator's.
  stripe_kept: [
    app(`of_tenant = ${setting('tenant')} and owed_for is not null`, owedFacts),
    platform(owedFacts),
  ],
  // Which version it is of never changes: another one is signed instead.
  subscriptions: [
    app(tenantRule, `select, insert, update (${turns})`),
    only('insert', `state = 'signing'`),
    only('update', `state <> 'unsigned'`, 'true'),
    platform(`select, insert, update (${turns})`),
  ],
  user_plans: [app(tenantRule, 'select, insert, update (offered, archived_at)')],
  // What was published stays as it is, for whoever signed it.
  user_plan_versions: [
    app(
      tenantRule,
      'select, insert, update (terms, revision, changed_by_name, changed_at, published_at)',
    ),
    only('insert', 'published_at is null'),
    only('update', 'published_at is null', 'true'),
  ],
  // A role that is deleted has another in its place; else they change with the draft alone.
  user_plan_roles: [
    app(tenantRule, 'select, insert, delete, update (role_id)'),
    only('insert', ofUserDraft),
    only('delete', ofUserDraft),
  ],
  user_subscriptions: [
    app(tenantRule, `select, insert, update (${turns}, next_by_self, next_by_id)`),
    only('insert', `state = 'signing'`),
    only('update', `state <> 'unsigned'`, 'true'),
  ],
  flag_rules: [platform('select, insert, update')],
  flag_overrides: [app(tenantRule, 'select'), platform('select, insert, update, delete')],
  grant_answers: [
    app(tenantRule, 'select, insert, update (state, roles, answered_at, answered_by_name)'),
    only('update', `state = 'accepted'`, 'true'),
  ],
  // Staff offer and the tenant answers; neither sets one running by writing it down.
  pool_joins: [
    app(tenantRule, 'select, update (state, ended_at, ended_by_name)'),
    only('update', joinOpen, joinOver),
    { ...platform('select'), command: 'select' },
    { ...platform('insert'), command: 'insert', rule: `${staffRule} and state = 'offered'` },
    {
      ...platform('update (state, ended_at, ended_by_name)'),
      command: 'update',
      rule: `${staffRule} and ${joinOpen}`,
      check: `${staffRule} and ${joinOver}`,
    },
  ],
  staff: [platform('select')],
  staff_sessions: [platform('select, insert, update')],
  staff_tokens: [platform('select, insert, update')],
  platform_access: [platform('select, insert')],
  platform_audit: [platform('select, insert')],
  mailbox: [app('true', 'select, insert')],
  attempts: [],
  rate_buckets: [],
  hoster_turns: [],
  directory_changes: [],
  // Written by one function alone.
  // What concerns no tenant is for staff to look after.
  stripe_events: [platform('select')],
  installations: [],
};
