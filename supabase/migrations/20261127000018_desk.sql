-- What the moderators' desk and the account lacked: imports from the page, places on a map, own entries; and that an import overwrites
-- no edit of a person.

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

-- ---------------------------------------------------------------- a person's edit wins over the source

-- What the source said last lies beside the entry. A field that says something else there was changed by a person, and stays.
alter table public.source_records add column said jsonb;
comment on column public.source_records.said is
  'The fields as the source gave them last; where the entry says something else, a person changed it. Null where it is not known.';

create function private.entry_said(entry_kind text, entry jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(entry)
  where key in ('name', 'summary', 'services', 'website', 'address', 'disclosure', 'verified', 'disciplines', 'place', 'confirmed_on', 'confirmed_by')
    or entry_kind = 'space' and key in ('use', 'state', 'certainty', 'area_square_meters', 'floor', 'rent_class', 'available_from',
      'former_use', 'step_free', 'vacant_since', 'vacant_since_precision')
$$;
comment on function private.entry_said(text, jsonb) is 'Of an entry as JSON, the fields that an import brings.';

-- The primary discipline first, the others by their code: the order in a file says nothing.
create function private.disciplines_sorted(codes text[]) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(c.code order by c.nth > 1, c.code), '[]') from unnest(codes) with ordinality as c (code, nth)
$$;

create function private.business_now(b public.businesses) returns jsonb
language sql stable set search_path = '' as $$
  select private.entry_said('business', to_jsonb(b) || jsonb_build_object('place', b.location::text, 'disciplines',
    (select private.disciplines_sorted(array_agg(d.discipline_code order by d.role, d.discipline_code))
      from public.business_disciplines d where d.business_id = b.id)))
$$;
create function private.space_now(s public.spaces) returns jsonb
language sql stable set search_path = '' as $$
  select private.entry_said('space', to_jsonb(s) || jsonb_build_object('place', s.location::text))
$$;

-- What was imported before: as it is now, or as it was before the first edit since the source was read last.
update public.source_records r set said = private.business_now(b) || private.entry_said('business', coalesce((
    select v.before - 'confirmed_on' - 'confirmed_by' from private.revisions v where v.business_id = b.id and v.at > r.seen_at order by v.id limit 1), '{}'))
from public.businesses b where b.id = r.business_id and r.outcome = 'entry';
update public.source_records r set said = private.space_now(s) || private.entry_said('space', coalesce((
    select v.before - 'confirmed_on' - 'confirmed_by' from private.revisions v where v.space_id = s.id and v.at > r.seen_at order by v.id limit 1), '{}'))
from public.spaces s where s.id = r.space_id and r.outcome = 'entry';

-- Fields of an entry (`present`) that a person has changed since the source said `said`, and about which it now (`news`) says something
-- else again than the entry does. Two fields that make one statement stay together.
create function private.fields_kept(present jsonb, said jsonb, news jsonb) returns text[]
language sql immutable set search_path = '' as $$
  with kept as (
    select key from jsonb_each(present)
    where said ? key and said -> key is distinct from value and news -> key is distinct from value
      -- A later confirmation is the better one, whoever gave it.
      and (key not in ('confirmed_on', 'confirmed_by') or coalesce(news ->> 'confirmed_on' <= present ->> 'confirmed_on', true))
  )
  select coalesce(array_agg(distinct k.key order by k.key), '{}') from (
    select key from kept
    union all select 'vacant_since_precision' from kept where key = 'vacant_since'
    union all select 'vacant_since' from kept where key = 'vacant_since_precision'
    union all select 'confirmed_by' from kept where key = 'confirmed_on'
    union all select 'confirmed_on' from kept where key = 'confirmed_by'
  ) k
$$;

