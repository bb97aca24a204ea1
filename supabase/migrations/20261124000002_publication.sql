-- From a row to what the public sees: the public place, the version of the publication, the views, who may read what.

-- ---------------------------------------------------------------- the public place

create function private.entry_publish_place() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.updated_at := now();
  new.district_id := (
    select id from public.districts
    where new.location is not null and extensions.st_intersects(boundary, new.location)
    order by id limit 1
  );
  if new.disclosure = 'blurred' and new.blur_distance_meters is null then
    new.blur_bearing_degrees := random() * 360;
    new.blur_distance_meters := 150 + random() * 150;
  end if;
  new.public_location := case new.disclosure
    when 'exact' then new.location
    when 'blurred' then extensions.st_project(
      new.location, new.blur_distance_meters, radians(new.blur_bearing_degrees))
  end;
  new.public_address := case new.disclosure when 'exact' then new.address end;
  -- The district of a blurred place is the one of the shown point: the true one would narrow the offset down.
  new.public_district_id := case new.disclosure
    when 'blurred' then (
      select id from public.districts
      where extensions.st_intersects(boundary, new.public_location)
      order by id limit 1
    )
    when 'none' then null
    else new.district_id
  end;
  return new;
end $$;
comment on function private.entry_publish_place() is 'Writes the public place, address and district of an entry from the true ones and its disclosure.';

create trigger businesses_publish_place
  before insert or update of location, address, disclosure, district_id on public.businesses
  for each row execute function private.entry_publish_place();
create trigger spaces_publish_place
  before insert or update of location, address, disclosure, district_id on public.spaces
  for each row execute function private.entry_publish_place();

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

-- ---------------------------------------------------------------- every business has one primary discipline

create function private.business_require_primary() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  wanted uuid;
begin
  -- Two shapes of row share this function, hence the way over jsonb.
  wanted := coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0];
  if exists (select 1 from public.businesses where id = wanted)
    and not exists (
      select 1 from public.business_disciplines where business_id = wanted and role = 'primary'
    )
  then
    raise exception 'business % has no primary discipline', wanted
      using errcode = '23514', hint = 'insert a row with role primary into business_disciplines in the same transaction';
  end if;
  return null;
end $$;

create constraint trigger businesses_require_primary
  after insert on public.businesses deferrable initially deferred
  for each row execute function private.business_require_primary('id');
create constraint trigger business_disciplines_require_primary
  after update or delete on public.business_disciplines deferrable initially deferred
  for each row execute function private.business_require_primary('business_id');

-- ---------------------------------------------------------------- the version of the publication

create function private.publication_bump() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from changed) then return null; end if;
  update public.publication
  set version = greatest(version + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint),
      changed_at = now();
  return null;
end $$;
comment on function private.publication_bump() is 'A statement that touched no row leaves the version as it is.';

do $$
declare
  target text;
