import { searchSql } from './sql/search';
import { staffRights } from './staff-rights';
import { app, narrowed, type Policy, platform, special, tenantRule } from './table-rules';
import { triggersOf } from './table-triggers';

/**
 * Row security, grants and triggers for every table, generated from the catalogue after migration.
 * A table with a tenant_id gets the tenant policy; any other must be named in `special` or stays
 * closed to everybody.
 */

/** Tables that only ever grow: nobody at run time may change or remove a row. */
const appendOnly = new Set([
  'audit_events',
  'change_log',
  'job_runs',
  'usage_events',
  'role_changes',
  'subscription_changes',
  'user_subscription_changes',
  'usage_hours',
  'usage_parts',
]);

/** Tables whose own writes are not worth logging: they are logs, queues or counters themselves. */
const unlogged = new Set([
  ...appendOnly,
  'outbox',
  'idempotency_keys',
  'mails',
  'bounced_addresses',
  'webhook_endpoints',
  'webhook_deliveries',
  'counters',
  'placements',
  'hosts',
  'hoster_names',
  'hoster_turns',
  'stripe_plans',
  'stripe_usage',
  'stripe_usage_days',
  'stripe_asks',
  'stripe_kept',
  'stripe_events',
  'stripe_looks',
  'stripe_subscriptions',
  'stripe_invoices',
  'stripe_refunds',
  'email_domain_holders',
  'join_requests',
  'removed_addresses',
  'sessions',
  'one_time_tokens',
  'sign_in_flows',
  'passkey_challenges',
  'provider_requests',
  'provider_arrivals',
  'platform_audit',
  'operations',
  'archive_keys',
  'deletions',
  'moves',
  'tier_requests',
  'openings',
  'grants',
  'grant_answers',
  'limit_overrides',
  'subscriptions',
  'user_plans',
  'user_plan_versions',
  'user_plan_roles',
  'user_subscriptions',
  'flag_overrides',
  'pool_joins',
  'pool_claims',
  'pool_arrivals',
  'usage_marks',
  'usage_notices',
  'parked_jobs',
]);

/** Tables whose rows the owner of the look-up functions may read. */
const lookedUp = new Set([
  'tenants',
  'hosts',
  'domains',
  'brandings',
  'tenant_modules',
  'flag_rules',
  'flag_overrides',
  'flag_choices',
  'release_channels',
  'placements',
  'moves',
  'shards',
  'shard_loads',
  'openings',
  'users',
  'logins',
  'sessions',
  'security_policies',
  'memberships',
  'membership_roles',
  'roles',
  'teams',
  'team_members',
  'team_roles',
  'grants',
  'grant_answers',
  'api_tokens',
  'workspace_tokens',
  'staff',
  'staff_sessions',
  'staff_tokens',
  'outbox',
  'pools',
  'pool_joins',
  'pool_claims',
  'pool_arrivals',
  'limit_overrides',
  'plans',
  'plan_versions',
  'subscriptions',
  'fallback_plans',
  'user_plan_roles',
  'user_subscriptions',
  'parked_jobs',
  'stripe_customers',
]);

/** Tables that the owner of the look-up functions writes. */
const keptByLookUp = new Set([
  'attempts',
  'rate_buckets',
  'directory_changes',
  'homes',
  'hosts',
  'hoster_names',
  'email_domain_holders',
  'stripe_events',
]);

/** Tables that it only adds to: what another tenant, or staff, gave cause for. */
const addedToByLookUp = new Set([
  'outbox',
  'limit_overrides',
  'subscriptions',
  'flag_overrides',
  'change_log',
  'usage_events',
]);

/** Rows that it takes away of some tables: what is over, where it would hold a tenant back. */
const clearedByLookUp: Record<string, string> = {
  grants: `ended_at is not null or ends_at <= now() or exists (select 1 from control.grant_answers a where a.tenant_id = grants.grantee_id and a.grantor_id = grants.tenant_id and a.grant_id = grants.id and a.state = 'declined')`,
};

/** Columns that it writes of tables which it may read. */
const turnedByLookUp: Record<string, string> = {
  tenants: 'pool_id',
  domains:
    'state, is_primary, verified_at, proof, finding, others, route_finding, route_found, checked_at',
  sessions: 'revoked_at',
  pool_joins: 'state, started_at, started_by_name',
  pool_claims: 'used_at',
  pool_arrivals: 'pending_since',
};

export interface TableFact {
  schema: string;
  name: string;
  hasTenant: boolean;
}

/** Who reaches the tenant plane in a schema: the product's group role, or the one of a single tenant. */
export const pooledRole = 'rowhouse_app';

