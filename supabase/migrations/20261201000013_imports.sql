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

-- The rows are brought in by the server, which names the person who asked for it. Written first, so that a run that broke off is on record too.
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
  last_imported jsonb,
  primary key (source_key, ref),
  check (num_nonnulls(business_id, space_id) = 1)
);
create index source_records_business on public.source_records (business_id);
create index source_records_space on public.source_records (space_id);
comment on table public.source_records is 'Which row of which source became which entry; the hash makes a second run of the same file change nothing.';
comment on column public.source_records.last_imported is
  'The fields as the last import of the row brought them; where the entry differs, a person has changed it. Null where it is not known.';

create function private.entry_as_imported(entry_kind text, entry jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(f.name, entry -> f.name), '{}') from private.entry_fields f
  where entry_kind = any (f.kinds) and 'import' = any (f.writers) and entry ? f.name
$$;
comment on function private.entry_as_imported(text, jsonb) is 'Of an entry as JSON, the fields that an import brings.';

-- The primary discipline first, the others by their code: the order in a file has no meaning.
create function private.disciplines_sorted(codes text[]) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(c.code order by c.nth > 1, c.code), '[]') from unnest(codes) with ordinality as c (code, nth)
$$;

create function private.business_as_imported(b public.businesses) returns jsonb
language sql stable set search_path = '' as $$
  select private.entry_as_imported('business', to_jsonb(b) || jsonb_build_object('location', b.location::text, 'disciplines',
    (select private.disciplines_sorted(array_agg(d.discipline_code order by d.role, d.discipline_code))
      from public.business_disciplines d where d.business_id = b.id)))
$$;

create function private.space_as_imported(s public.spaces) returns jsonb
language sql stable set search_path = '' as $$
  select private.entry_as_imported('space', to_jsonb(s) || jsonb_build_object('location', s.location::text))
$$;

-- Fields that a person has changed since the last import, and where the new import differs from the entry too. Two fields that only
-- mean something together stay together.
create function private.fields_kept(present jsonb, last_imported jsonb, imported jsonb) returns text[]
language sql immutable set search_path = '' as $$
  with kept as (
    select key from jsonb_each(present)
    where last_imported ? key and last_imported -> key is distinct from value and imported -> key is distinct from value
      -- A later confirmation is the better one, no matter who gave it.
      and (key not in ('confirmed_on', 'confirmed_by')
        or coalesce(imported ->> 'confirmed_on' <= present ->> 'confirmed_on', true))
  )
  select coalesce(array_agg(distinct k.key order by k.key), '{}') from (
    select key from kept
    union all select 'vacant_since_precision' from kept where key = 'vacant_since'
    union all select 'vacant_since' from kept where key = 'vacant_since_precision'
    union all select 'confirmed_by' from kept where key = 'confirmed_on'
    union all select 'confirmed_on' from kept where key = 'confirmed_by'
  ) k
$$;