begin
  foreach target in array array['businesses', 'business_disciplines', 'spaces', 'districts', 'sources'] loop
    execute format('create trigger %1$s_bump_insert after insert on public.%1$s referencing new table as changed
      for each statement execute function private.publication_bump()', target);
    execute format('create trigger %1$s_bump_update after update on public.%1$s referencing new table as changed
      for each statement execute function private.publication_bump()', target);
    execute format('create trigger %1$s_bump_delete after delete on public.%1$s referencing old table as changed
      for each statement execute function private.publication_bump()', target);
  end loop;
end $$;

-- ---------------------------------------------------------------- what readers see

create view public.entries with (security_invoker = true) as
select
  b.id, 'business'::text as kind, b.slug, b.name, b.summary, b.services, b.website,
  b.public_address as address, d.name as district,
  extensions.st_x(b.public_location::extensions.geometry) as lng,
  extensions.st_y(b.public_location::extensions.geometry) as lat,
  b.disclosure,
  (select array_agg(bd.discipline_code order by bd.role, p.position)
   from public.business_disciplines bd join public.disciplines p on p.code = bd.discipline_code
   where bd.business_id = b.id) as disciplines,
  case when b.verified then 'verified' else 'unverified' end as state,
  null::text as use, null::numeric as area_square_meters,
  b.confirmed_on, b.confirmed_by, s.title as source, b.source_key, s.license, s.license_url, s.attribution
from public.businesses b
join public.sources s on s.key = b.source_key
left join public.districts d on d.id = b.public_district_id
where b.status = 'published'
union all
select
  r.id, 'space', r.slug, r.name, r.summary, r.services, r.website,
  r.public_address, d.name,
  extensions.st_x(r.public_location::extensions.geometry),
  extensions.st_y(r.public_location::extensions.geometry),
  r.disclosure, '{}'::text[], r.state, r.use, r.area_square_meters,
  r.confirmed_on, r.confirmed_by, s.title, r.source_key, s.license, s.license_url, s.attribution
from public.spaces r
join public.sources s on s.key = r.source_key
left join public.districts d on d.id = r.public_district_id
where r.status = 'published' and r.state not in ('let', 'not_vacant', 'demolished');
comment on view public.entries is 'Published entries with their public columns: the way from the register to the snapshot starts here.';

-- Why an address that once showed an entry shows none: `withdrawn`, or `taken` for a space that is free no longer. It answers about one
-- slug at a time, because a list of withdrawn slugs would be a list of names; a candidate is as unknown as a slug that never was.
create function public.entry_departure(asked_slug text) returns text
language sql stable security definer set search_path = '' as $$
  select case when status = 'withdrawn' then 'withdrawn' else 'taken' end
  from (
    select status, null as state from public.businesses where slug = asked_slug
    union all
    select status, state from public.spaces where slug = asked_slug
  ) known
  where status = 'withdrawn' or (status = 'published' and state in ('let', 'not_vacant', 'demolished'))
  order by status desc limit 1
$$;
comment on function public.entry_departure(text) is 'Whether a slug is that of a withdrawn entry or of a space that is no longer free; null for any other.';

create view public.district_outlines with (security_invoker = true) as
select id, name, extensions.st_asgeojson(boundary, 5)::jsonb as boundary, is_demonstration
from public.districts;
comment on view public.district_outlines is 'Districts as GeoJSON geometry, EPSG:4326, five decimals.';

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

-- ---------------------------------------------------------------- who may what

do $$
declare
  target text;
begin
  for target in select tablename from pg_catalog.pg_tables where schemaname = 'public' loop
    execute format('revoke all on public.%I from anon, authenticated', target);
    execute format('alter table public.%I enable row level security', target);
    execute format('grant select, insert, update, delete on public.%I to service_role', target);
  end loop;
end $$;
revoke all on public.entries, public.district_outlines, public.address_points, public.address_streets
  from anon, authenticated;

create policy "Everyone reads the disciplines" on public.disciplines for select to anon, authenticated using (true);
create policy "Everyone reads the WZ codes" on public.wz_codes for select to anon, authenticated using (true);
create policy "Everyone reads the sources" on public.sources for select to anon, authenticated using (true);
create policy "Everyone reads the districts" on public.districts for select to anon, authenticated using (true);
create policy "Everyone reads the addresses" on public.addresses for select to anon, authenticated using (true);
create policy "Everyone reads the publication's version" on public.publication for select to anon, authenticated using (true);
create policy "Everyone reads published businesses" on public.businesses
  for select to anon, authenticated using (status = 'published');
create policy "Everyone reads published spaces" on public.spaces
  for select to anon, authenticated using (status = 'published');
create policy "Everyone reads the disciplines of published businesses" on public.business_disciplines
  for select to anon, authenticated
  using (exists (select 1 from public.businesses b where b.id = business_id and b.status = 'published'));
create policy "A person reads the own profile" on public.profiles
  for select to authenticated using (user_id = (select auth.uid()));

grant select on public.disciplines, public.wz_codes, public.sources, public.districts, public.publication,
  public.business_disciplines, public.entries, public.district_outlines, public.address_points, public.address_streets
  to anon, authenticated;
grant select (id, street, house_number, postcode, place, location) on public.addresses to anon, authenticated;
grant select on public.profiles to authenticated;
grant select on public.entries, public.district_outlines, public.address_points, public.address_streets to service_role;
grant select (id, slug, name, summary, services, website, disclosure, public_location, public_address,
  public_district_id, status, verified, source_key, confirmed_on, confirmed_by)
  on public.businesses to anon, authenticated;
grant select (id, slug, name, summary, services, website, disclosure, public_location, public_address,
  public_district_id, status, use, state, certainty, area_square_meters, floor, rent_class, available_from,
  former_use, step_free, vacant_since, vacant_since_precision, source_key, confirmed_on, confirmed_by)
  on public.spaces to anon, authenticated;
revoke execute on function public.entry_departure(text) from public;
grant execute on function public.entry_departure(text) to anon, authenticated, service_role;
