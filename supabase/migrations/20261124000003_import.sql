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
  is_trial boolean := coalesce((document ->> 'dry_run')::boolean, false);
  is_public boolean := coalesce((document ->> 'publish')::boolean, false);
  outcomes jsonb;
begin
  if not is_trial and (select demonstration from public.publication)
    and not (select is_demonstration from public.sources where key = source)
  then
    perform public.end_demonstration();
  end if;

  drop table if exists pg_temp.incoming;
  create temp table incoming on commit drop as
  select
    i.*, r.ref is null as is_new, twin.id as twin_id, gen_random_uuid() as new_id, r.business_id, r.space_id,
    coalesce(r.kind <> i.kind, false) as turned, r.outcome = 'entry' as is_own,
    case when i.lng is not null then
      extensions.st_setsrid(extensions.st_makepoint(i.lng, i.lat), 4326)::extensions.geography end as place,
    case
      when r.hash = i.hash then case r.outcome when 'duplicate' then 'duplicates' else 'unchanged' end
      when r.outcome = 'duplicate' and r.kind = i.kind then 'duplicates'
      when r.ref is not null then 'updated'
      when twin.id is not null then 'duplicates'
      when i.review then 'review'
      else 'added'
    end as outcome
  from (
    select row_number() over () as nth, e.* from jsonb_to_recordset(document -> 'rows') as e (
      ref text, hash text, kind text, review boolean, matches_by_name boolean, slug text, name text, summary text,
      services text[], website text, address text, lng double precision, lat double precision, disclosure text,
      disciplines text[], wz_codes text[], verified boolean, use text, state text, certainty smallint,
      area_square_meters numeric, floor text, rent_class text, available_from date, former_use text,
      step_free boolean, vacant_since date, vacant_since_precision text, confirmed_on date, confirmed_by text)
  ) i
  left join public.source_records r on r.source_key = source and r.ref = i.ref
  left join lateral (
    select b.id from public.businesses b
    where r.ref is null and i.kind = 'business' and i.matches_by_name and i.lng is not null
      and private.normalise_name(i.name) <> ''
      and private.normalise_name(b.name) = private.normalise_name(i.name)
      and extensions.st_dwithin(b.location,
        extensions.st_setsrid(extensions.st_makepoint(i.lng, i.lat), 4326)::extensions.geography, 50)
    order by b.created_at, b.id limit 1
  ) twin on true;

  select coalesce(jsonb_agg(outcome order by nth), '[]') into outcomes from pg_temp.incoming;
  if is_trial then return outcomes; end if;

  perform private.incoming_replace(source, is_public);
  perform private.incoming_add(source, is_public);
  return outcomes;
end $$;
comment on function public.import_batch(text) is
  'Takes {source, publish, dry_run, rows}; returns the outcome of each row in its order: added, updated, unchanged, duplicates or review.';
revoke execute on function public.import_batch(text) from public, anon, authenticated;
grant execute on function public.import_batch(text) to service_role;

-- Rows that are known and have changed. What turned from a business into a space, or back, goes and comes anew. A candidate is
-- published when the operator now asks for it; what staff withdrew stays withdrawn.
create function private.incoming_replace(source text, is_public boolean) returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.businesses b using pg_temp.incoming i where i.turned and i.is_own and b.id = i.business_id;
  delete from public.spaces s using pg_temp.incoming i where i.turned and i.is_own and s.id = i.space_id;
  delete from public.source_records r using pg_temp.incoming i where i.turned and r.source_key = source and r.ref = i.ref;
  update pg_temp.incoming set is_new = true where turned;

  update public.businesses b
  set name = i.name, summary = i.summary, services = i.services, website = i.website, address = i.address,
    location = i.place, disclosure = i.disclosure, verified = b.verified or i.verified,
    confirmed_on = i.confirmed_on, confirmed_by = i.confirmed_by,
    status = case when b.status = 'candidate' and is_public and not i.review then 'published' else b.status end
  from pg_temp.incoming i
  where i.outcome = 'updated' and not i.turned and b.id = i.business_id;

  delete from public.business_disciplines d using pg_temp.incoming i
  where i.outcome = 'updated' and not i.turned and d.business_id = i.business_id;
  delete from public.business_wz_codes w using pg_temp.incoming i
  where i.outcome = 'updated' and not i.turned and w.business_id = i.business_id;
  update pg_temp.incoming set new_id = business_id
  where outcome = 'updated' and not turned and business_id is not null;

  update public.spaces s
  set name = i.name, summary = i.summary, services = i.services, website = i.website, address = i.address,
    location = i.place, disclosure = i.disclosure, use = i.use, state = i.state, certainty = i.certainty,
    area_square_meters = i.area_square_meters, floor = i.floor, rent_class = i.rent_class,
    available_from = i.available_from, former_use = i.former_use, step_free = i.step_free,
    vacant_since = i.vacant_since, vacant_since_precision = i.vacant_since_precision,
    confirmed_on = i.confirmed_on, confirmed_by = i.confirmed_by,
    status = case when s.status = 'candidate' and is_public and not i.review then 'published' else s.status end
  from pg_temp.incoming i
  where i.outcome = 'updated' and not i.turned and s.id = i.space_id;

  update public.source_records r set hash = i.hash, seen_at = now()
  from pg_temp.incoming i
  where r.source_key = source and r.ref = i.ref and r.hash <> i.hash;
