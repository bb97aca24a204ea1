-- The register: disciplines, districts, businesses, spaces, and what became of each imported row.
-- Positions are WGS 84 (EPSG:4326). PostGIS lives in the schema `extensions`, as on Supabase.
-- Anonymous readers are granted columns one by one; a place that is blurred never leaves through another column.

create schema if not exists extensions;
create schema if not exists private;
create extension if not exists postgis with schema extensions;
create extension if not exists pg_trgm with schema extensions;

grant usage on schema extensions to anon, authenticated, service_role;
grant usage on schema private to service_role;

-- ---------------------------------------------------------------- reference tables

create table public.disciplines (
  code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
  position smallint not null unique check (position between 1 and 12),
  short_de text not null,
  short_en text not null,
  official_de text not null,
  sector text not null check (sector in ('Kulturwirtschaft', 'Kreativbranchen', 'Sonstiges'))
);
comment on table public.disciplines is 'The eleven official submarkets (Teilmärkte) of the Kultur- und Kreativwirtschaft, and other.';

create table public.wz_codes (
  scheme text not null default 'WZ' check (scheme = 'WZ'),
  version text not null check (version in ('2008', '2025')),
  code text not null check (code ~ '^\d{2}\.\d{2}\.\d$'),
  discipline_code text not null references public.disciplines (code),
  title text not null,
  is_primary boolean not null,
  is_partial boolean not null,
  primary key (scheme, version, code, discipline_code)
);
comment on table public.wz_codes is
  'Classification of economic activities to disciplines. WZ 2025 reuses codes of WZ 2008 with other meanings: scheme, version and code belong together.';
create unique index wz_codes_one_primary on public.wz_codes (scheme, version, code) where is_primary;
comment on column public.wz_codes.is_primary is 'Which discipline is the first where a code belongs to several.';
comment on column public.wz_codes.is_partial is 'The code covers only part of the old class ("ex"): a moderator decides.';

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

create table public.districts (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 100),
  boundary extensions.geography(multipolygon, 4326) not null,
  source_key text references public.sources (key),
  is_demonstration boolean not null default false
);
create index districts_boundary on public.districts using gist (boundary);
comment on table public.districts is 'Official parts of the city (Stadtteile); rough ones in the demonstration.';

-- ---------------------------------------------------------------- people

create table public.profiles (
  user_id uuid primary key references auth.users (id) on delete cascade,
  role text not null default 'member' check (role in ('member', 'moderator', 'planner', 'admin')),
  created_at timestamptz not null default now()
);
comment on table public.profiles is 'What a signed-in person may do.';

-- ---------------------------------------------------------------- the two kinds of entry

