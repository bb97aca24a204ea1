-- One batch of an import in one transaction: all of its rows, or none. The importer has read, checked and classified them.

-- Names are compared without case, accents and punctuation, umlauts spelled out. Taken apart first (NFD), so that the
-- result does not hang on the database's collation. `normaliseName` of the importer does the same.
create function private.normalise_name(name text) returns text
language sql immutable strict parallel safe set search_path = '' as $$
  select regexp_replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(normalize(name, NFD)),
      e'a\u0308', 'ae'), e'o\u0308', 'oe'), e'u\u0308', 'ue'), 'ß', 'ss'), 'ẞ', 'ss'),
      'æ', 'ae'), 'Æ', 'ae'), 'ø', 'o'), 'Ø', 'o'),
    '[^a-z0-9]+', '', 'g')
$$;
create index businesses_normalised_name on public.businesses (private.normalise_name(name));

-- "Kölner Str." and "Koelner Straße" are one street.
create function private.normalise_street(street text) returns text
language sql immutable strict parallel safe set search_path = '' as $$
  select regexp_replace(private.normalise_name(street), 'str$', 'strasse')
$$;
create index addresses_normalised_street on public.addresses (private.normalise_street(street), lower(house_number));
grant execute on function private.normalise_name(text), private.normalise_street(text) to service_role;

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

  perform private.incoming_compare(source, is_public, document -> 'rows');
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