end $$;

-- Rows that are new, and the disciplines and codes of all that were written.
create function private.incoming_add(source text, is_public boolean) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.businesses (id, slug, name, summary, services, website, address, location, disclosure, status,
    verified, source_key, confirmed_on, confirmed_by)
  select new_id, slug, name, summary, services, website, address, place, disclosure,
    case when is_public and not review then 'published' else 'candidate' end,
    verified, source, confirmed_on, confirmed_by
  from pg_temp.incoming where is_new and kind = 'business' and outcome <> 'duplicates' order by nth;

  insert into public.business_disciplines (business_id, discipline_code, role)
  select i.new_id, d.code, case d.nth when 1 then 'primary' else 'secondary' end
  from pg_temp.incoming i, unnest(i.disciplines) with ordinality as d (code, nth)
  where i.kind = 'business' and i.outcome in ('added', 'updated', 'review');

  insert into public.business_wz_codes (business_id, version, code)
  select i.new_id, split_part(w.code, ':', 1), split_part(w.code, ':', 2)
  from pg_temp.incoming i, unnest(i.wz_codes) as w (code)
  where i.kind = 'business' and i.outcome in ('added', 'updated', 'review');

  insert into public.spaces (id, slug, name, summary, services, website, address, location, disclosure, status,
    use, state, certainty, area_square_meters, floor, rent_class, available_from, former_use, step_free,
    vacant_since, vacant_since_precision, source_key, confirmed_on, confirmed_by)
  select new_id, slug, name, summary, services, website, address, place, disclosure,
    case when is_public and not review then 'published' else 'candidate' end,
    use, state, certainty, area_square_meters, floor, rent_class, available_from, former_use, step_free,
    vacant_since, vacant_since_precision, source, confirmed_on, confirmed_by
  from pg_temp.incoming where is_new and kind = 'space' order by nth;

  insert into public.source_records (source_key, ref, hash, kind, business_id, space_id, outcome)
  select source, ref, hash, kind,
    case when kind = 'business' then coalesce(twin_id, new_id) end,
    case when kind = 'space' then new_id end,
    case outcome when 'duplicates' then 'duplicate' else 'entry' end
  from pg_temp.incoming where is_new;
end $$;
revoke execute on function private.incoming_replace(text, boolean), private.incoming_add(text, boolean) from public;
grant execute on function private.incoming_replace(text, boolean), private.incoming_add(text, boolean) to service_role;

-- ---------------------------------------------------------------- what surrounds the entries