create table public.businesses (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
  name text not null check (length(name) between 1 and 200),
  summary text not null default '' check (length(summary) <= 2000),
  services text[] not null default '{}' check (cardinality(services) <= 30),
  website text check (website ~ '^https?://' and length(website) <= 500),
  address text check (length(address) <= 300),
  location extensions.geography(point, 4326),
  disclosure text not null default 'exact' check (disclosure in ('exact', 'blurred', 'district', 'none')),
  blur_bearing_degrees double precision check (blur_bearing_degrees between 0 and 360),
  blur_distance_meters double precision check (blur_distance_meters between 150 and 300),
  public_location extensions.geography(point, 4326),
  public_address text,
  district_id bigint references public.districts (id) on delete set null,
  public_district_id bigint references public.districts (id) on delete set null,
  status text not null default 'candidate' check (status in ('candidate', 'published', 'withdrawn')),
  verified boolean not null default false,
  source_key text not null references public.sources (key),
  confirmed_on date check (confirmed_on between date '1990-01-01' and date '2100-01-01'),
  confirmed_by text check (confirmed_by in ('owner', 'citizen', 'moderator', 'source')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.businesses is 'Creative businesses (Kreativbetriebe): one primary discipline, any number of secondary ones.';
comment on column public.businesses.location is 'True place, staff only; the public reads public_location.';
comment on column public.businesses.public_location is 'What the public sees of the place, written by a trigger: exact, or moved by the one stored offset, or nothing.';
comment on column public.businesses.blur_distance_meters is 'The one stored offset; drawn once and never anew, since offsets drawn anew average out to the true place.';

create table public.business_disciplines (
  business_id uuid not null references public.businesses (id) on delete cascade,
  discipline_code text not null references public.disciplines (code),
  role text not null check (role in ('primary', 'secondary')),
  primary key (business_id, discipline_code)
);
create unique index business_disciplines_one_primary on public.business_disciplines (business_id) where role = 'primary';
comment on table public.business_disciplines is 'Disciplines of a business; exactly one is primary and counts in totals.';

create table public.business_wz_codes (
  business_id uuid not null references public.businesses (id) on delete cascade,
  scheme text not null default 'WZ' check (scheme = 'WZ'),
  version text not null check (version in ('2008', '2025')),
  code text not null check (code ~ '^\d{2}\.\d{2}\.\d$'),
  primary key (business_id, scheme, version, code)
);
comment on table public.business_wz_codes is 'WZ codes a business was classified by.';

create table public.spaces (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
  name text not null check (length(name) between 1 and 200),
  summary text not null default '' check (length(summary) <= 2000),
  services text[] not null default '{}' check (cardinality(services) <= 30),
  website text check (website ~ '^https?://' and length(website) <= 500),
  address text check (length(address) <= 300),
  location extensions.geography(point, 4326),
  disclosure text not null default 'exact' check (disclosure in ('exact', 'blurred', 'district', 'none')),
  blur_bearing_degrees double precision check (blur_bearing_degrees between 0 and 360),
  blur_distance_meters double precision check (blur_distance_meters between 150 and 300),
  public_location extensions.geography(point, 4326),
  public_address text,
  district_id bigint references public.districts (id) on delete set null,
  public_district_id bigint references public.districts (id) on delete set null,
  status text not null default 'candidate' check (status in ('candidate', 'published', 'withdrawn')),
  use text not null default 'shop'
    check (use in ('shop', 'office', 'studio', 'workshop', 'hall', 'rehearsal', 'window', 'plot', 'desk')),
  state text not null default 'reported'
    check (state in ('reported', 'verified', 'offered', 'reserved', 'temporary_use', 'let', 'not_vacant', 'demolished')),
  certainty smallint check (certainty between 0 and 10),
  area_square_meters numeric(9, 1) check (area_square_meters > 0),
  floor text check (length(floor) <= 40),
  rent_class text check (rent_class in ('free', 'low', 'middle', 'high')),
  available_from date,
  former_use text check (length(former_use) <= 200),
  step_free boolean,
  vacant_since date,
  vacant_since_precision text check (vacant_since_precision in ('day', 'month', 'year')),
  source_key text not null references public.sources (key),
  confirmed_on date check (confirmed_on between date '1990-01-01' and date '2100-01-01'),
  confirmed_by text check (confirmed_by in ('owner', 'citizen', 'moderator', 'source')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((vacant_since is null) = (vacant_since_precision is null))
);
comment on table public.spaces is 'Vacant or offered places (Räume).';
comment on column public.spaces.certainty is 'How well the vacancy is known, 0 to 10.';
comment on column public.spaces.location is 'True place, staff only; the public reads public_location.';
comment on column public.spaces.public_location is 'What the public sees of the place, written by a trigger.';

create index businesses_location on public.businesses using gist (location);
create index spaces_location on public.spaces using gist (location);
create index businesses_source on public.businesses (source_key);
create index spaces_source on public.spaces (source_key);

-- ---------------------------------------------------------------- what was imported

create table public.import_runs (
  id uuid primary key default gen_random_uuid(),
  source_key text not null references public.sources (key),
  profile text not null,
  file_name text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  counts jsonb not null default '{}'
);
comment on table public.import_runs is 'One row per import: which file, when, and how many rows went where.';

create table public.source_records (
  source_key text not null references public.sources (key),
  ref text not null check (length(ref) between 1 and 300),
  hash text not null,
  kind text not null check (kind in ('business', 'space')),
  business_id uuid references public.businesses (id) on delete cascade,
  space_id uuid references public.spaces (id) on delete cascade,
  outcome text not null default 'entry' check (outcome in ('entry', 'duplicate')),
  review boolean not null default false,
  seen_at timestamptz not null default now(),
  primary key (source_key, ref),
  check (num_nonnulls(business_id, space_id) = 1)
);
create index source_records_business on public.source_records (business_id);
create index source_records_space on public.source_records (space_id);
comment on table public.source_records is 'Which row of which source became which entry; the hash makes a second run of the same file change nothing.';

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

create table public.publication (
  only_row boolean primary key default true check (only_row),
  version bigint not null,
  changed_at timestamptz not null default now(),
  demonstration boolean not null default false
);
comment on table public.publication is 'The version of all that is published. It starts at the clock (ms), so that two databases never share one.';
insert into public.publication (version) values ((extract(epoch from clock_timestamp()) * 1000)::bigint);