-- Lays the rows beside what the register knows of them and says what is to become of each. A row is known by its reference; one
-- that turned from a business into a space (or back), and a changed one that was a duplicate, are looked at as if they were new.
create function private.incoming_compare(source text, is_public boolean, entries jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  drop table if exists pg_temp.incoming;
  create temp table incoming on commit drop as
  select
    i.*, not i.is_known as is_new, twin.id as twin_id,
    case when i.is_known then coalesce(i.business_id, i.space_id) else gen_random_uuid() end as entry_id,
    case
      when i.is_known and i.record_outcome = 'duplicate' or twin.id is not null then 'duplicates'
      when i.review and not (i.is_known and i.was_review) then 'review'
      when i.record_outcome is null then 'added'
      when not i.is_known or i.hash <> i.record_hash
        or (coalesce(b.location, s.location) is null and i.place is not null)
        or (coalesce(b.status, s.status) = 'candidate' and is_public and not i.review) then 'updated'
      else 'unchanged'
    end as outcome
  from (
    select e.*, r.hash as record_hash, r.outcome as record_outcome, r.review as was_review, r.business_id, r.space_id,
      r.ref is not null and r.kind = e.kind and (r.outcome = 'entry' or r.hash = e.hash) as is_known,
      case when e.lng is not null then
        extensions.st_setsrid(extensions.st_makepoint(e.lng, e.lat), 4326)::extensions.geography end as place,
      case when e.kind = 'business' and e.matches_by_name and e.lng is not null then
        private.normalise_name(e.name) end as telling_name
    from (
      select row_number() over () as nth, e.* from jsonb_to_recordset(entries) as e (
        ref text, hash text, kind text, review boolean, matches_by_name boolean, slug text, name text, summary text,
        services text[], website text, address text, lng double precision, lat double precision, disclosure text,
        disciplines text[], wz_codes text[], verified boolean, use text, state text, certainty smallint,
        area_square_meters numeric, floor text, rent_class text, available_from date, former_use text,
        step_free boolean, vacant_since date, vacant_since_precision text, confirmed_on date, confirmed_by text)
    ) e
    left join public.source_records r on r.source_key = source and r.ref = e.ref
  ) i
  left join public.businesses b on b.id = i.business_id and i.record_outcome = 'entry'
  left join public.spaces s on s.id = i.space_id
  left join lateral (
    select t.id from public.businesses t
    where not i.is_known and private.normalise_name(t.name) = i.telling_name
      and extensions.st_dwithin(t.location, i.place, 50)
    order by t.created_at, t.id limit 1
  ) twin on true;
end $$;

-- What is known and has changed, and what is to be looked at as new: its old entry goes, unless it was another's. A candidate is
-- published when the operator now asks for it; what staff withdrew stays withdrawn; what became unsure waits for a moderator. A
-- place stays as long as the address does, unless the row brings a better one.
create function private.incoming_replace(source text, is_public boolean) returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.businesses b using pg_temp.incoming i
  where i.is_new and i.record_outcome = 'entry' and b.id = i.business_id;
  delete from public.spaces s using pg_temp.incoming i
  where i.is_new and i.record_outcome = 'entry' and s.id = i.space_id;
  delete from public.source_records r using pg_temp.incoming i
  where i.is_new and r.source_key = source and r.ref = i.ref;

  update public.businesses b
  set name = i.name, summary = i.summary, services = i.services, website = i.website, address = i.address,
    location = coalesce(i.place, case when b.address is not distinct from i.address then b.location end),
    disclosure = i.disclosure, verified = b.verified or i.verified,
    confirmed_on = i.confirmed_on, confirmed_by = i.confirmed_by,
    status = private.incoming_status(b.status, i.outcome, i.review, is_public)
  from pg_temp.incoming i
  where i.outcome in ('updated', 'review') and not i.is_new and b.id = i.business_id;

  delete from public.business_disciplines d using pg_temp.incoming i
  where i.outcome in ('updated', 'review') and not i.is_new and d.business_id = i.business_id;
  delete from public.business_wz_codes w using pg_temp.incoming i
  where i.outcome in ('updated', 'review') and not i.is_new and w.business_id = i.business_id;

  update public.spaces s
  set name = i.name, summary = i.summary, services = i.services, website = i.website, address = i.address,
    location = coalesce(i.place, case when s.address is not distinct from i.address then s.location end),
    disclosure = i.disclosure, use = i.use, state = i.state, certainty = i.certainty,
    area_square_meters = i.area_square_meters, floor = i.floor, rent_class = i.rent_class,
    available_from = i.available_from, former_use = i.former_use, step_free = i.step_free,
    vacant_since = i.vacant_since, vacant_since_precision = i.vacant_since_precision,
    confirmed_on = i.confirmed_on, confirmed_by = i.confirmed_by,
    status = private.incoming_status(s.status, i.outcome, i.review, is_public)
  from pg_temp.incoming i
  where i.outcome in ('updated', 'review') and not i.is_new and s.id = i.space_id;

  update public.source_records r set hash = i.hash, review = i.review, seen_at = now()
  from pg_temp.incoming i
  where not i.is_new and r.source_key = source and r.ref = i.ref and r.hash <> i.hash;
end $$;

create function private.incoming_status(status text, outcome text, review boolean, is_public boolean) returns text
language sql immutable set search_path = '' as $$
  select case
    when status = 'published' and outcome = 'review' then 'candidate'
    when status = 'candidate' and is_public and not review then 'published'
    else status
  end
$$;

-- Rows that are new, and the disciplines and codes of all that were written.
create function private.incoming_add(source text, is_public boolean) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.businesses (id, slug, name, summary, services, website, address, location, disclosure, status,
    verified, source_key, confirmed_on, confirmed_by)
  select entry_id, slug, name, summary, services, website, address, place, disclosure,
    private.incoming_status('candidate', outcome, review, is_public),
    verified, source, confirmed_on, confirmed_by
  from pg_temp.incoming where is_new and kind = 'business' and outcome <> 'duplicates' order by nth;

  insert into public.business_disciplines (business_id, discipline_code, role)
  select i.entry_id, d.code, case d.nth when 1 then 'primary' else 'secondary' end
  from pg_temp.incoming i, unnest(i.disciplines) with ordinality as d (code, nth)
  where i.kind = 'business' and i.outcome in ('added', 'updated', 'review');

  insert into public.business_wz_codes (business_id, version, code)
  select i.entry_id, split_part(w.code, ':', 1), split_part(w.code, ':', 2)
  from pg_temp.incoming i, unnest(i.wz_codes) as w (code)
  where i.kind = 'business' and i.outcome in ('added', 'updated', 'review');

  insert into public.spaces (id, slug, name, summary, services, website, address, location, disclosure, status,
    use, state, certainty, area_square_meters, floor, rent_class, available_from, former_use, step_free,
    vacant_since, vacant_since_precision, source_key, confirmed_on, confirmed_by)
  select entry_id, slug, name, summary, services, website, address, place, disclosure,
    private.incoming_status('candidate', outcome, review, is_public),
    use, state, certainty, area_square_meters, floor, rent_class, available_from, former_use, step_free,
    vacant_since, vacant_since_precision, source, confirmed_on, confirmed_by
  from pg_temp.incoming where is_new and kind = 'space' order by nth;

  insert into public.source_records (source_key, ref, hash, kind, review, business_id, space_id, outcome)
  select source, ref, hash, kind, review,
    case when kind = 'business' then coalesce(twin_id, entry_id) end,
    case when kind = 'space' then entry_id end,
    case outcome when 'duplicates' then 'duplicate' else 'entry' end
  from pg_temp.incoming where is_new;
end $$;

do $$
declare
  target text;
begin
  foreach target in array array['incoming_compare(text, boolean, jsonb)', 'incoming_replace(text, boolean)',
    'incoming_add(text, boolean)', 'incoming_status(text, text, boolean, boolean)'] loop
    execute format('revoke execute on function private.%s from public', target);
    execute format('grant execute on function private.%s to service_role', target);
  end loop;
end $$;

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
  -- A statement on districts makes every entry look for its own anew, even where it changes no row.
  if not exists (select from pg_temp.areas where outcome <> 'unchanged') then return outcomes; end if;

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

-- A place once found stays while the address does. Otherwise street, number and postcode (or town, where a postcode is missing)
-- must agree and nothing else may lie there: a wrong place is worse than none.
create function public.geocode_addresses(payload text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
begin
  return (
    with asked as (
      select row_number() over () - 1 as nth, a.* from jsonb_to_recordset(document -> 'rows') as a (
        ref text, address text, street text, house_number text, postcode text, place text)
    ), stored as (
      select a.nth, coalesce(b.location, s.location)::extensions.geometry as point
      from asked a
      join public.source_records r on r.source_key = document ->> 'source' and r.ref = a.ref and r.outcome = 'entry'
      left join public.businesses b on b.id = r.business_id
      left join public.spaces s on s.id = r.space_id
      where coalesce(b.location, s.location) is not null and coalesce(b.address, s.address) = a.address
    ), matching as (
      select a.nth, l.location::extensions.geometry as point
      from asked a join public.addresses l
        on private.normalise_street(l.street) = private.normalise_street(a.street)
        and lower(l.house_number) = lower(a.house_number)
        and coalesce(l.postcode = a.postcode, private.normalise_name(l.place) = private.normalise_name(a.place), true)
      where a.nth not in (select nth from stored)
    ), close as (
      select nth, extensions.st_centroid(extensions.st_collect(point)) as point
      from matching group by nth
      having extensions.st_length(extensions.st_boundingdiagonal(extensions.st_collect(point))::extensions.geography) < 100
    )
    select coalesce(jsonb_agg(jsonb_build_object(
      'nth', f.nth, 'lng', extensions.st_x(f.point), 'lat', extensions.st_y(f.point))), '[]')
    from (select * from stored union all select * from close) f
  );
end $$;
comment on function public.geocode_addresses(text) is
  'Takes {source, rows: [{ref, address, street, house_number, postcode, place}]}; returns [{nth, lng, lat}] for those found, nth from 0.';

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
