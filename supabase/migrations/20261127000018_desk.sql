-- What the moderators' desk and the account lacked: imports from the page, places on a map, own entries.

-- ---------------------------------------------------------------- imports from the page

alter table private.audit_log drop constraint audit_log_object_type_check,
  add constraint audit_log_object_type_check
    check (object_type in ('proposal', 'business', 'space', 'profile', 'export', 'account', 'area', 'import'));

-- The rows are brought in by the server, so it says who asked for it. Written first: what a run that broke off has done is on record too.
create function public.import_begin(payload text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  person uuid := (document ->> 'person')::uuid;
  person_role text := (select p.role from public.profiles p where p.user_id = person and p.role in ('moderator', 'admin'));
begin
  if person_role is null then
    raise exception 'this needs the role moderator or admin' using errcode = '42501', hint = 'sign in with an account that has it';
  end if;
  insert into private.audit_log (actor, actor_role, action, object_type, object_id, changes)
  values (person, person_role, 'import.run', 'import', document ->> 'source', document - array['person', 'source']);
end $$;
comment on function public.import_begin(text) is
  'Takes {person, source, profile, file, publish}: notes who brings a file in; raises 42501 when that person may not.';
revoke execute on function public.import_begin(text) from public, anon, authenticated;
grant execute on function public.import_begin(text) to service_role;

create function public.staff_import_runs(before timestamptz, most integer) returns table (
  id uuid, source_key text, profile text, file_name text, started_at timestamptz, finished_at timestamptz, counts text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query select r.id, r.source_key, r.profile, r.file_name, r.started_at, r.finished_at, r.counts::text
  from public.import_runs r where before is null or r.started_at < before
  order by r.started_at desc, r.id limit least(greatest(most, 1), 200);
end $$;
comment on function public.staff_import_runs(timestamptz, integer) is 'Imports, newest first, from before a moment on; counts as JSON text.';

-- ---------------------------------------------------------------- the queue beside a map

drop function public.staff_candidates(integer);
create function public.staff_candidates(after_created timestamptz, after_slug text, most integer) returns table (
  kind text, slug text, name text, source_key text, lng double precision, lat double precision, created_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query
  select c.kind, c.slug, c.name, c.source_key, extensions.st_x(c.location::extensions.geometry),
    extensions.st_y(c.location::extensions.geometry), c.created_at
  from (
    select 'business'::text as kind, b.slug, b.name, b.source_key, b.location, b.created_at from public.businesses b where b.status = 'candidate'
    union all
    select 'space', s.slug, s.name, s.source_key, s.location, s.created_at from public.spaces s where s.status = 'candidate'
  ) c
  where after_created is null or (c.created_at, c.slug) > (after_created, coalesce(after_slug, ''))
  order by c.created_at, c.slug limit least(greatest(most, 1), 500);
end $$;
comment on function public.staff_candidates(timestamptz, text, integer) is
  'Imported entries that wait for a moderator, oldest first, after a moment and slug: an import''s rows share their moment.';

drop function public.staff_nearby(double precision, double precision, integer);
create function public.staff_nearby(lng double precision, lat double precision, most integer) returns table (
  kind text, slug text, name text, status text, address text, meters double precision, entry_lng double precision, entry_lat double precision)
language plpgsql stable security definer set search_path = '' as $$
declare
  origin extensions.geography := extensions.st_setsrid(extensions.st_makepoint(lng, lat), 4326)::extensions.geography;
  wanted integer := least(greatest(most, 1), 50);
begin
  perform private.require_role('moderator', 'admin');
  return query
  select n.kind, n.slug, n.name, n.status, n.address, n.meters,
    extensions.st_x(n.location::extensions.geometry), extensions.st_y(n.location::extensions.geometry)
  from (
    (select 'business'::text as kind, b.slug, b.name, b.status, b.address, extensions.st_distance(b.location, origin) as meters, b.location
      from public.businesses b where extensions.st_dwithin(b.location, origin, 1000) and b.status <> 'withdrawn' order by 6 limit wanted)
    union all
    (select 'space', s.slug, s.name, s.status, s.address, extensions.st_distance(s.location, origin), s.location
      from public.spaces s where extensions.st_dwithin(s.location, origin, 1000) and s.status <> 'withdrawn' order by 6 limit wanted)
  ) n order by n.meters, n.slug limit wanted;
end $$;
comment on function public.staff_nearby(double precision, double precision, integer) is
  'Entries within a kilometre of a place, nearest first, with their true places: for staff, who look for duplicates.';

-- ---------------------------------------------------------------- one's own entries

-- Signing in proves the address, so whoever offers a space under it is that person.
create function private.own_entries() returns table (
  kind text, slug text, name text, status text, state text, confirmed_on date, proposed boolean, offered boolean, created_at timestamptz)
language sql stable security definer set search_path = '' as $$
  with mine as (
    select p.business_id, p.space_id, true as proposed, false as offered from public.proposals p
    where p.proposer_id = (select auth.uid()) and p.type = 'new' and p.state = 'accepted'
    union all
    select null, o.space_id, false, true from private.offerers o
    join auth.users u on u.id = (select auth.uid()) and lower(u.email) = lower(o.email)
  ), once as (
    select m.business_id, m.space_id, bool_or(m.proposed) as proposed, bool_or(m.offered) as offered from mine m
    where num_nonnulls(m.business_id, m.space_id) = 1 group by 1, 2
  )
  select 'business', b.slug, b.name, b.status, null, b.confirmed_on, o.proposed, o.offered, b.created_at
  from once o join public.businesses b on b.id = o.business_id
  union all
  select 'space', s.slug, s.name, s.status, s.state, s.confirmed_on, o.proposed, o.offered, s.created_at
  from once o join public.spaces s on s.id = o.space_id
$$;
comment on function private.own_entries() is
  'Entries that came from accepted proposals of the signed-in person, and spaces offered under that person''s address.';

create function public.my_entries() returns table (
  kind text, slug text, name text, status text, state text, confirmed_on date, proposed boolean, offered boolean, created_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select e.kind, e.slug, e.name, e.status, e.state, e.confirmed_on, e.proposed, e.offered, e.created_at
  from private.own_entries() e order by e.created_at desc, e.slug
$$;
comment on function public.my_entries() is 'The entries of the signed-in person, newest first; none for anybody else.';

create or replace function public.my_data() returns text
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'account', (select jsonb_build_object('email', u.email, 'created_at', p.created_at, 'role', p.role)
      from public.profiles p join auth.users u on u.id = p.user_id where p.user_id = (select auth.uid())),
    'proposals', (select coalesce(jsonb_agg(to_jsonb(p) - 'token_hash' - 'location' || jsonb_build_object(
        'contact_name', c.name, 'contact_email', c.email,
        'photos', (select coalesce(jsonb_agg(to_jsonb(f) - 'proposal_id' order by f.position), '[]')
          from public.photos f where f.proposal_id = p.id)) order by p.created_at), '[]')
      from public.proposals p left join private.contacts c on c.proposal_id = p.id where p.proposer_id = (select auth.uid())),
    'entries', (select coalesce(jsonb_agg(to_jsonb(e) order by e.created_at, e.slug), '[]') from private.own_entries() e),
    'offers', (select coalesce(jsonb_agg(jsonb_build_object('space', s.slug, 'name', o.name, 'email', o.email, 'locale', o.locale,
        'asked_at', o.asked_at) order by s.slug), '[]')
      from private.offerers o join public.spaces s on s.id = o.space_id
      join auth.users u on u.id = (select auth.uid()) and lower(u.email) = lower(o.email)),
    'areas', (select coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'outline', extensions.st_asgeojson(a.outline, 7)::jsonb,
        'is_shared', a.is_shared, 'version', a.version, 'created_at', a.created_at, 'updated_at', a.updated_at)
        order by a.created_at, a.id), '[]')
      from public.areas a where a.owner_id = (select auth.uid()))
  )::text
$$;

-- Who offers a space under the address of the account is forgotten with it, and is asked no more.
create or replace function public.delete_me() returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  if me is null then return false; end if;
  if private.current_role() = 'admin' and (select count(*) from public.profiles where role = 'admin') = 1 then return false; end if;
  perform private.audit('account.delete', 'account', me::text);
  delete from private.contacts c using public.proposals p where p.id = c.proposal_id and p.proposer_id = me;
  delete from private.offerers o using auth.users u where u.id = me and lower(u.email) = lower(o.email);
  delete from auth.users where id = me;
  return true;
end $$;
comment on function public.delete_me() is
  'Deletes the signed-in account, its contacts and what it is known to offer; proposals stay without a person. False for the last admin.';

-- ---------------------------------------------------------------- who may what

do $$
declare
  target text;
begin
  for target in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace
    and p.proname in ('staff_import_runs', 'staff_candidates', 'staff_nearby', 'my_entries')
  loop
    execute format('revoke execute on function %s from public, anon, service_role', target);
    execute format('grant execute on function %s to authenticated', target);
  end loop;
end $$;
revoke execute on function private.own_entries() from public;
