/** Who has which role everywhere. Part of `controlSql`, before whatever asks for it. */
export const heldRolesSql = /* sql */ `
-- Roles that members have everywhere at this moment, each once. What comes with a signed plan is read
-- of the plan: it is there with the signature, and gone with it.
create or replace view control.held_roles with (security_invoker = true) as
  select mr.tenant_id, mr.membership_id, mr.role_id from control.membership_roles mr
  where mr.ends_at is null or mr.ends_at > now()
  union
  select s.tenant_id, s.membership_id, r.role_id from control.user_subscriptions s
  join control.user_plan_roles r on r.tenant_id = s.tenant_id and r.plan_id = s.plan_id
    and r.version = s.version and r.purpose = 'gives'
  where s.state = 'signed';
revoke all on control.held_roles from public;
grant select on control.held_roles to rowhouse_app, rowhouse_lookup;
`;