create function public.staff_source_differences(wanted text) returns table (source_key text, last_imported text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query
  select r.source_key, (r.last_imported - 'location' - 'verified' - 'confirmed_on' - 'confirmed_by')::text
  from public.source_records r
  left join public.businesses b on b.id = r.business_id
  left join public.spaces s on s.id = r.space_id
  where coalesce(b.slug, s.slug) = wanted and r.outcome = 'entry' and r.last_imported is not null
  order by r.source_key, r.ref;
end $$;
comment on function public.staff_source_differences(text) is
  'What each source of an entry brought last, field by field, as JSON text: staff compares it with the entry.';

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

  perform private.incoming_check_fields(document -> 'rows');
  perform private.incoming_compare(source, is_public, document -> 'rows');
  perform private.incoming_find_kept(source);
  select coalesce(jsonb_agg(case when kept = '{}' then to_jsonb(outcome)
    else jsonb_build_object('outcome', outcome, 'kept', to_jsonb(array_replace(kept, 'location', 'place'))) end order by nth), '[]')
  into outcomes from pg_temp.incoming;
  if is_trial then return outcomes; end if;

  perform private.incoming_replace(source);
  perform private.incoming_update('business', is_public);
  perform private.incoming_update('space', is_public);
  perform private.incoming_add('business', source, is_public);
  perform private.incoming_add('space', source, is_public);
  perform private.incoming_record(source);
  return outcomes;
end $$;
comment on function public.import_batch(text) is
  'Takes {source, publish, dry_run, rows}; returns the outcome of each row in its order: added, updated, unchanged, duplicates or review; or
  {outcome, kept} where people have changed fields to which the source now gives another value. Raises 22023 for a row with an unknown field.';

-- Any kind may bring the fields of the other one, which are then not used: all rows of a file have the same columns.
create function private.incoming_check_fields(entries jsonb) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  refused text;
begin
  select string_agg(distinct key, ', ' order by key) into refused
  from jsonb_array_elements(entries) entry, jsonb_object_keys(entry) key
  where key <> all (array['ref', 'hash', 'kind', 'review', 'matches_by_name', 'slug', 'lng', 'lat', 'wz_codes'])
    and (key = 'location' or not exists (
      select from private.entry_fields f where f.name = key and 'import' = any (f.writers)));
  if refused is not null then
    raise exception 'not a field that import may write: %', refused using errcode = '22023', hint = 'see private.entry_fields';
  end if;
end $$;

-- Compares the rows with what the register knows of them and decides the outcome of each. A row is known by its reference; one that
-- turned from a business into a space (or back), and a changed one that was a duplicate by itself, are treated as new. A row whose
-- entry staff has merged into another stays with that one when its source changes it, else the duplicate would come back.
create function private.incoming_compare(source text, is_public boolean, entries jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  drop table if exists pg_temp.incoming;
  create temp table incoming on commit drop as
  select
    i.*, not i.is_known as is_new, twin.id as twin_id, null::jsonb as imported, '{}'::text[] as kept,
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
      r.ref is not null and r.kind = e.kind and (r.outcome = 'entry' or r.hash = e.hash or r.last_imported is not null) as is_known,
      case when e.lng is not null then
        extensions.st_setsrid(extensions.st_makepoint(e.lng, e.lat), 4326)::extensions.geography end as place,
      case when e.kind = 'business' and e.matches_by_name and e.lng is not null then
        private.normalise_name(e.name) end as match_name
    from (
      select x.nth, x.fields, e.*
      from jsonb_array_elements(entries) with ordinality as x (fields, nth), jsonb_to_record(x.fields) as e (
        ref text, hash text, kind text, review boolean, matches_by_name boolean, slug text, name text,
        lng double precision, lat double precision, disciplines text[], wz_codes text[])
    ) e
    left join public.source_records r on r.source_key = source and r.ref = e.ref
  ) i
  left join public.businesses b on b.id = i.business_id and i.record_outcome = 'entry'
  left join public.spaces s on s.id = i.space_id
  left join lateral (
    select t.id from public.businesses t
    where not i.is_known and private.normalise_name(t.name) = i.match_name
      and extensions.st_dwithin(t.location, i.place, 50)
    order by t.created_at, t.id limit 1
  ) twin on true;
end $$;

-- Notes what each row brings now (`imported`), in the form in which the columns hold it, and which fields a person's change keeps.
create function private.incoming_find_kept(source text) returns void
language plpgsql set search_path = '' as $$
begin
  update pg_temp.incoming i set imported = private.entry_as_imported(i.kind, case i.kind
    when 'business' then to_jsonb(jsonb_populate_record(null::public.businesses, i.fields))
      || jsonb_build_object('disciplines', private.disciplines_sorted(i.disciplines))
    else to_jsonb(jsonb_populate_record(null::public.spaces, i.fields)) end || jsonb_build_object('location', i.place::text))
  where i.outcome <> 'duplicates';

  -- A place stays as long as the address does, unless the row brings a better one; a verified business stays so.
  update pg_temp.incoming i set
    imported = i.imported || jsonb_build_object('location', coalesce(i.imported ->> 'location',
      case when r.last_imported -> 'address' is not distinct from i.imported -> 'address' then r.last_imported ->> 'location' end))
      || case when i.kind = 'business' then jsonb_build_object('verified',
        coalesce((r.last_imported ->> 'verified')::boolean, false) or (i.imported ->> 'verified')::boolean) else '{}' end
  from public.source_records r
  where not i.is_new and i.outcome in ('updated', 'review') and r.source_key = source and r.ref = i.ref;
  update pg_temp.incoming i set kept = private.fields_kept(private.business_as_imported(b), r.last_imported, i.imported)
  from public.source_records r, public.businesses b
  where not i.is_new and i.outcome in ('updated', 'review') and r.source_key = source and r.ref = i.ref and b.id = i.business_id
    and i.kind = 'business' and r.last_imported is not null;
  update pg_temp.incoming i set kept = private.fields_kept(private.space_as_imported(s), r.last_imported, i.imported)
  from public.source_records r, public.spaces s
  where not i.is_new and i.outcome in ('updated', 'review') and r.source_key = source and r.ref = i.ref and s.id = i.space_id
    and i.kind = 'space' and r.last_imported is not null;
end $$;

-- Of a row that is to be treated as new the old entry goes, unless it was another's.
create function private.incoming_replace(source text) returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.businesses b using pg_temp.incoming i
  where i.is_new and i.record_outcome = 'entry' and b.id = i.business_id;
  delete from public.spaces s using pg_temp.incoming i
  where i.is_new and i.record_outcome = 'entry' and s.id = i.space_id;
  delete from public.source_records r using pg_temp.incoming i
  where i.is_new and r.source_key = source and r.ref = i.ref;
end $$;

-- A candidate is published when the operator now asks for it; what staff withdrew stays withdrawn; what became unsure waits for a
-- moderator.
create function private.incoming_status(status text, outcome text, review boolean, is_public boolean) returns text
language sql immutable set search_path = '' as $$
  select case
    when status = 'published' and outcome = 'review' then 'candidate'
    when status = 'candidate' and is_public and not review then 'published'
    else status
  end
$$;

-- Entries that are known and have changed.
create function private.incoming_update(entry_kind text, is_public boolean) returns void
language plpgsql set search_path = '' as $$
declare
  assignments text;
begin
  select string_agg(format('%1$I = n.%1$I, ', c), '') into assignments from unnest(private.entry_columns(entry_kind, 'import')) c;
  execute format('update %1$s e
    set %2$s status = private.incoming_status(o.status, i.outcome, i.review, $2)
    from pg_temp.incoming i
    join %1$s o on o.id = i.entry_id
    cross join lateral jsonb_populate_record(o, i.imported - i.kept - ''disciplines'') n
    where i.outcome in (''updated'', ''review'') and not i.is_new and i.kind = $1 and e.id = o.id',
    private.entry_table(entry_kind), assignments)
  using entry_kind, is_public;
end $$;

-- Entries that are new.
create function private.incoming_add(entry_kind text, source text, is_public boolean) returns void
language plpgsql set search_path = '' as $$
declare
  columns text;
  given text;
begin
  select string_agg(format('%I, ', c), ''), string_agg(format('n.%I, ', c), '') into columns, given
  from unnest(private.entry_columns(entry_kind, 'import')) c;
  execute format('insert into %1$s (%2$s id, slug, status, source_key)
    select %3$s i.entry_id, i.slug, private.incoming_status(''candidate'', i.outcome, i.review, $3), $2
    from pg_temp.incoming i
    cross join lateral jsonb_populate_record(null::%1$s, i.imported - ''disciplines'') n
    where i.is_new and i.kind = $1 and i.outcome <> ''duplicates'' order by i.nth',
    private.entry_table(entry_kind), columns, given)
  using entry_kind, source, is_public;
end $$;

-- The disciplines and codes of all businesses that were written, and the record of each row.
create function private.incoming_record(source text) returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.business_disciplines d using pg_temp.incoming i
  where i.outcome in ('updated', 'review') and not i.is_new and d.business_id = i.business_id and not 'disciplines' = any (i.kept);
  insert into public.business_disciplines (business_id, discipline_code, role)
  select i.entry_id, d.code, case d.nth when 1 then 'primary' else 'secondary' end
  from pg_temp.incoming i, unnest(i.disciplines) with ordinality as d (code, nth)
  where i.kind = 'business' and i.outcome in ('added', 'updated', 'review') and not 'disciplines' = any (i.kept);

  delete from public.business_wz_codes w using pg_temp.incoming i
  where i.outcome in ('updated', 'review') and not i.is_new and w.business_id = i.business_id;
  insert into public.business_wz_codes (business_id, version, code)
  select i.entry_id, split_part(w.code, ':', 1), split_part(w.code, ':', 2)
  from pg_temp.incoming i, unnest(i.wz_codes) as w (code)
  where i.kind = 'business' and i.outcome in ('added', 'updated', 'review');

  update public.source_records r set hash = i.hash, review = i.review,
    seen_at = case when r.hash <> i.hash then now() else r.seen_at end,
    last_imported = case when i.outcome in ('updated', 'review') then i.imported else r.last_imported end
  from pg_temp.incoming i
  where not i.is_new and r.source_key = source and r.ref = i.ref
    and (r.hash <> i.hash or i.outcome in ('updated', 'review') and r.last_imported is distinct from i.imported);
  insert into public.source_records (source_key, ref, hash, kind, review, business_id, space_id, outcome, last_imported)
  select source, ref, hash, kind, review,
    case when kind = 'business' then coalesce(twin_id, entry_id) end,
    case when kind = 'space' then entry_id end,
    case outcome when 'duplicates' then 'duplicate' else 'entry' end,
    case when outcome <> 'duplicates' then imported end
  from pg_temp.incoming where is_new;
end $$;

-- ---------------------------------------------------------------- rights

alter table public.import_runs enable row level security;
alter table public.source_records enable row level security;
revoke all on public.import_runs, public.source_records from anon, authenticated;
grant select, insert, update, delete on public.import_runs, public.source_records to service_role;
revoke execute on function public.import_begin(text), public.import_batch(text) from public, anon, authenticated;
grant execute on function public.import_begin(text), public.import_batch(text) to service_role;
revoke execute on function public.staff_import_runs(timestamptz, integer), public.staff_source_differences(text)
  from public, anon, service_role;
grant execute on function public.staff_import_runs(timestamptz, integer), public.staff_source_differences(text) to authenticated;
revoke execute on function private.entry_as_imported(text, jsonb), private.disciplines_sorted(text[]),
  private.business_as_imported(public.businesses), private.space_as_imported(public.spaces), private.fields_kept(jsonb, jsonb, jsonb),
  private.incoming_check_fields(jsonb), private.incoming_compare(text, boolean, jsonb), private.incoming_find_kept(text),
  private.incoming_replace(text), private.incoming_status(text, text, boolean, boolean), private.incoming_update(text, boolean),
  private.incoming_add(text, text, boolean), private.incoming_record(text) from public;
grant execute on function private.entry_as_imported(text, jsonb), private.disciplines_sorted(text[]),
  private.business_as_imported(public.businesses), private.space_as_imported(public.spaces), private.fields_kept(jsonb, jsonb, jsonb),
  private.incoming_check_fields(jsonb), private.incoming_compare(text, boolean, jsonb), private.incoming_find_kept(text),
  private.incoming_replace(text), private.incoming_status(text, text, boolean, boolean), private.incoming_update(text, boolean),
  private.incoming_add(text, text, boolean), private.incoming_record(text) to service_role;
