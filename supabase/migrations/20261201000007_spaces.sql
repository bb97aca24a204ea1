-- Vacant or offered places, and the dated steps of their lives.

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
  status text not null default 'candidate' check (status in ('candidate', 'published', 'hidden', 'withdrawn')),
  use text not null default 'shop'
    check (use in ('shop', 'office', 'studio', 'workshop', 'hall', 'rehearsal', 'window', 'plot', 'desk')),
  state text not null default 'reported'
    check (state in ('reported', 'verified', 'offered', 'reserved', 'temporary_use', 'let', 'not_vacant', 'demolished')),
  certainty smallint check (certainty between 0 and 10),
  area_square_meters numeric(9, 1) check (area_square_meters > 0),
  floor text check (length(floor) <= 40),
  ceiling_height_meters numeric(4, 2) check (ceiling_height_meters > 0),
  rent_class text check (rent_class in ('free', 'low', 'middle', 'high')),
  available_from date,
  available_until date,
  shortest_term_months smallint check (shortest_term_months between 0 and 600),
  longest_term_months smallint check (longest_term_months between 0 and 600),
  permitted_use text check (length(permitted_use) <= 200),
  former_use text check (length(former_use) <= 200),
  step_free boolean,
  noise_allowed boolean,
  power boolean,
  water boolean,
  heating boolean,
  internet boolean,
  loading_access boolean,
  street_windows boolean,
  vacant_since date,
  vacant_since_precision text check (vacant_since_precision in ('day', 'month', 'year')),
  source_key text not null references public.sources (key),
  confirmed_on date check (confirmed_on between date '1990-01-01' and date '2100-01-01'),
  confirmed_by text check (confirmed_by in ('owner', 'citizen', 'moderator', 'source')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((vacant_since is null) = (vacant_since_precision is null)),
  constraint spaces_terms check (shortest_term_months <= longest_term_months),
  constraint spaces_available check (available_from <= available_until)
);
comment on table public.spaces is 'Vacant or offered places (Räume).';
comment on column public.spaces.certainty is 'How well the vacancy is known, 0 to 10.';
comment on column public.spaces.location is 'True place, staff only; the public reads public_location.';
comment on column public.spaces.public_location is 'What the public sees of the place, written by a trigger.';
create index spaces_location on public.spaces using gist (location);
create index spaces_source on public.spaces (source_key);
create index spaces_candidates on public.spaces (created_at, slug) where status = 'candidate';
create trigger spaces_bump_insert after insert on public.spaces referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger spaces_bump_update after update on public.spaces referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger spaces_bump_delete after delete on public.spaces referencing old table as changed
  for each statement execute function private.publication_bump();

-- ---------------------------------------------------------------- the life of a space

create table public.space_states (
  id bigint generated always as identity primary key,
  space_id uuid not null references public.spaces (id) on delete cascade,
  state text not null
    check (state in ('reported', 'verified', 'offered', 'reserved', 'temporary_use', 'let', 'not_vacant', 'demolished')),
  since date not null default current_date,
  noted_at timestamptz not null default now()
);
create index space_states_space on public.space_states (space_id, since);
comment on table public.space_states is 'A space''s life: each step dated and kept.';

-- A space that comes with the day of its confirmation was in its state on that day: its life begins then, not when it was entered.
create function private.space_note_state() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    insert into public.space_states (space_id, state, since)
    values (new.id, new.state, least(new.confirmed_on, current_date));
  elsif old.state is distinct from new.state then
    insert into public.space_states (space_id, state) values (new.id, new.state);
  end if;
  return null;
end $$;
create trigger spaces_note_state after insert or update of state on public.spaces
  for each row execute function private.space_note_state();

-- ---------------------------------------------------------------- rights

alter table public.spaces enable row level security;
alter table public.space_states enable row level security;
revoke all on public.spaces, public.space_states from anon, authenticated;
grant select, insert, update, delete on public.spaces, public.space_states to service_role;
grant select (id, slug, name, summary, services, website, disclosure, public_location, public_address, public_district_id, status,
  use, state, certainty, area_square_meters, floor, ceiling_height_meters, rent_class, available_from, available_until,
  shortest_term_months, longest_term_months, permitted_use, former_use, step_free, noise_allowed, power, water, heating, internet,
  loading_access, street_windows, vacant_since, vacant_since_precision, source_key, confirmed_on, confirmed_by)
  on public.spaces to anon, authenticated;
grant select on public.space_states to anon, authenticated;
create policy "Everyone reads published spaces" on public.spaces
  for select to anon, authenticated using (status = 'published');
create policy "Everyone reads the life of published spaces" on public.space_states for select to anon, authenticated
  using (exists (select from public.spaces s where s.id = space_id and s.status = 'published'));
