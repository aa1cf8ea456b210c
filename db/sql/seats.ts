/** Seats of tenants. Part of `controlSql`. */
export const seatsSql = /* sql */ `
-- Gives the tenant in scope, which is opened in this very transaction as a copy, the limit that another
-- one of its pool has at this moment: read and written in one transaction.
create or replace function control.copy_seat_limit(p_source uuid) returns void
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  insert into control.seat_limits (tenant_id, id, seats)
  select here.id, app.uuid7(), l.seats
  from control.tenants here
  join control.tenants source on source.pool_id = here.pool_id and source.id = p_source
  join control.seat_limits l on l.tenant_id = source.id
  where here.id = current_setting('app.tenant')::uuid and here.created_at = now();
end $$;
`;

export const seatFunctionGrants: Record<string, string[]> = {
  'control.copy_seat_limit(uuid)': ['rowhouse_app'],
};