-- Upserts one kind of surroundings; returns the outcome of each row in its order.
create function public.import_districts(payload text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  outcomes jsonb;
begin
  drop table if exists pg_temp.areas;
  create temp table areas on commit drop as
  select i.*, case
      when d.id is null or d.is_demonstration then 'added'
      when extensions.st_equals(d.boundary::extensions.geometry, i.shape::extensions.geometry) then 'unchanged'
      else 'updated' end as outcome
  from (
    select row_number() over () as nth, e.name, extensions.st_multi(extensions.st_collectionextract(
      extensions.st_makevalid(e.boundary::extensions.geometry), 3))::extensions.geography as shape
    from jsonb_to_recordset(document -> 'rows') as e (name text, boundary text)
  ) i left join public.districts d on d.name = i.name;
  select coalesce(jsonb_agg(outcome order by nth), '[]') into outcomes from pg_temp.areas;
  if coalesce((document ->> 'dry_run')::boolean, false) then return outcomes; end if;

  delete from public.districts where is_demonstration;
  insert into public.districts (name, boundary, source_key)
  select name, shape, document ->> 'source' from pg_temp.areas where outcome <> 'unchanged'
  on conflict (name) do update set boundary = excluded.boundary, source_key = excluded.source_key;
  return outcomes;
end $$;
comment on function public.import_districts(text) is
  'Takes {source, dry_run, rows: [{name, boundary (EWKT)}]}; the rough districts of the demonstration leave.';

create function public.import_addresses(payload text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  outcomes jsonb;
begin
  drop table if exists pg_temp.places;
  create temp table places on commit drop as
  select i.*, case
      when a.id is null then 'added'
      when (a.street, a.house_number, a.postcode, a.place) is not distinct from (i.street, i.house_number, i.postcode, i.place)
        and extensions.st_equals(a.location::extensions.geometry, i.location::extensions.geometry) then 'unchanged'
      else 'updated' end as outcome
  from (
    select row_number() over () as nth, e.ref, e.street, e.house_number, e.postcode, e.place,
      extensions.st_setsrid(extensions.st_makepoint(e.lng, e.lat), 4326)::extensions.geography as location
    from jsonb_to_recordset(document -> 'rows') as e (
      ref text, street text, house_number text, postcode text, place text, lng double precision, lat double precision)
  ) i left join public.addresses a on a.source_key = document ->> 'source' and a.ref = i.ref;
  select coalesce(jsonb_agg(outcome order by nth), '[]') into outcomes from pg_temp.places;
  if coalesce((document ->> 'dry_run')::boolean, false) then return outcomes; end if;

  insert into public.addresses (source_key, ref, street, house_number, postcode, place, location)
  select document ->> 'source', ref, street, house_number, postcode, place, location
  from pg_temp.places where outcome <> 'unchanged' order by nth
  on conflict (source_key, ref) do update set street = excluded.street, house_number = excluded.house_number,
    postcode = excluded.postcode, place = excluded.place, location = excluded.location;
  return outcomes;
end $$;
comment on function public.import_addresses(text) is
  'Takes {source, dry_run, rows: [{ref, street, house_number, postcode, place, lng, lat}]}.';

create function public.import_context(payload text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  outcomes jsonb;
begin
  drop table if exists pg_temp.places;
  create temp table places on commit drop as
  select i.*, case
      when c.id is null then 'added'
      when (c.kind, c.name) is not distinct from (i.kind, i.name)
        and extensions.st_equals(c.location::extensions.geometry, i.location::extensions.geometry) then 'unchanged'
      else 'updated' end as outcome
  from (
    select row_number() over () as nth, e.ref, e.kind, e.name,
      extensions.st_setsrid(extensions.st_makepoint(e.lng, e.lat), 4326)::extensions.geography as location
    from jsonb_to_recordset(document -> 'rows') as e (
      ref text, kind text, name text, lng double precision, lat double precision)
  ) i left join public.context_places c on c.source_key = document ->> 'source' and c.ref = i.ref;
  select coalesce(jsonb_agg(outcome order by nth), '[]') into outcomes from pg_temp.places;
  if coalesce((document ->> 'dry_run')::boolean, false) then return outcomes; end if;

  insert into public.context_places (source_key, ref, kind, name, location)
  select document ->> 'source', ref, kind, name, location
  from pg_temp.places where outcome <> 'unchanged' order by nth
  on conflict (source_key, ref) do update
    set kind = excluded.kind, name = excluded.name, location = excluded.location;
  return outcomes;
end $$;
comment on function public.import_context(text) is 'Takes {source, dry_run, rows: [{ref, kind, name, lng, lat}]}.';

-- An address is found only where all that is asked for agrees and nothing else lies there: a wrong place is worse than none.
create function public.geocode_addresses(payload text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('nth', q.nth, 'lng', q.lng, 'lat', q.lat)), '[]')
  from (
    select i.nth, avg(extensions.st_x(a.location::extensions.geometry)) as lng,
      avg(extensions.st_y(a.location::extensions.geometry)) as lat
    from jsonb_to_recordset(payload::jsonb) as i (nth int, street text, house_number text, postcode text, place text)
    join public.addresses a
      on lower(a.street) = lower(i.street) and lower(a.house_number) = lower(i.house_number)
      and (i.postcode is null or a.postcode is null or a.postcode = i.postcode)
      and (i.place is null or a.place is null or lower(a.place) = lower(i.place))
    group by i.nth
    having extensions.st_length(extensions.st_makeline(extensions.st_point(
      min(extensions.st_x(a.location::extensions.geometry)), min(extensions.st_y(a.location::extensions.geometry))),
      extensions.st_point(max(extensions.st_x(a.location::extensions.geometry)),
      max(extensions.st_y(a.location::extensions.geometry))))::extensions.geography) < 100
  ) q
$$;
comment on function public.geocode_addresses(text) is
  'Takes [{nth, street, house_number, postcode, place}]; returns [{nth, lng, lat}] for those found within 100 m of each other.';

do $$
declare
  target text;
begin
  foreach target in array array['import_districts', 'import_addresses', 'import_context', 'geocode_addresses'] loop
    execute format('revoke execute on function public.%I(text) from public, anon, authenticated', target);
    execute format('grant execute on function public.%I(text) to service_role', target);
  end loop;
end $$;

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
