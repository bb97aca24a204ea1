-- What is imported: the runs, which row of which source became which entry, and one batch of an import in one transaction. The importer
-- has read, checked and classified the rows. A field that a person has changed stays.

-- ---------------------------------------------------------------- runs

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

-- What the planner knows after an import. The embedded database has no autovacuum, and without statistics it takes three times as long to
-- read a page of the snapshot. Only tables that hold rows are measured: one that was measured while it was empty counts as empty until it
-- is measured again. Districts are left out: measured while there are none, they would later be read row by row for every entry, because
-- the plan of their trigger is kept.
create function private.register_analyze() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  target text;
  has_rows boolean;
begin
  foreach target in array array['businesses', 'business_disciplines', 'spaces', 'source_records', 'addresses', 'context_places'] loop
    execute format('select exists (select from public.%I)', target) into has_rows;
    if has_rows then execute format('analyze public.%I', target); end if;
  end loop;
  return null;
end $$;
comment on function private.register_analyze() is 'Measures the tables that an import fills.';
revoke all on function private.register_analyze() from public;
create trigger import_runs_analyze after insert on public.import_runs
for each row when ((new.counts ->> 'added')::int + (new.counts ->> 'updated')::int > 0)
execute function private.register_analyze();

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

-- ---------------------------------------------------------------- records

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
  said jsonb,
  primary key (source_key, ref),
  check (num_nonnulls(business_id, space_id) = 1)
);
create index source_records_business on public.source_records (business_id);
create index source_records_space on public.source_records (space_id);
comment on table public.source_records is 'Which row of which source became which entry; the hash makes a second run of the same file change nothing.';
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

-- ---------------------------------------------------------------- a batch

-- The payload is JSON as text: the drivers behind the three tiers do not agree on how a jsonb argument is sent.
create function public.import_batch(payload text) returns jsonb
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

-- Compares the rows with what the register knows of them and decides the outcome of each. A row is known by its reference; one that
-- turned from a business into a space (or back), and a changed one that was a duplicate by itself, are treated as new. A row whose
-- entry staff has merged into another stays with that one when its source changes it, else the duplicate would come back.
create function private.incoming_compare(source text, is_public boolean, entries jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  drop table if exists pg_temp.incoming;
  create temp table incoming on commit drop as
  select
    i.*, not i.is_known as is_new, twin.id as twin_id,
    case when i.is_known then coalesce(i.business_id, i.space_id) else gen_random_uuid() end as entry_id,
    case
      when i.is_known and i.record_outcome = 'duplicate' or twin.id is not null then 'duplicates'
      when i.review and not (i.is_known and i.was_review) then 'review'
      when i.record_outcome is null then 'added'
      when not i.is_known or i.hash <> i.record_hash
        or (coalesce(b.location, s.location) is null and i.place is not null)
        or (coalesce(b.status, s.status) = 'candidate' and is_public and not i.review) then 'updated'
      else 'unchanged'
    end as outcome
  from (
    select e.*, r.hash as record_hash, r.outcome as record_outcome, r.review as was_review, r.business_id, r.space_id,
      r.ref is not null and r.kind = e.kind and (r.outcome = 'entry' or r.hash = e.hash or r.said is not null) as is_known,
      case when e.lng is not null then
        extensions.st_setsrid(extensions.st_makepoint(e.lng, e.lat), 4326)::extensions.geography end as place,
      case when e.kind = 'business' and e.matches_by_name and e.lng is not null then
        private.normalise_name(e.name) end as telling_name
    from (
      select row_number() over () as nth, e.* from jsonb_to_recordset(entries) as e (
        ref text, hash text, kind text, review boolean, matches_by_name boolean, slug text, name text, summary text,
        services text[], website text, address text, lng double precision, lat double precision, disclosure text,
        disciplines text[], wz_codes text[], verified boolean, use text, state text, certainty smallint,
        area_square_meters numeric, floor text, rent_class text, available_from date, former_use text,
        step_free boolean, vacant_since date, vacant_since_precision text, confirmed_on date, confirmed_by text)
    ) e
    left join public.source_records r on r.source_key = source and r.ref = e.ref
  ) i
  left join public.businesses b on b.id = i.business_id and i.record_outcome = 'entry'
  left join public.spaces s on s.id = i.space_id
  left join lateral (
    select t.id from public.businesses t
    where not i.is_known and private.normalise_name(t.name) = i.telling_name
      and extensions.st_dwithin(t.location, i.place, 50)
    order by t.created_at, t.id limit 1
  ) twin on true;
end $$;

-- Notes beside each known row that has changed what the source says now (`news`), and which fields stay.
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

-- What is known and has changed, and what is to be treated as new: its old entry goes, unless it was another's. A candidate is
-- published when the operator now asks for it; what staff withdrew stays withdrawn; what became unsure waits for a moderator.
create function private.incoming_replace(source text, is_public boolean) returns void
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

create function private.incoming_status(status text, outcome text, review boolean, is_public boolean) returns text
language sql immutable set search_path = '' as $$
  select case
    when status = 'published' and outcome = 'review' then 'candidate'
    when status = 'candidate' and is_public and not review then 'published'
    else status
  end
$$;

-- Rows that are new, and the disciplines and codes of all that were written.
create function private.incoming_add(source text, is_public boolean) returns void
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

-- ---------------------------------------------------------------- rights

alter table public.import_runs enable row level security;
alter table public.source_records enable row level security;
revoke all on public.import_runs, public.source_records from anon, authenticated;
grant select, insert, update, delete on public.import_runs, public.source_records to service_role;
revoke execute on function public.import_begin(text), public.import_batch(text) from public, anon, authenticated;
grant execute on function public.import_begin(text), public.import_batch(text) to service_role;
revoke execute on function public.staff_import_runs(timestamptz, integer), public.staff_source_says(text)
  from public, anon, service_role;
grant execute on function public.staff_import_runs(timestamptz, integer), public.staff_source_says(text) to authenticated;
revoke execute on function private.entry_said(text, jsonb), private.disciplines_sorted(text[]),
  private.business_now(public.businesses), private.space_now(public.spaces), private.fields_kept(jsonb, jsonb, jsonb),
  private.incoming_compare(text, boolean, jsonb), private.incoming_weigh(text), private.incoming_replace(text, boolean),
  private.incoming_status(text, text, boolean, boolean), private.incoming_add(text, boolean) from public;
grant execute on function private.entry_said(text, jsonb), private.disciplines_sorted(text[]),
  private.business_now(public.businesses), private.space_now(public.spaces), private.fields_kept(jsonb, jsonb, jsonb),
  private.incoming_compare(text, boolean, jsonb), private.incoming_weigh(text), private.incoming_replace(text, boolean),
  private.incoming_status(text, text, boolean, boolean), private.incoming_add(text, boolean) to service_role;
