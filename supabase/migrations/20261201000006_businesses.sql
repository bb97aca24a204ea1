-- Creative businesses, their disciplines and their WZ codes. Anonymous readers are granted columns one by one: a place that is
-- blurred never leaves through another column.

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
  status text not null default 'candidate' check (status in ('candidate', 'published', 'hidden', 'withdrawn')),
  verified boolean not null default false,
  source_key text not null references public.sources (key),
  confirmed_on date check (confirmed_on between date '1990-01-01' and date '2100-01-01'),
  confirmed_by text check (confirmed_by in ('owner', 'citizen', 'moderator', 'source')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.businesses is 'Creative businesses (Kreativbetriebe): one primary discipline, any number of secondary ones.';
comment on column public.businesses.location is 'True place, staff only; the public reads public_location.';
comment on column public.businesses.public_location is 
  'What the public sees of the place, written by a trigger: exact, or moved by the one stored offset, or nothing.';
comment on column public.businesses.blur_distance_meters is 
  'The one stored offset; drawn only once, since repeated offsets average out to the true place.';
create index businesses_location on public.businesses using gist (location);
create index businesses_source on public.businesses (source_key);
create index businesses_normalised_name on public.businesses (private.normalise_name(name));
create index businesses_candidates on public.businesses (created_at, slug) where status = 'candidate';
create trigger businesses_bump_insert after insert on public.businesses referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger businesses_bump_update after update on public.businesses referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger businesses_bump_delete after delete on public.businesses referencing old table as changed
  for each statement execute function private.publication_bump();

create table public.business_disciplines (
  business_id uuid not null references public.businesses (id) on delete cascade,
  discipline_code text not null references public.disciplines (code),
  role text not null check (role in ('primary', 'secondary')),
  primary key (business_id, discipline_code)
);
create unique index business_disciplines_one_primary on public.business_disciplines (business_id) where role = 'primary';
comment on table public.business_disciplines is 'Disciplines of a business; exactly one is primary and counts in totals.';
create trigger business_disciplines_bump_insert after insert on public.business_disciplines referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger business_disciplines_bump_update after update on public.business_disciplines referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger business_disciplines_bump_delete after delete on public.business_disciplines referencing old table as changed
  for each statement execute function private.publication_bump();

create table public.business_wz_codes (
  business_id uuid not null references public.businesses (id) on delete cascade,
  scheme text not null default 'WZ' check (scheme = 'WZ'),
  version text not null check (version in ('2008', '2025')),
  code text not null check (code ~ '^\d{2}\.\d{2}\.\d$'),
  primary key (business_id, scheme, version, code)
);
comment on table public.business_wz_codes is 'WZ codes a business was classified by.';

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

-- ---------------------------------------------------------------- rights

alter table public.businesses enable row level security;
alter table public.business_disciplines enable row level security;
alter table public.business_wz_codes enable row level security;
revoke all on public.businesses, public.business_disciplines, public.business_wz_codes from anon, authenticated;
grant select, insert, update, delete on public.businesses, public.business_disciplines, public.business_wz_codes to service_role;
grant select (id, slug, name, summary, services, website, disclosure, public_location, public_address, public_district_id, status,
  verified, source_key, confirmed_on, confirmed_by) on public.businesses to anon, authenticated;
grant select on public.business_disciplines to anon, authenticated;
create policy "Everyone reads published businesses" on public.businesses
  for select to anon, authenticated using (status = 'published');
create policy "Everyone reads the disciplines of published businesses" on public.business_disciplines
  for select to anon, authenticated
  using (exists (select 1 from public.businesses b where b.id = business_id and b.status = 'published'));