// A cascade runs as the table's owner, and so does the trigger that logs the rows it deletes.
const cascadeLog: Policy = { role: 'rowhouse_owner', rule: tenantRule, rights: 'insert' };

// Staff have tenants backed up and copied, and backups tried out; a restore in place is not theirs.
const staffWork: Policy = {
  ...{ role: 'rowhouse_platform', command: 'insert', restrictive: true, rights: 'select' },
  rule: `state = 'queued' and kind in ('backup', 'restore.copy', 'drill')`,
};

// What a subscription becomes later is the one thing that staff leave a tenant's worker to do.
const staffJobs: Policy = {
  ...{ role: 'rowhouse_platform', command: 'insert', restrictive: true, rights: 'insert' },
  rule: `job = 'plan.carryOut'`,
};

const tenantPolicies = ({ schema, name }: TableFact, role: string): Policy[] => [
  app(tenantRule, narrowed[name] ?? (appendOnly.has(name) ? 'select, insert' : undefined), role),
  ...(name === 'change_log' ? [cascadeLog] : []),
  ...(schema === 'control' && staffRights[name] ? [platform(staffRights[name])] : []),
  ...(schema === 'control' && name === 'operations' ? [staffWork] : []),
  ...(schema === 'control' && name === 'outbox' ? [staffJobs] : []),
];

function policiesOf(table: TableFact, role: string): Policy[] {
  const own = table.schema === 'control' ? special[table.name] : undefined;
  if (own) return own;
  if (table.hasTenant) return tenantPolicies(table, role);
  throw new Error(`${table.schema}.${table.name} has neither tenant_id nor a policy of its own`);
}

function policySql(at: string, policy: Policy, position: number): string[] {
  const kind = policy.restrictive ? ' as restrictive' : '';
  const using = policy.command === 'insert' ? '' : ` using (${policy.rule})`;
  const reads = policy.command === 'select' || policy.command === 'delete';
  const check = reads ? '' : ` with check (${policy.check ?? policy.rule})`;
  return [
    `create policy rule_${position} on ${at}${kind} for ${policy.command ?? 'all'} to ${policy.role}${using}${check}`,
    `grant ${policy.rights} on ${at} to ${policy.role}`,
  ];
}

/** SQL statements that bring one table's row security, grants and triggers to what they should be. */
export function guardSql(table: TableFact, role = pooledRole): string[] {
  const at = `"${table.schema}"."${table.name}"`;
  const lookUp = table.schema === 'control' ? lookedUp.has(table.name) : isPooledOutbox(table);
  return [
    `alter table ${at} enable row level security`,
    `alter table ${at} force row level security`,
    `do $$ declare p record; begin for p in select policyname from pg_policies where schemaname = '${table.schema}' and tablename = '${table.name}' loop execute format('drop policy %I on ${at}', p.policyname); end loop; end $$`,
    `revoke all on ${at} from ${[...new Set(['public', role, 'rowhouse_app'])].join(', ')}, rowhouse_platform, rowhouse_worker, rowhouse_directory, rowhouse_lookup, rowhouse_search`,
    ...policiesOf(table, role).flatMap((policy, position) => policySql(at, policy, position)),
    ...(lookUp
      ? [
          `create policy look_up on ${at} for select to rowhouse_lookup using (true)`,
          `grant select on ${at} to rowhouse_lookup`,
        ]
      : []),
    ...keptByFunctions(table, at),
    ...(table.name === 'records' ? searchSql(table.schema, role) : []),
    ...triggersOf(table, table.hasTenant && !unlogged.has(table.name)),
  ];
}

const isPooledOutbox = ({ schema, name }: TableFact) => schema === 'pooled' && name === 'outbox';

/** What the look-up owner's functions write. */
function keptByFunctions({ schema, name }: TableFact, at: string): string[] {
  if (schema !== 'control') return [];
  if (addedToByLookUp.has(name)) {
    return [
      `create policy added on ${at} for insert to rowhouse_lookup with check (true)`,
      `grant insert on ${at} to rowhouse_lookup`,
    ];
  }
  const isOver = clearedByLookUp[name];
  if (isOver) {
    return [
      `create policy cleared on ${at} for delete to rowhouse_lookup using (${isOver})`,
      `grant delete on ${at} to rowhouse_lookup`,
    ];
  }
  const columns = turnedByLookUp[name];
  if (columns) {
    return [
      `create policy turned on ${at} for update to rowhouse_lookup using (true) with check (true)`,
      `grant update (${columns}) on ${at} to rowhouse_lookup`,
    ];
  }
  if (!keptByLookUp.has(name)) return [];
  return [
    `create policy kept on ${at} for all to rowhouse_lookup using (true) with check (true)`,
    `grant select, insert, update, delete on ${at} to rowhouse_lookup`,
  ];
}
