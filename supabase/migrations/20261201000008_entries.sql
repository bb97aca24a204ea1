-- What businesses and spaces have in common as entries: the public place, the view of all that is published, revisions, and the one
-- function that writes an entry.

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
  b.confirmed_on, b.confirmed_by, s.title as source, b.source_key, s.license, s.license_url, s.attribution,
  null::boolean as step_free, null::date as available_from, null::text as rent_class
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
  r.confirmed_on, r.confirmed_by, s.title, r.source_key, s.license, s.license_url, s.attribution,
  r.step_free, r.available_from, r.rent_class
from public.spaces r
join public.sources s on s.key = r.source_key
left join public.districts d on d.id = r.public_district_id
where r.status = 'published' and r.state not in ('let', 'not_vacant', 'demolished');
comment on view public.entries is 'Published entries with their public columns: the way from the register to the snapshot starts here.';
revoke all on public.entries from anon, authenticated;
grant select on public.entries to anon, authenticated, service_role;

-- ---------------------------------------------------------------- entries that left

create table private.merged_slugs (
  slug text primary key,
  kept_slug text not null
);
comment on table private.merged_slugs is 'Where an entry went that was merged into another.';
alter table private.merged_slugs enable row level security;
revoke all on private.merged_slugs from public, anon, authenticated;

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

create function public.entry_successor(asked_slug text) returns text
language sql stable security definer set search_path = '' as $$
  with recursive way as (
    select m.kept_slug, 1 as step from private.merged_slugs m
    where m.slug = asked_slug and public.entry_departure(asked_slug) = 'withdrawn'
    union all
    select m.kept_slug, w.step + 1 from way w join private.merged_slugs m on m.slug = w.kept_slug where w.step < 10
  )
  select w.kept_slug from way w
  where exists (select from public.businesses b where b.slug = w.kept_slug and b.status = 'published')
    or exists (select from public.spaces s where s.slug = w.kept_slug and s.status = 'published'
      and s.state not in ('let', 'not_vacant', 'demolished'))
  order by w.step limit 1
$$;
comment on function public.entry_successor(text) is
  'The slug of the published entry that a withdrawn one was merged into, over up to ten steps; null for any other.';

revoke execute on function public.entry_departure(text), public.entry_successor(text) from public;
grant execute on function public.entry_departure(text), public.entry_successor(text) to anon, authenticated, service_role;

-- ---------------------------------------------------------------- revisions

create table private.revisions (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor uuid references auth.users (id) on delete set null,
  business_id uuid references public.businesses (id) on delete cascade,
  space_id uuid references public.spaces (id) on delete cascade,
  before jsonb,
  after jsonb not null,
  check (num_nonnulls(business_id, space_id) = 1)
);
create index revisions_business on private.revisions (business_id);
create index revisions_space on private.revisions (space_id);
comment on table private.revisions is 'What an entry was before and after each edit by a person; goes with the entry.';
alter table private.revisions enable row level security;
revoke all on private.revisions from public, anon, authenticated;

-- Written for edits by people only: an import notes its run instead.
create function private.entry_revise() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  kind text := tg_argv[0];
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  present jsonb := to_jsonb(new);
  noise text[] := array['updated_at', 'public_location', 'public_address', 'public_district_id', 'district_id',
    'blur_bearing_degrees', 'blur_distance_meters'];
  fields text[];
begin
  if (select auth.uid()) is null then return null; end if;
  was := was - noise;
  present := present - noise;
  select array_agg(key order by key) into fields from jsonb_each(present) where was is null or was -> key is distinct from value;
  if fields is null then return null; end if;
  insert into private.revisions (actor, business_id, space_id, before, after)
  values ((select auth.uid()), case kind when 'business' then new.id end, case kind when 'space' then new.id end, was, present);
  perform private.audit('entry.' || lower(tg_op), kind, new.id::text, jsonb_build_object('fields', to_jsonb(fields)));
  return null;
end $$;
create trigger businesses_revise after insert or update on public.businesses
  for each row execute function private.entry_revise('business');
create trigger spaces_revise after insert or update on public.spaces
  for each row execute function private.entry_revise('space');

-- ---------------------------------------------------------------- writing an entry

