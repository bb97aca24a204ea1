-- Where things are: sources of data, districts, street addresses, and the context places that surround the entries.

-- ---------------------------------------------------------------- sources

create table public.sources (
  key text primary key check (key ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
  title text not null check (length(title) between 1 and 200),
  license text not null,
  license_url text check (license_url ~ '^https?://'),
  attribution text not null default '',
  retrieved_on date,
  is_demonstration boolean not null default false
);
comment on table public.sources is 'Where entries come from, with licence and date.';
create trigger sources_bump_insert after insert on public.sources referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger sources_bump_update after update on public.sources referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger sources_bump_delete after delete on public.sources referencing old table as changed
  for each statement execute function private.publication_bump();

alter table public.sources enable row level security;
revoke all on public.sources from anon, authenticated;
grant select, insert, update, delete on public.sources to service_role;
grant select on public.sources to anon, authenticated;
create policy "Everyone reads the sources" on public.sources for select to anon, authenticated using (true);

-- ---------------------------------------------------------------- districts

create table public.districts (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 100),
  boundary extensions.geography(multipolygon, 4326) not null,
  source_key text references public.sources (key),
  is_demonstration boolean not null default false
);
create index districts_boundary on public.districts using gist (boundary);
comment on table public.districts is 'Official parts of the city (Stadtteile); rough ones in the demonstration.';
create trigger districts_bump_insert after insert on public.districts referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger districts_bump_update after update on public.districts referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger districts_bump_delete after delete on public.districts referencing old table as changed
  for each statement execute function private.publication_bump();

-- New or changed districts reach the entries: the update makes the trigger above read them again.
create function private.districts_reassign() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.businesses set district_id = null where location is not null;
  update public.spaces set district_id = null where location is not null;
  return null;
end $$;
create trigger districts_reassign
  after insert or update of boundary on public.districts
  for each statement execute function private.districts_reassign();

create view public.district_outlines with (security_invoker = true) as
select id, name, extensions.st_asgeojson(boundary, 5)::jsonb as boundary, is_demonstration
from public.districts;
comment on view public.district_outlines is 'Districts as GeoJSON geometry, EPSG:4326, five decimals.';

alter table public.districts enable row level security;
revoke all on public.districts, public.district_outlines from anon, authenticated;
grant select, insert, update, delete on public.districts to service_role;
grant select on public.district_outlines to service_role;
grant select on public.districts, public.district_outlines to anon, authenticated;
create policy "Everyone reads the districts" on public.districts for select to anon, authenticated using (true);

-- ---------------------------------------------------------------- addresses

create table public.addresses (
  id bigint generated always as identity primary key,
  source_key text not null references public.sources (key),
  ref text not null,
  street text,
  house_number text not null,
  postcode text,
  place text,
  location extensions.geography(point, 4326) not null,
  unique (source_key, ref)
);
create index addresses_street_as_written on public.addresses (street);
comment on table public.addresses is 'Street addresses, public like a street sign: for geocoding, for the search, and where chance could have put a business.';
comment on column public.addresses.street is 'Null where only the house number is known: a place, though none that can be asked for.';
create index addresses_normalised_street on public.addresses (private.normalise_street(street), lower(house_number));
-- Chance draws among the addresses, and the result is kept per version, so new addresses make a new version.
create trigger addresses_bump_insert after insert on public.addresses referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger addresses_bump_update after update on public.addresses referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger addresses_bump_delete after delete on public.addresses referencing old table as changed
  for each statement execute function private.publication_bump();

create view public.address_points with (security_invoker = true) as
select a.id, a.street, a.house_number, a.postcode, a.place,
  extensions.st_x(a.location::extensions.geometry) as lng, extensions.st_y(a.location::extensions.geometry) as lat
from public.addresses a
where a.street is not null;
comment on view public.address_points is 'Addresses that can be asked for, with their place in degrees.';

-- The place of a street is that of its middle house number: unlike a mean it always lies on the street.
create view public.address_streets with (security_invoker = true) as
select min(id) as id, street, place, string_agg(distinct postcode, ' ') as postcodes,
  (array_agg(lng order by substring(house_number from '^\d{1,6}')::int, id))[(count(*)::int + 1) / 2] as lng,
  (array_agg(lat order by substring(house_number from '^\d{1,6}')::int, id))[(count(*)::int + 1) / 2] as lat
from public.address_points
group by street, place;
comment on view public.address_streets is 'The streets of all addresses, each once a place.';

-- Where chance could have put a business. A thousand lots of like size, so that a reader can take some of very many.
create view public.address_places with (security_invoker = true) as
select id, (id * 7919) % 1000 as lot, extensions.st_x(location::extensions.geometry) as lng,
  extensions.st_y(location::extensions.geometry) as lat
from public.addresses;
comment on view public.address_places is 'Places of all addresses in degrees, without their names, in a thousand lots.';

alter table public.addresses enable row level security;
revoke all on public.addresses, public.address_points, public.address_streets, public.address_places from anon, authenticated;
grant select, insert, update, delete on public.addresses to service_role;
grant select on public.address_points, public.address_streets, public.address_places to anon, authenticated, service_role;
grant select (id, street, house_number, postcode, place, location) on public.addresses to anon, authenticated;
create policy "Everyone reads the addresses" on public.addresses for select to anon, authenticated using (true);

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

-- ---------------------------------------------------------------- context places

create table public.context_places (
  id bigint generated always as identity primary key,
  source_key text not null references public.sources (key),
  ref text not null,
  kind text not null check (kind ~ '^[a-z_]+$'),
  name text,
  location extensions.geography(point, 4326) not null,
  unique (source_key, ref)
);
create index context_places_location on public.context_places using gist (location);
comment on table public.context_places is 'Stations, cafes and culture: they count in the scores of areas and are never entries.';
-- The facts of areas are kept per version, so new surroundings make a new version.
create trigger context_places_bump_insert after insert on public.context_places referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger context_places_bump_update after update on public.context_places referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger context_places_bump_delete after delete on public.context_places referencing old table as changed
  for each statement execute function private.publication_bump();

create view public.context_points with (security_invoker = true) as
select id, kind, name, extensions.st_x(location::extensions.geometry) as lng, extensions.st_y(location::extensions.geometry) as lat
from public.context_places;
comment on view public.context_points is 'Stations, cafes and culture with their place in degrees.';

alter table public.context_places enable row level security;
revoke all on public.context_places, public.context_points from anon, authenticated;
grant select, insert, update, delete on public.context_places to service_role;
grant select on public.context_points to anon, authenticated, service_role;
grant select (id, kind, name, location) on public.context_places to anon, authenticated;
create policy "Everyone reads the context places" on public.context_places for select to anon, authenticated using (true);

-- ---------------------------------------------------------------- imports of districts, addresses and context places

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
  -- A statement on districts makes every entry look for its district again, even where it changes no row.
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

revoke execute on function public.import_districts(text), public.import_addresses(text), public.import_context(text),
  public.geocode_addresses(text) from public, anon, authenticated;
grant execute on function public.import_districts(text), public.import_addresses(text), public.import_context(text),
  public.geocode_addresses(text) to service_role;
