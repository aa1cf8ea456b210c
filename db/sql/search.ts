/**
 * What the index on records is made of: every three letters in a row, told apart by tenant, so that a
 * search walks its own tenant's entries only and another's words cost what absent words cost. Marks on
 * Latin letters are left out and Hangul is taken apart into its letters, as `formOf` in the product does.
 * Whoever changes this makes the index anew in a migration.
 */
export const searchKeysSql = /* sql */ `
create or replace function app.search_seed(p_tenant uuid) returns bigint
language sql immutable parallel safe as $$ select hashtextextended(p_tenant::text, 0) $$;

create or replace function app.search_keys(p_tenant uuid, p_text text) returns bigint[]
language plpgsql immutable parallel safe cost 5000 as $$
declare
  seed constant bigint := app.search_seed(p_tenant);
  form text := ' ' || replace(p_text, E'\\n', ' ') || ' ';
  first text := '';
  second text := '';
  letter text;
  keys bigint[] := '{}';
begin
  if octet_length(form) <> length(form) then
    form := translate(normalize(form, nfd), U&'\\0300\\0301\\0302\\0303\\0304\\0308\\030A\\030C\\0327', '');
  end if;
  foreach letter in array string_to_array(form, null) loop
    keys := keys || hashtextextended(first || second || letter, seed);
    first := second;
    second := letter;
  end loop;
  return keys;
end $$;

grant usage on schema app to rowhouse_search;
`;

/**
 * The way to records by their words, one function for each schema of tenants. It runs as a role that
 * can do nothing else, since what an index on words needs is not leakproof: the tenant is the setting's,
 * the role that may call is the schema's own, and only ids come out.
 */
export const searchSql = (schema: string, role: string): string[] => {
  const at = `"${schema}"."records"`;
  const name = `"${schema}"."search_records"(text[], uuid[], text, integer, integer, uuid, jsonb)`;
  return [
    `drop function if exists "${schema}"."search_records"(text[], uuid[], text, integer)`,
    `create policy searched on ${at} for select to rowhouse_search using (true)`,
    `grant select (tenant_id, id, collection_id, search_text, data, created_by, updated_at, deleted_at) on ${at} to rowhouse_search`,
    `grant usage, create on schema "${schema}" to rowhouse_search`,
    searchFunction(schema, at),
    `alter function ${name} owner to rowhouse_search`,
    `revoke create on schema "${schema}" from rowhouse_search`,
    `revoke all on function ${name} from public`,
    `grant execute on function ${name} to ${role}`,
  ];
};

// The tenant is asked for once more behind the index, and never lets another index in: only with
// the parts' keys does a search read what it may show. Rules of rows are met before anything is cut
// off: who sees few records would miss them among those of others.
const searchFunction = (schema: string, at: string) => `
create or replace function "${schema}"."search_records"(
  p_parts text[], p_collections uuid[], p_phrase text, p_limit integer, p_offset integer,
  p_reader uuid, p_sight jsonb)
returns table (id uuid, collection_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  tenant constant uuid := coalesce(nullif(current_setting('app.tenant', true), ''), app.deny())::uuid;
  seed constant bigint := app.search_seed(tenant);
  keys bigint[];
  -- Collections to pass over; those where the reader sees what they made; those where rules hold at all.
  closed constant uuid[] := array(select jsonb_array_elements_text(p_sight -> 'closed')::uuid);
  own constant uuid[] := array(select jsonb_array_elements_text(p_sight -> 'own')::uuid);
  ruled constant uuid[] := array(select jsonb_array_elements_text(p_sight -> 'ruled')::uuid);
  -- Of each collection, the keys of fields that assign a record to somebody.
  assigned constant jsonb := coalesce(p_sight -> 'assigned', '{}');
  -- Lists of people whose records are open too, and of each collection which list and which fields.
  people constant jsonb := coalesce(p_sight -> 'people', '[]');
  near constant jsonb := coalesce(p_sight -> 'near', '{}');
begin
  if coalesce(cardinality(p_parts), 0) not between 1 and 400 or p_limit not between 1 and 500
    or p_offset not between 0 and 2000 then
    raise exception 'a search takes 1 to 400 parts and answers 1 to 500 records' using errcode = '22023';
  end if;
  select array_agg(distinct hashtextextended(part, seed)) into keys from unnest(p_parts) part;
  return query
    with found as materialized (
      select r.tenant_id, r.id, r.collection_id, r.search_text, r.updated_at from ${at} r
      where app.search_keys(r.tenant_id, r.search_text) @> keys and r.deleted_at is null
        and (p_collections is null or r.collection_id::text = any(p_collections::text[]))
        and not r.collection_id = any(closed)
        and (not r.collection_id = any(ruled)
          or (r.created_by = p_reader and r.collection_id = any(own))
          or exists (select from jsonb_array_elements_text(assigned -> r.collection_id::text) k(key)
            where r.data ->> k.key = p_reader::text)
          or exists (select from jsonb_extract_path(near, r.collection_id::text) n(beside)
            where people -> (beside ->> 'people')::integer ? r.created_by::text
              or exists (select from jsonb_array_elements_text(beside -> 'keys') k(key)
                where people -> (beside ->> 'people')::integer ? (r.data ->> k.key))))
      limit 2000)
    select f.id, f.collection_id from found f where f.tenant_id = tenant
    order by case when starts_with(f.search_text, p_phrase) then 0
        when strpos(split_part(f.search_text, E'\\n', 1), p_phrase) > 0 then 1
        when strpos(f.search_text, p_phrase) > 0 then 2 else 3 end,
      f.updated_at desc, f.id
    limit p_limit offset p_offset;
end $$`;