-- As before; and it says which fields a person has changed, and what the source says.
create or replace function public.import_batch(payload text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  source text := document ->> 'source';
  is_trial boolean := coalesce((document ->> 'dry_run')::boolean, false);
  is_public boolean := coalesce((document ->> 'publish')::boolean, false);
  outcomes jsonb;
begin
  if not is_trial and (select demonstration from public.publication)
    and not (select is_demonstration from public.sources where key = source)
  then
    perform public.end_demonstration();
  end if;

  perform private.incoming_compare(source, is_public, document -> 'rows');
  perform private.incoming_weigh(source);
  select coalesce(jsonb_agg(case when kept = '{}' then to_jsonb(outcome)
    else jsonb_build_object('outcome', outcome, 'kept', to_jsonb(kept)) end order by nth), '[]')
  into outcomes from pg_temp.incoming;
  if is_trial then return outcomes; end if;

  perform private.incoming_replace(source, is_public);
  perform private.incoming_add(source, is_public);
  return outcomes;
end $$;
comment on function public.import_batch(text) is
  'Takes {source, publish, dry_run, rows}; returns the outcome of each row in its order: added, updated, unchanged, duplicates or review; or
  {outcome, kept} where people have changed fields about which the source says something else.';

-- Beside each known row that has changed: what the source says (`news`), and which fields stay.
create function private.incoming_weigh(source text) returns void
language plpgsql set search_path = '' as $$
begin
  alter table pg_temp.incoming add column news jsonb, add column kept text[] not null default '{}';
  update pg_temp.incoming i set news = private.entry_said(i.kind, to_jsonb(n) || jsonb_build_object('place', i.place::text,
    'disciplines', private.disciplines_sorted(i.disciplines)))
  from pg_temp.incoming o, jsonb_populate_record(null::public.businesses, to_jsonb(o) - 'id') n
  where o.nth = i.nth and i.kind = 'business' and i.outcome <> 'duplicates';
  update pg_temp.incoming i set news = private.entry_said(i.kind, to_jsonb(n) || jsonb_build_object('place', i.place::text))
  from pg_temp.incoming o, jsonb_populate_record(null::public.spaces, to_jsonb(o) - 'id') n
  where o.nth = i.nth and i.kind = 'space' and i.outcome <> 'duplicates';

  -- A place stays as long as the address does, unless the row brings a better one; a verified business stays so.
  update pg_temp.incoming i set
    news = i.news || jsonb_build_object('place', coalesce(i.news ->> 'place',
      case when r.said -> 'address' is not distinct from i.news -> 'address' then r.said ->> 'place' end))
      || case when i.kind = 'business' then
        jsonb_build_object('verified', coalesce((r.said ->> 'verified')::boolean, false) or i.verified) else '{}' end
  from public.source_records r
  where not i.is_new and i.outcome in ('updated', 'review') and r.source_key = source and r.ref = i.ref;
  update pg_temp.incoming i set kept = private.fields_kept(private.business_now(b), r.said, i.news)
  from public.source_records r, public.businesses b
  where not i.is_new and i.outcome in ('updated', 'review') and r.source_key = source and r.ref = i.ref and b.id = i.business_id
    and i.kind = 'business' and r.said is not null;
  update pg_temp.incoming i set kept = private.fields_kept(private.space_now(s), r.said, i.news)
  from public.source_records r, public.spaces s
  where not i.is_new and i.outcome in ('updated', 'review') and r.source_key = source and r.ref = i.ref and s.id = i.space_id
    and i.kind = 'space' and r.said is not null;
end $$;

create or replace function private.incoming_replace(source text, is_public boolean) returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.businesses b using pg_temp.incoming i
  where i.is_new and i.record_outcome = 'entry' and b.id = i.business_id;
  delete from public.spaces s using pg_temp.incoming i
  where i.is_new and i.record_outcome = 'entry' and s.id = i.space_id;
  delete from public.source_records r using pg_temp.incoming i
  where i.is_new and r.source_key = source and r.ref = i.ref;

  update public.businesses b
  set name = n.name, summary = n.summary, services = n.services, website = n.website, address = n.address,
    location = case when 'place' = any (i.kept) then b.location else (i.news ->> 'place')::extensions.geography end,
    disclosure = n.disclosure, verified = n.verified, confirmed_on = n.confirmed_on, confirmed_by = n.confirmed_by,
    status = private.incoming_status(b.status, i.outcome, i.review, is_public)
  from pg_temp.incoming i
  join public.businesses o on o.id = i.business_id
  cross join lateral jsonb_populate_record(o, i.news - i.kept - 'disciplines' - 'place') n
  where i.outcome in ('updated', 'review') and not i.is_new and i.kind = 'business' and b.id = o.id;

  delete from public.business_disciplines d using pg_temp.incoming i
  where i.outcome in ('updated', 'review') and not i.is_new and d.business_id = i.business_id and not 'disciplines' = any (i.kept);
  delete from public.business_wz_codes w using pg_temp.incoming i
  where i.outcome in ('updated', 'review') and not i.is_new and w.business_id = i.business_id;

  update public.spaces s
  set name = n.name, summary = n.summary, services = n.services, website = n.website, address = n.address,
    location = case when 'place' = any (i.kept) then s.location else (i.news ->> 'place')::extensions.geography end,
    disclosure = n.disclosure, use = n.use, state = n.state, certainty = n.certainty,
    area_square_meters = n.area_square_meters, floor = n.floor, rent_class = n.rent_class,
    available_from = n.available_from, former_use = n.former_use, step_free = n.step_free,
    vacant_since = n.vacant_since, vacant_since_precision = n.vacant_since_precision,
    confirmed_on = n.confirmed_on, confirmed_by = n.confirmed_by,
    status = private.incoming_status(s.status, i.outcome, i.review, is_public)
  from pg_temp.incoming i
  join public.spaces o on o.id = i.space_id
  cross join lateral jsonb_populate_record(o, i.news - i.kept - 'place') n
  where i.outcome in ('updated', 'review') and not i.is_new and i.kind = 'space' and s.id = o.id;

  update public.source_records r set hash = i.hash, review = i.review,
    seen_at = case when r.hash <> i.hash then now() else r.seen_at end,
    said = case when i.outcome in ('updated', 'review') then i.news else r.said end
  from pg_temp.incoming i
  where not i.is_new and r.source_key = source and r.ref = i.ref
    and (r.hash <> i.hash or i.outcome in ('updated', 'review') and r.said is distinct from i.news);
end $$;

create or replace function private.incoming_add(source text, is_public boolean) returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.businesses (id, slug, name, summary, services, website, address, location, disclosure, status,
    verified, source_key, confirmed_on, confirmed_by)
  select entry_id, slug, name, summary, services, website, address, place, disclosure,
    private.incoming_status('candidate', outcome, review, is_public),
    verified, source, confirmed_on, confirmed_by
  from pg_temp.incoming where is_new and kind = 'business' and outcome <> 'duplicates' order by nth;

  insert into public.business_disciplines (business_id, discipline_code, role)
  select i.entry_id, d.code, case d.nth when 1 then 'primary' else 'secondary' end
  from pg_temp.incoming i, unnest(i.disciplines) with ordinality as d (code, nth)
  where i.kind = 'business' and i.outcome in ('added', 'updated', 'review') and not 'disciplines' = any (i.kept);

  insert into public.business_wz_codes (business_id, version, code)
  select i.entry_id, split_part(w.code, ':', 1), split_part(w.code, ':', 2)
  from pg_temp.incoming i, unnest(i.wz_codes) as w (code)
  where i.kind = 'business' and i.outcome in ('added', 'updated', 'review');

  insert into public.spaces (id, slug, name, summary, services, website, address, location, disclosure, status,
    use, state, certainty, area_square_meters, floor, rent_class, available_from, former_use, step_free,
    vacant_since, vacant_since_precision, source_key, confirmed_on, confirmed_by)
  select entry_id, slug, name, summary, services, website, address, place, disclosure,
    private.incoming_status('candidate', outcome, review, is_public),
    use, state, certainty, area_square_meters, floor, rent_class, available_from, former_use, step_free,
    vacant_since, vacant_since_precision, source, confirmed_on, confirmed_by
  from pg_temp.incoming where is_new and kind = 'space' order by nth;

  insert into public.source_records (source_key, ref, hash, kind, review, business_id, space_id, outcome, said)
  select source, ref, hash, kind, review,
    case when kind = 'business' then coalesce(twin_id, entry_id) end,
    case when kind = 'space' then entry_id end,
    case outcome when 'duplicates' then 'duplicate' else 'entry' end,
    case when outcome <> 'duplicates' then news end
  from pg_temp.incoming where is_new;
end $$;

create function public.staff_source_says(wanted text) returns table (source_key text, said text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query
  select r.source_key, (r.said - 'place' - 'verified' - 'confirmed_on' - 'confirmed_by')::text from public.source_records r
  left join public.businesses b on b.id = r.business_id
  left join public.spaces s on s.id = r.space_id
  where coalesce(b.slug, s.slug) = wanted and r.outcome = 'entry' and r.said is not null
  order by r.source_key, r.ref;
end $$;
comment on function public.staff_source_says(text) is 'What the sources of an entry said last, field by field, as JSON text.';

do $$
declare
  target text;
begin
  for target in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'private'::regnamespace
    and p.proname in ('entry_said', 'disciplines_sorted', 'business_now', 'space_now', 'fields_kept', 'incoming_weigh')
  loop
    execute format('revoke execute on function %s from public', target);
    execute format('grant execute on function %s to service_role', target);
  end loop;
end $$;

-- ---------------------------------------------------------------- who may what

do $$
declare
  target text;
begin
  for target in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace
    and p.proname in ('staff_import_runs', 'staff_candidates', 'staff_nearby', 'my_entries', 'staff_source_says')
  loop
    execute format('revoke execute on function %s from public, anon, service_role', target);
    execute format('grant execute on function %s to authenticated', target);
  end loop;
end $$;
revoke execute on function private.own_entries() from public;
