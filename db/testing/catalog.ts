/** Runs one query as somebody who sees the whole catalogue. */
export type CatalogQuery = <T extends Record<string, unknown>>(text: string) => Promise<T[]>;

/** Tables of a global truth: they carry a tenant, but their key is what must be unique for all. */
const globalKeys = new Set(['control.hosts', 'control.hoster_names', 'control.placements']);

/** Unique over all tenants on purpose: names of hosts and slugs, hashes nobody can guess, customers of Stripe's. */
const globalUniques = new Set([
  'control.openings_slug',
  'control.hosts_pkey',
  'control.hoster_names_pkey',
  'control.email_domain_holders_pkey',
  'control.placements_pkey',
  'control.placements_home',
  'control.sessions_pkey',
  'control.sessions_token',
  'control.one_time_tokens_pkey',
  'control.one_time_tokens_token',
  'control.sign_in_flows_pkey',
  'control.sign_in_flows_token',
  'control.passkey_challenges_pkey',
  'control.passkey_challenges_challenge',
  'control.platform_audit_pkey',
  'control.stripe_customers_customer',
]);

/** Tables with a tenant column whose rows are judged by pool or staff instead. */
const judgedOtherwise: Record<string, string> = {
  'control.sessions': 'app.pool',
  'control.one_time_tokens': 'app.pool',
  'control.sign_in_flows': 'app.pool',
  'control.passkey_challenges': 'app.pool',
  'control.platform_audit': 'app.staff',
};

/** Tables without anything of a tenant: where data lives, and a developer's own mails. */
const openToAll = new Set(['control.shards', 'control.mailbox']);

/** The only functions that may run with their owner's rights. */
const definers = new Set([
  'app.hold_placement',
  'app.place_pooled',
  'app.waiting_tenants',
  'control.announce_change',
  'control.announce_flags',
  'control.begin_pool_join',
  'control.bring_again',
  'control.close_pool_join',
  'control.copy_flag_overrides',
  'control.copy_limit_overrides',
  'control.copy_subscription',
  'control.count_attempt',
  'control.dedicated_tenants',
  'control.directory_changes_since',
  'control.directory_entry',
  'control.email_domain_is_anothers',
  'control.end_email_hold',
  'control.end_host_hold',
  'control.forget_attempts',
  'control.former_pool_is_left',
  'control.free_host',
  'control.hold_email_domain',
  'control.hold_host',
  'control.grant_partner',
  'control.grants_about',
  'control.grants_given',
  'control.grants_open_to',
  'control.grants_received',
  'control.host_entry',
  'control.lease_rates',
  'control.tell_hoster',
  'control.tell_of_grant',
  'control.own_ties',
  'control.ties_of',
  'control.parked_to_retry',
  'control.placement_of',
  'control.queue_weights',
  'control.request_facts',
  'control.second_factor_by',
  'control.shard_for',
  'control.release_host',
  'control.return_home',
  'control.slug_taken',
  'control.spend_claims',
  'control.keep_held_slug',
  'control.note_usage',
  'control.tenant_of_stripe',
  'control.enter_stripe_event',
  'control.staff_by_email',
  'control.staff_facts',
  'control.take_home',
  'control.tenants_of_user',
  'control.tenants_open_to',
  'control.waiting_tenants',
  'pooled.search_records',
]);

/** An answer belongs to one tenant and points at the grant of another, which names it. */
const acrossOnPurpose = new Set(['grant_answers_grant_fk']);

/** The one that each home has for its own records. */
const homeSearch = /^(tenant|home_[0-9a-f]{32})\.search_records$/;

/** Every way in which the catalogue fails to wall tenants off, as sentences; none is what we want. */
export async function catalogFaults(query: CatalogQuery): Promise<string[]> {
  const rules = [rowSecurity, policies, openings, keys, references, definerRights, grants, views];
  const faults = await Promise.all(rules.map((rule) => rule(query)));
  return faults.flat().sort();
}

const planes = `n.nspname in ('control', 'pooled')`;

async function rowSecurity(query: CatalogQuery) {
  const rows = await query<{ name: string; owner: string }>(
    `select n.nspname || '.' || c.relname as name, r.rolname as owner
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
     where ${planes} and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity and r.rolname = 'rowhouse_owner')`,
  );
  return rows.map(({ name, owner }) => `${name} (of ${owner}) has no forced row security`);
}

interface Rule {
  command: string;
  using: string | null;
  check: string | null;
}

