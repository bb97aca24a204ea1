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

-- ---------------------------------------------------------------- the fields that are written

create table private.entry_fields (
  name text primary key check (name ~ '^[a-z_]+$'),
  kinds text[] not null check (kinds <@ '{business, space}'),
  writers text[] not null check (writers <@ '{import, proposal, staff}'),
  when_empty jsonb
);
comment on table private.entry_fields is
  'Which fields of an entry are written, and by whom. A new column of businesses or spaces needs one row here. `disciplines` is the one field that is no column.';
comment on column private.entry_fields.when_empty is 'What an empty field becomes when a person clears it; null where the column takes null.';
alter table private.entry_fields enable row level security;
revoke all on private.entry_fields from public, anon, authenticated;

insert into private.entry_fields (name, kinds, writers, when_empty) values
  ('name', '{business, space}', '{import, proposal, staff}', null),
  ('summary', '{business, space}', '{import, proposal, staff}', '""'),
  ('services', '{business, space}', '{import, proposal, staff}', '[]'),
  ('website', '{business, space}', '{import, proposal, staff}', null),
  ('address', '{business, space}', '{import, proposal, staff}', null),
  ('location', '{business, space}', '{import, proposal, staff}', null),
  ('disclosure', '{business, space}', '{import, proposal, staff}', null),
  ('status', '{business, space}', '{staff}', null),
  ('confirmed_on', '{business, space}', '{import, staff}', null),
  ('confirmed_by', '{business, space}', '{import, staff}', null),
  ('disciplines', '{business}', '{import, proposal, staff}', null),
  ('verified', '{business}', '{import, staff}', null),
  ('use', '{space}', '{import, proposal, staff}', null),
  ('state', '{space}', '{import, proposal, staff}', null),
  ('certainty', '{space}', '{import, staff}', null),
  ('area_square_meters', '{space}', '{import, proposal, staff}', null),
  ('floor', '{space}', '{import, proposal, staff}', null),
  ('ceiling_height_meters', '{space}', '{proposal, staff}', null),
  ('rent_class', '{space}', '{import, proposal, staff}', null),
  ('available_from', '{space}', '{import, proposal, staff}', null),
  ('available_until', '{space}', '{proposal, staff}', null),
  ('shortest_term_months', '{space}', '{proposal, staff}', null),
  ('longest_term_months', '{space}', '{proposal, staff}', null),
  ('permitted_use', '{space}', '{proposal, staff}', null),
  ('former_use', '{space}', '{import, proposal, staff}', null),
  ('step_free', '{space}', '{import, proposal, staff}', null),
  ('noise_allowed', '{space}', '{proposal, staff}', null),
  ('power', '{space}', '{proposal, staff}', null),
  ('water', '{space}', '{proposal, staff}', null),
  ('heating', '{space}', '{proposal, staff}', null),
  ('internet', '{space}', '{proposal, staff}', null),
  ('loading_access', '{space}', '{proposal, staff}', null),
  ('street_windows', '{space}', '{proposal, staff}', null),
  ('vacant_since', '{space}', '{import, proposal, staff}', null),
  ('vacant_since_precision', '{space}', '{import, proposal, staff}', null);

create function private.entry_table(entry_kind text) returns regclass
language sql immutable strict set search_path = '' as $$
  select case entry_kind when 'business' then 'public.businesses'::regclass when 'space' then 'public.spaces'::regclass end
$$;

create function private.entry_columns(entry_kind text, writer text) returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(f.name order by f.name), '{}')
  from private.entry_fields f
  join pg_catalog.pg_attribute a on a.attrelid = private.entry_table(entry_kind) and a.attname = f.name
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where entry_kind = any (f.kinds) and writer = any (f.writers)
$$;
comment on function private.entry_columns(text, text) is 'The columns of a kind of entry that a writer (import, proposal or staff) may fill; no generated ones.';

-- jsonb_populate_record drops keys that it does not know, so they are refused before it.
create function private.entry_check_fields(entry_kind text, writer text, fields jsonb) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  refused text;
begin
  if private.entry_table(entry_kind) is null then
    raise exception 'not a kind of entry: %', entry_kind using errcode = '22023', hint = 'business or space';
  end if;
  select string_agg(key, ', ' order by key) into refused from jsonb_object_keys(fields) key
  where not exists (select from private.entry_fields f
    where f.name = key and entry_kind = any (f.kinds) and writer = any (f.writers));
  if refused is not null then
    raise exception 'not a field of a % that % may write: %', entry_kind, writer, refused
      using errcode = '22023', hint = 'see private.entry_fields';
  end if;
end $$;
comment on function private.entry_check_fields(text, text, jsonb) is 'Raises 22023 for a key that is unknown, or that this writer may not change.';

-- ---------------------------------------------------------------- writing an entry

-- Forms give a place as lng and lat in degrees, the column takes EWKT.
create function private.entry_place_as_ewkt(fields jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case when fields ? 'lng' then fields - array['lng', 'lat'] || jsonb_build_object('location',
    'SRID=4326;POINT(' || (fields ->> 'lng')::float8 || ' ' || (fields ->> 'lat')::float8 || ')') else fields end
$$;

create function private.entry_write(entry_kind text, target uuid, given jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  entry_id uuid := coalesce(target, gen_random_uuid());
  fields jsonb := private.entry_place_as_ewkt(given);
  entry_slug text;
  assignments text;
begin
  perform private.entry_check_fields(entry_kind, 'staff', fields);
  if target is null then
    entry_slug := coalesce(nullif(trim(both '-' from left(regexp_replace(
      translate(replace(replace(replace(replace(lower(coalesce(fields ->> 'name', '')), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),
        'áàâéèêíìîóòôúùûçñ', 'aaaeeeiiiooouuucn'), '[^a-z0-9]+', '-', 'g'), 80)), ''), 'eintrag')
      || '-' || substr(replace(entry_id::text, '-', ''), 1, 10);
    execute format('insert into %s (id, slug, name, status, source_key) values ($1, $2, $3, ''candidate'', ''proposals'')',
      private.entry_table(entry_kind))
    using entry_id, entry_slug, coalesce(fields ->> 'name', case entry_kind when 'space' then 'Leerstand' end);
  end if;

  select fields || coalesce(jsonb_object_agg(f.name, f.when_empty), '{}') into fields
  from private.entry_fields f where f.when_empty is not null and fields -> f.name = 'null';
  -- The moment of the change is always written, so the list is never empty.
  select string_agg(format('%1$I = n.%1$I, ', c), '') into assignments
  from unnest(private.entry_columns(entry_kind, 'staff')) c where fields ? c;
  execute format('update %1$s e set %2$s updated_at = now()
    from %1$s o, jsonb_populate_record(o, $1) n where o.id = $2 and e.id = o.id', private.entry_table(entry_kind), assignments)
  using fields - 'disciplines', entry_id;

  if fields ? 'disciplines' then
    delete from public.business_disciplines d where d.business_id = entry_id;
    insert into public.business_disciplines (business_id, discipline_code, role)
    select entry_id, code, case nth when 1 then 'primary' else 'secondary' end
    from jsonb_array_elements_text(fields -> 'disciplines') with ordinality as d (code, nth);
  end if;
  return entry_id;
end $$;
comment on function private.entry_write(text, uuid, jsonb) is
  'Creates (target null) or changes an entry with the rights of staff; what is not named stays as it is. lng and lat become the place, disciplines hold the primary one first.';