create function private.entry_write(entry_kind text, target uuid, fields jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  entry_id uuid := coalesce(target, gen_random_uuid());
  entry_slug text;
  place extensions.geography := case when fields ->> 'lng' is not null then extensions.st_setsrid(extensions.st_makepoint(
    (fields ->> 'lng')::float8, (fields ->> 'lat')::float8), 4326)::extensions.geography end;
begin
  if target is null then
    entry_slug := coalesce(nullif(trim(both '-' from left(regexp_replace(
      translate(replace(replace(replace(replace(lower(coalesce(fields ->> 'name', '')), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),
        'áàâéèêíìîóòôúùûçñ', 'aaaeeeiiiooouuucn'), '[^a-z0-9]+', '-', 'g'), 80)), ''), 'eintrag')
      || '-' || substr(replace(entry_id::text, '-', ''), 1, 10);
    if entry_kind = 'business' then
      insert into public.businesses (id, slug, name, status, source_key)
      values (entry_id, entry_slug, fields ->> 'name', 'candidate', 'proposals');
    else
      insert into public.spaces (id, slug, name, status, source_key)
      values (entry_id, entry_slug, coalesce(fields ->> 'name', 'Leerstand'), 'candidate', 'proposals');
    end if;
  end if;

  if entry_kind = 'business' then
    update public.businesses b set
      name = case when fields ? 'name' then n.name else b.name end,
      summary = case when fields ? 'summary' then coalesce(n.summary, '') else b.summary end,
      services = case when fields ? 'services' then coalesce(n.services, '{}') else b.services end,
      website = case when fields ? 'website' then n.website else b.website end,
      address = case when fields ? 'address' then n.address else b.address end,
      location = case when fields ? 'lng' then place else b.location end,
      disclosure = case when fields ? 'disclosure' then n.disclosure else b.disclosure end,
      status = case when fields ? 'status' then n.status else b.status end,
      verified = case when fields ? 'verified' then n.verified else b.verified end,
      confirmed_on = case when fields ? 'confirmed_on' then n.confirmed_on else b.confirmed_on end,
      confirmed_by = case when fields ? 'confirmed_by' then n.confirmed_by else b.confirmed_by end
    from jsonb_populate_record(null::public.businesses, fields) n where b.id = entry_id;
    if fields ? 'disciplines' then
      delete from public.business_disciplines d where d.business_id = entry_id;
      insert into public.business_disciplines (business_id, discipline_code, role)
      select entry_id, code, case nth when 1 then 'primary' else 'secondary' end
      from jsonb_array_elements_text(fields -> 'disciplines') with ordinality as d (code, nth);
    end if;
  else
    update public.spaces s set
      name = case when fields ? 'name' then n.name else s.name end,
      summary = case when fields ? 'summary' then coalesce(n.summary, '') else s.summary end,
      services = case when fields ? 'services' then coalesce(n.services, '{}') else s.services end,
      website = case when fields ? 'website' then n.website else s.website end,
      address = case when fields ? 'address' then n.address else s.address end,
      location = case when fields ? 'lng' then place else s.location end,
      disclosure = case when fields ? 'disclosure' then n.disclosure else s.disclosure end,
      status = case when fields ? 'status' then n.status else s.status end,
      use = case when fields ? 'use' then n.use else s.use end,
      state = case when fields ? 'state' then n.state else s.state end,
      certainty = case when fields ? 'certainty' then n.certainty else s.certainty end,
      area_square_meters = case when fields ? 'area_square_meters' then n.area_square_meters else s.area_square_meters end,
      floor = case when fields ? 'floor' then n.floor else s.floor end,
      ceiling_height_meters = case when fields ? 'ceiling_height_meters' then n.ceiling_height_meters else s.ceiling_height_meters end,
      rent_class = case when fields ? 'rent_class' then n.rent_class else s.rent_class end,
      available_from = case when fields ? 'available_from' then n.available_from else s.available_from end,
      available_until = case when fields ? 'available_until' then n.available_until else s.available_until end,
      shortest_term_months = case when fields ? 'shortest_term_months' then n.shortest_term_months else s.shortest_term_months end,
      longest_term_months = case when fields ? 'longest_term_months' then n.longest_term_months else s.longest_term_months end,
      permitted_use = case when fields ? 'permitted_use' then n.permitted_use else s.permitted_use end,
      former_use = case when fields ? 'former_use' then n.former_use else s.former_use end,
      step_free = case when fields ? 'step_free' then n.step_free else s.step_free end,
      noise_allowed = case when fields ? 'noise_allowed' then n.noise_allowed else s.noise_allowed end,
      power = case when fields ? 'power' then n.power else s.power end,
      water = case when fields ? 'water' then n.water else s.water end,
      heating = case when fields ? 'heating' then n.heating else s.heating end,
      internet = case when fields ? 'internet' then n.internet else s.internet end,
      loading_access = case when fields ? 'loading_access' then n.loading_access else s.loading_access end,
      street_windows = case when fields ? 'street_windows' then n.street_windows else s.street_windows end,
      vacant_since = case when fields ? 'vacant_since' then n.vacant_since else s.vacant_since end,
      vacant_since_precision = case when fields ? 'vacant_since' then n.vacant_since_precision else s.vacant_since_precision end,
      confirmed_on = case when fields ? 'confirmed_on' then n.confirmed_on else s.confirmed_on end,
      confirmed_by = case when fields ? 'confirmed_by' then n.confirmed_by else s.confirmed_by end
    from jsonb_populate_record(null::public.spaces, fields) n where s.id = entry_id;
  end if;
  return entry_id;
end $$;
comment on function private.entry_write(text, uuid, jsonb) is
  'Creates (target null) or changes an entry; only known columns are taken, lng and lat become the place, disciplines the primary first.';