/** Rules that let somebody in add up, so there is one that speaks to the role, to all or to a role it is in. */
async function policies(query: CatalogQuery) {
  const tables = await query<{ name: string; rules: Rule[] }>(
    `select n.nspname || '.' || c.relname as name, coalesce(jsonb_agg(jsonb_build_object(
       'command', p.polcmd, 'using', pg_get_expr(p.polqual, p.polrelid),
       'check', pg_get_expr(p.polwithcheck, p.polrelid)))
       filter (where p.oid is not null), '[]') as rules
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     join pg_roles r on r.rolname =
       case when c.relname = 'platform_audit' then 'rowhouse_platform' else 'rowhouse_app' end
     left join pg_policy p on p.polrelid = c.oid and p.polpermissive and exists (
       select 1 from unnest(p.polroles) to_role where to_role = 0 or pg_has_role(r.oid, to_role, 'member'))
     where ${planes} and c.relkind in ('r', 'p') group by 1`,
  );
  return tables.flatMap(({ name, rules }) => {
    const setting = judgedOtherwise[name] ?? 'app.tenant';
    const [rule] = rules;
    if (rules.length !== 1 || !rule) return [`${name} has ${rules.length} policies for its role`];
    const sound = [rule.using, rule.check].every(
      (text) =>
        rule.command === '*' &&
        text?.includes(`'${setting}'`) &&
        text.includes('app.deny()') &&
        text.includes('SELECT'),
    );
    return sound ? [] : [`${name} has a policy that does not hold rows to ${setting}`];
  });
}

/** Rules without a setting hold for whoever asks, on tables without a tenant as well. */
async function openings(query: CatalogQuery) {
  const rows = await query<{ name: string; policy: string }>(
    `select n.nspname || '.' || c.relname as name, p.polname as policy
     from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_roles r on r.rolname in ('rowhouse_app', 'rowhouse_platform')
     where ${planes} and p.polpermissive and exists (
       select 1 from unnest(p.polroles) to_role where to_role = 0 or pg_has_role(r.oid, to_role, 'member'))
     and concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
       !~ 'current_setting\\(''app\\.(tenant|pool|staff)'''
     group by 1, 2`,
  );
  return rows
    .filter(({ name }) => !openToAll.has(name))
    .map(({ name, policy }) => `${name} is open to everybody by ${policy}`);
}

async function keys(query: CatalogQuery) {
  const rows = await query<{ name: string; index: string }>(
    `select n.nspname || '.' || c.relname as name, n.nspname || '.' || i.relname as index
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where ${planes} and x.indisunique and x.indkey[0] <> a.attnum`,
  );
  return rows
    .filter(({ index }) => !globalUniques.has(index))
    .map(({ name, index }) => `${index} is unique over all tenants of ${name}`);
}

async function references(query: CatalogQuery) {
  const rows = await query<{ name: string; target: string }>(
    `select f.conname as name, tn.nspname || '.' || t.relname as target
     from pg_constraint f
     join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     join pg_attribute b on b.attrelid = t.oid and b.attname = 'tenant_id'
     where ${planes} and f.contype = 'f' and not (f.conkey[1] = a.attnum and f.confkey[1] = b.attnum)`,
  );
  return rows
    .filter(({ name, target }) => !globalKeys.has(target) && !acrossOnPurpose.has(name))
    .map(({ name, target }) => `${name} reaches ${target} without its tenant`);
}

async function definerRights(query: CatalogQuery) {
  const rows = await query<{ name: string; config: string | null; open: boolean }>(
    `select n.nspname || '.' || p.proname as name, array_to_string(p.proconfig, ';') as config,
       has_function_privilege('public', p.oid, 'execute') as open
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  return rows.flatMap(({ name, config, open }) => {
    if (!definers.has(name) && !homeSearch.test(name))
      return [`${name} runs with its owner's rights and is not expected to`];
    if (!config?.match(/(^|;)search_path=[^;]*pg_temp(;|$)/))
      return [`${name} does not pin its search_path`];
    return open ? [`${name} may be called by anybody`] : [];
  });
}

async function grants(query: CatalogQuery) {
  const rows = await query<{ role: string; name: string; right: string }>(
    `select grantee as role, table_schema || '.' || table_name as name, privilege_type as right
     from information_schema.role_table_grants
     where table_schema in ('control', 'pooled') and (grantee = 'PUBLIC' or (grantee like 'rowhouse%'
       and grantee <> 'rowhouse_owner' and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')))
     union all
     select r.rolname, s.nspname, 'CREATE' from pg_namespace s cross join pg_roles r
     where s.nspname in ('control', 'pooled', 'app', 'ext', 'public')
       and r.rolname in ('rowhouse_web', 'rowhouse_worker', 'rowhouse_platform', 'rowhouse_directory')
       and has_schema_privilege(r.oid, s.oid, 'create')
     union all
     select r.rolname, 'role', 'BYPASSRLS' from pg_roles r
     where r.rolname in ('rowhouse_app', 'rowhouse_web', 'rowhouse_worker', 'rowhouse_platform', 'rowhouse_directory', 'rowhouse_lookup', 'rowhouse_search')
       and (r.rolbypassrls or r.rolsuper)`,
  );
  return rows.map(({ role, name, right }) => `${role} holds ${right} on ${name}`);
}

async function views(query: CatalogQuery) {
  const rows = await query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where ${planes} and (c.relkind = 'm'
       or (c.relkind = 'v' and not coalesce('security_invoker=true' = any(c.reloptions), false)))`,
  );
  return rows.map(({ name }) => `${name} is a view that does not ask as its caller`);
}
