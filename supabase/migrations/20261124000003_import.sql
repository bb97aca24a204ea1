-- One batch of an import in one transaction: all of its rows, or none. The importer has read, checked and classified them.

-- Names are compared without case, accents' spelling and punctuation.
create function private.normalise_name(name text) returns text
language sql immutable strict parallel safe set search_path = '' as $$
  select regexp_replace(
    translate(replace(replace(replace(replace(lower(name), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),
      'áàâéèêíìîóòôúùûçñ', 'aaaeeeiiiooouuucn'),
    '[^a-z0-9]+', '', 'g')
$$;
create index businesses_normalised_name on public.businesses (private.normalise_name(name));
grant execute on function private.normalise_name(text) to service_role;

-- The payload is JSON as text: the drivers behind the three tiers do not agree on how a jsonb argument is sent.
create function public.import_batch(payload text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  source text := document ->> 'source';
  counts jsonb;
begin
  drop table if exists pg_temp.incoming;
  create temp table incoming on commit drop as
  select
    i.*, r.business_id, r.space_id,
    case
      when r.outcome = 'duplicate' then 'duplicate'
      when r.hash = i.hash then 'unchanged'
      when r.ref is not null then 'updated'
      when twin.id is not null then 'duplicate'
      when i.review then 'review'
      else 'added'
    end as outcome,
    r.ref is null as is_new, twin.id as twin_id, gen_random_uuid() as new_id,
    case when i.lng is not null then
      extensions.st_setsrid(extensions.st_makepoint(i.lng, i.lat), 4326)::extensions.geography end as place
  from jsonb_to_recordset(document -> 'rows') as i (
    ref text, hash text, kind text, review boolean, slug text, name text, summary text, services text[], website text,
    address text, lng double precision, lat double precision, disclosure text, disciplines text[], verified boolean,
    use text, state text, area_square_meters numeric, confirmed_on date, confirmed_by text)
  left join public.source_records r on r.source_key = source and r.ref = i.ref
  left join lateral (
    select b.id from public.businesses b
    where r.ref is null and i.kind = 'business' and i.lng is not null
      and private.normalise_name(b.name) = private.normalise_name(i.name)
      and extensions.st_dwithin(b.location,
        extensions.st_setsrid(extensions.st_makepoint(i.lng, i.lat), 4326)::extensions.geography, 50)
    order by b.created_at, b.id limit 1
  ) twin on true;

  insert into public.businesses (id, slug, name, summary, services, website, address, location, disclosure, status,
    verified, source_key, confirmed_on, confirmed_by)
  select new_id, slug, name, summary, services, website, address, place, disclosure,
    case when (document ->> 'publish')::boolean and not review then 'published' else 'candidate' end,
    verified, source, confirmed_on, confirmed_by
  from pg_temp.incoming where is_new and kind = 'business' and outcome <> 'duplicate';

  insert into public.business_disciplines (business_id, discipline_code, role)
  select i.new_id, d.code, case d.nth when 1 then 'primary' else 'secondary' end
  from pg_temp.incoming i, unnest(i.disciplines) with ordinality as d (code, nth)
  where i.is_new and i.kind = 'business' and i.outcome <> 'duplicate';

  insert into public.spaces (id, slug, name, summary, services, website, address, location, disclosure, status,
    use, state, area_square_meters, source_key, confirmed_on, confirmed_by)
  select new_id, slug, name, summary, services, website, address, place, disclosure,
    case when (document ->> 'publish')::boolean and not review then 'published' else 'candidate' end,
    use, state, area_square_meters, source, confirmed_on, confirmed_by
  from pg_temp.incoming where is_new and kind = 'space';

  insert into public.source_records (source_key, ref, hash, kind, business_id, space_id, outcome)
  select source, ref, hash, kind,
    case when kind = 'business' then coalesce(twin_id, new_id) end,
    case when kind = 'space' then new_id end,
    case outcome when 'duplicate' then 'duplicate' else 'entry' end
  from pg_temp.incoming where is_new;

  select jsonb_object_agg(outcome, n) into counts
  from (select outcome, count(*) as n from pg_temp.incoming group by outcome) as counted;
  return coalesce(counts, '{}');
end $$;
comment on function public.import_batch(text) is 'Takes {source, publish, rows}; returns the number of rows per outcome.';
revoke execute on function public.import_batch(text) from public, anon, authenticated;
grant execute on function public.import_batch(text) to service_role;

-- ---------------------------------------------------------------- the demonstration

create function public.seed_demonstration(payload text) returns void
language plpgsql set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
begin
  insert into public.sources (key, title, license, is_demonstration)
  values (document ->> 'source', 'Beispieldaten', 'CC0-1.0', true);
  insert into public.districts (name, boundary, source_key, is_demonstration)
  select name, boundary::extensions.geography, document ->> 'source', true
  from jsonb_to_recordset(document -> 'districts') as d (name text, boundary text);
  perform public.import_batch(payload);
  update public.publication set demonstration = true;
end $$;
comment on function public.seed_demonstration(text) is 'Lays invented entries and rough districts in one transaction.';
revoke execute on function public.seed_demonstration(text) from public, anon, authenticated;
grant execute on function public.seed_demonstration(text) to service_role;

create function public.end_demonstration() returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.businesses b using public.sources s where s.key = b.source_key and s.is_demonstration;
  delete from public.spaces r using public.sources s where s.key = r.source_key and s.is_demonstration;
  delete from public.districts where is_demonstration;
  delete from public.source_records r using public.sources s where s.key = r.source_key and s.is_demonstration;
  update public.publication set demonstration = false where demonstration;
end $$;
comment on function public.end_demonstration() is 'Removes all invented rows; its source stays, so that they are never laid again.';
revoke execute on function public.end_demonstration() from public, anon, authenticated;
grant execute on function public.end_demonstration() to service_role;
