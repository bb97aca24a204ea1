-- What every other file builds on: extensions, schemas, the version of all that is published, and how names are compared.
-- Positions are WGS 84 (EPSG:4326). PostGIS lives in the schema `extensions`, as on Supabase, and every function runs with an empty
-- search path. Personal data lies in the schema `private`, which no person reaches; functions with their owner's rights ask for the role first.

create schema if not exists extensions;
create schema if not exists private;
create extension if not exists postgis with schema extensions;
create extension if not exists pg_trgm with schema extensions;

grant usage on schema extensions to anon, authenticated, service_role;
grant usage on schema private to service_role;

-- ---------------------------------------------------------------- the version of the publication

create table public.publication (
  only_row boolean primary key default true check (only_row),
  version bigint not null,
  changed_at timestamptz not null default now(),
  demonstration boolean not null default false
);
comment on table public.publication is 'The version of all that is published. It starts at the clock (ms), so that two databases never share one.';
insert into public.publication (version) values ((extract(epoch from clock_timestamp()) * 1000)::bigint);

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

alter table public.publication enable row level security;
revoke all on public.publication from anon, authenticated;
grant select, insert, update, delete on public.publication to service_role;
grant select on public.publication to anon, authenticated;
create policy "Everyone reads the publication's version" on public.publication for select to anon, authenticated using (true);

-- ---------------------------------------------------------------- how names are compared

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

-- "Kölner Str." and "Koelner Straße" are one street.
create function private.normalise_street(street text) returns text
language sql immutable strict parallel safe set search_path = '' as $$
  select regexp_replace(private.normalise_name(street), 'str$', 'strasse')
$$;

grant execute on function private.normalise_name(text), private.normalise_street(text) to service_role;
