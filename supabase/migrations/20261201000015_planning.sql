-- What planning reads and keeps: the dated steps of spaces, and saved candidate areas.

-- ---------------------------------------------------------------- how vacancy changed

create view public.space_steps with (security_invoker = true) as
select t.id, t.space_id, t.state, t.since, s.step_free, d.name as district,
  extensions.st_x(s.public_location::extensions.geometry) as lng,
  extensions.st_y(s.public_location::extensions.geometry) as lat
from public.space_states t
join public.spaces s on s.id = t.space_id
left join public.districts d on d.id = s.public_district_id
where s.status = 'published';
comment on view public.space_steps is
  'Each dated step of published spaces, those that are let or gone by now too, with what the public sees of the place.';
revoke all on public.space_steps from anon, authenticated;
grant select on public.space_steps to anon, authenticated, service_role;

-- ---------------------------------------------------------------- candidate areas

create table public.areas (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 100),
  outline extensions.geometry(polygon, 4326) not null,
  owner_id uuid default auth.uid() references auth.users (id) on delete set null,
  is_shared boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint areas_draft_has_owner check (is_shared or owner_id is not null),
  constraint areas_outline_is_valid check (extensions.st_isvalid(outline)),
  constraint areas_outline_has_few_corners
    check (extensions.st_npoints(outline) - extensions.st_nrings(outline) between 3 and 500),
  constraint areas_outline_lies_where_planes_reach
    check (extensions.st_coveredby(outline, extensions.st_makeenvelope(4, 45, 15.1, 60, 4326))),
  -- Where sides cross, the constraint above is to be reported, not the size that they enclose.
  constraint areas_outline_has_a_size check (not extensions.st_isvalid(outline)
    or extensions.st_area(outline::extensions.geography) between 1000 and 100000000)
);
create index areas_owner on public.areas (owner_id);
comment on table public.areas is 'Saved candidate areas (Potenzialräume): drafts of their owner, or shared among planners.';
comment on column public.areas.version is 'Rises with every change: a change names the version that was read.';

create function private.area_note_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;
create trigger areas_note_change before update on public.areas
  for each row execute function private.area_note_change();

create function private.area_audit() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  present jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
begin
  perform private.audit('area.' || lower(tg_op), 'area', coalesce(present, was) ->> 'id', case tg_op when 'UPDATE' then
    jsonb_build_object('fields', (select coalesce(jsonb_agg(key order by key), '[]') from jsonb_each(present)
      where key not in ('version', 'updated_at') and was -> key is distinct from value)) else '{}' end);
  return null;
end $$;
create trigger areas_audit after insert or update or delete on public.areas
  for each row execute function private.area_audit();

-- Drafts go with their owner's account; what is shared stays.
create function private.area_leave_owner() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.areas where owner_id = old.id and not is_shared;
  return old;
end $$;
create trigger areas_leave_owner before delete on auth.users
  for each row execute function private.area_leave_owner();

create view public.saved_areas with (security_invoker = true) as
select id, name, extensions.st_asgeojson(outline, 7)::jsonb as outline, is_shared,
  coalesce(owner_id = (select auth.uid()), false) as is_own, version, created_at, updated_at
from public.areas;
comment on view public.saved_areas is 'Areas that the reader may see, as GeoJSON geometry, EPSG:4326.';

alter table public.areas enable row level security;
revoke all on public.areas, public.saved_areas from anon, authenticated;
grant select, insert, update, delete on public.areas to service_role;
grant select on public.saved_areas to service_role;
grant select on public.areas, public.saved_areas to authenticated;
grant insert (name, outline, is_shared), update (name, outline, is_shared), delete on public.areas to authenticated;
create policy "Planners and admins read shared areas and their own drafts" on public.areas for select to authenticated
  using (
    (is_shared or owner_id = (select auth.uid()))
    and exists (select from public.profiles p where p.user_id = (select auth.uid()) and p.role in ('planner', 'admin'))
  );
create policy "Planners and admins save areas as their own" on public.areas for insert to authenticated
  with check (
    owner_id = (select auth.uid())
    and exists (select from public.profiles p where p.user_id = (select auth.uid()) and p.role in ('planner', 'admin'))
  );
create policy "Planners and admins change shared areas and their own drafts" on public.areas for update to authenticated
  using (
    (is_shared or owner_id = (select auth.uid()))
    and exists (select from public.profiles p where p.user_id = (select auth.uid()) and p.role in ('planner', 'admin'))
  )
  with check (is_shared or owner_id = (select auth.uid()));
create policy "Owners delete their areas, admins shared ones" on public.areas for delete to authenticated
  using (
    exists (select from public.profiles p where p.user_id = (select auth.uid())
      and ((p.role in ('planner', 'admin') and owner_id = p.user_id) or (p.role = 'admin' and is_shared)))
  );
