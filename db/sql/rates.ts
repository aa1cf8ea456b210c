/** Calls that processes take from shared buckets, ahead of use. Part of `controlSql`. */
export const ratesSql = /* sql */ `
-- Nothing of it is worth a place in the log that a crash is mended from, nor the wait for it.
alter table control.rate_buckets set unlogged;

-- For each key, in the order given: pays the calls that were admitted ahead, then takes up to so many.
-- Answers how many were taken, how many are left, and after how many milliseconds there is one more.
-- Whoever asks names the keys in one order, so that no two wait for each other.
create or replace function control.lease_rates(
  p_keys text[], p_sizes double precision[], p_owed integer[], p_wanted integer[])
returns table (granted integer, remaining double precision, wait_ms double precision)
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  bucket control.rate_buckets;
  moment timestamptz;
begin
  for i in 1 .. coalesce(cardinality(p_keys), 0) loop
    insert into control.rate_buckets (key, calls, at)
    values (p_keys[i], p_sizes[i], clock_timestamp()) on conflict do nothing;
    select * into bucket from control.rate_buckets where key = p_keys[i] for update;
    -- A clock that was set back neither fills a bucket nor keeps it empty.
    moment := clock_timestamp();
    remaining := least(p_sizes[i], bucket.calls
      + greatest(0, extract(epoch from moment - bucket.at)) * p_sizes[i] / 60) - p_owed[i];
    granted := floor(greatest(0, least(p_wanted[i], remaining)))::integer;
    remaining := remaining - granted;
    wait_ms := greatest(0, 1 - remaining) * 60000 / p_sizes[i];
    update control.rate_buckets set calls = remaining, at = moment where key = p_keys[i];
    return next;
  end loop;
end $$;
`;

export const rateFunctionGrants: Record<string, string[]> = {
  'control.lease_rates(text[], double precision[], integer[], integer[])': ['rowhouse_app'],
};
