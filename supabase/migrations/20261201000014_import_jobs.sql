-- Imports from the page, between choosing a file and bringing it in. Any process of the app may take, show or run a job: its file and its report
-- lie in the bucket `imports`, and whoever runs it holds a lease. States change here alone, under the row's lock.

insert into storage.buckets (id, name, public) values ('imports', 'imports', false) on conflict (id) do nothing;

create table private.import_jobs (
  id uuid primary key default gen_random_uuid(),
  person_id uuid references auth.users (id) on delete set null,
  state text not null default 'receiving' check (state in ('receiving', 'waiting', 'checking', 'importing', 'closed')),
  locale text not null check (locale in ('de', 'en')),
  file_name text not null default '' check (length(file_name) <= 200),
  typed jsonb not null,
  profile jsonb,
  faults jsonb not null default '[]',
  file_parts integer not null default 0 check (file_parts >= 0),
  report_parts integer not null default 0 check (report_parts >= 0),
  result jsonb,
  problem jsonb,
  run_id uuid,
  leased_until timestamptz,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '2 hours',
  check ((state in ('checking', 'importing')) = (run_id is not null and leased_until is not null))
);
create index import_jobs_person on private.import_jobs (person_id);
create index import_jobs_expires on private.import_jobs (expires_at);
comment on table private.import_jobs is
  'Imports from the page, one a person: a new choice ends the former. They and their files go after two hours.';
comment on column private.import_jobs.person_id is 'Who sent the file; null once the account is deleted, and then the job ends.';
comment on column private.import_jobs.state is
  'receiving: the file is on its way; waiting: it can be brought in; checking, importing: a process holds the lease; closed: refused, or brought in.';
comment on column private.import_jobs.typed is '{profile, source, publish} as in the form, to be shown again.';
comment on column private.import_jobs.profile is 'How the file is read; null where the form was refused.';
comment on column private.import_jobs.faults is '[{field, code, importMessage}] of the form.';
comment on column private.import_jobs.file_parts is 'Parts of the file in the bucket, under <id>/file.<number>.';
comment on column private.import_jobs.report_parts is 'Parts of the report of all rows in the bucket, under <id>/report.<number>.';
comment on column private.import_jobs.result is 'What the last run came to: {isTrial, counts, seconds, fileFault, rejected, notices}.';
comment on column private.import_jobs.problem is '{code, importMessage} where the last run did not end.';
comment on column private.import_jobs.run_id is 'Of the run that holds the lease; each has its own.';
alter table private.import_jobs enable row level security;
revoke all on private.import_jobs from public, anon, authenticated, service_role;

create function private.import_jobs_settle() returns void
language sql security definer set search_path = '' as $$
  update private.import_jobs set state = 'waiting', run_id = null, leased_until = null, problem = '{"code": "ended", "importMessage": null}'
  where leased_until < now()
$$;
comment on function private.import_jobs_settle() is 'Takes the lease from runs whose process no longer renews it: their jobs wait again, with a problem to tell.';

create function private.is_import_person(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.profiles p where p.user_id = person and p.role in ('moderator', 'admin'))
$$;
comment on function private.is_import_person(uuid) is 'Whether a person may import.';

create function public.import_job_open(payload text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  person uuid := (document ->> 'person')::uuid;
  opened uuid;
begin
  if not private.is_import_person(person) then
    raise exception 'this needs the role moderator or admin' using errcode = '42501', hint = 'sign in with an account that has it';
  end if;
  -- Of two forms at once the later one stays.
  perform pg_advisory_xact_lock(hashtextextended('import-jobs/' || person, 0));
  perform private.import_jobs_settle();
  update private.import_jobs set expires_at = now() where person_id = person and run_id is null;
  insert into private.import_jobs (person_id, state, locale, file_name, typed, profile, faults)
  values (person, case when document -> 'faults' = '[]' then 'receiving' else 'closed' end, document ->> 'locale',
    left(document ->> 'file_name', 200), document -> 'typed', nullif(document -> 'profile', 'null'), document -> 'faults')
  returning id into opened;
  return opened;
end $$;
comment on function public.import_job_open(text) is
  'Takes {person, locale, file_name, typed, profile, faults} and gives the id of a new job. What that person sent before ends, unless it is just being run; raises 42501 when that person may not import.';

create function public.import_job_store(job uuid, parts integer) returns boolean
language sql security definer set search_path = '' as $$
  with stored as (
    update private.import_jobs set file_parts = parts, state = 'waiting' where id = job and state = 'receiving' returning 1
  ) select exists (select from stored)
$$;
comment on function public.import_job_store(uuid, integer) is 'Notes that the file lies in the bucket, in so many parts.';

create function public.import_job_read(job uuid, person uuid) returns text
language plpgsql security definer set search_path = '' as $$
begin
  perform private.import_jobs_settle();
  return (select (to_jsonb(j) - array['person_id', 'run_id', 'leased_until', 'expires_at'])::text from private.import_jobs j
    where j.id = job and j.person_id = person and (j.expires_at > now() or j.run_id is not null) and private.is_import_person(person));
end $$;
comment on function public.import_job_read(uuid, uuid) is 'A job as JSON for the person who sent its file, while that person may import; null for any other and for one that has ended.';

create function public.import_job_begin(payload text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  person uuid := (document ->> 'person')::uuid;
  is_trial boolean := (document ->> 'is_trial')::boolean;
  job private.import_jobs;
begin
  -- One run at a time, on all processes together: it takes a processor, and the database answers one after another.
  perform pg_advisory_xact_lock(hashtextextended('import-jobs', 0));
  perform private.import_jobs_settle();
  select * into job from private.import_jobs j
  where j.id = (document ->> 'job')::uuid and j.person_id = person and (j.expires_at > now() or j.run_id is not null) for update;
  if not found or job.state in ('receiving', 'closed') then return 'gone'; end if;
  if job.run_id is not null then return 'running'; end if;
  if exists (select from private.import_jobs j where j.run_id is not null) then
    update private.import_jobs set problem = '{"code": "busy", "importMessage": null}' where id = job.id;
    return 'busy';
  end if;
  if not private.is_import_person(person) then
    update private.import_jobs set problem = '{"code": "forbidden", "importMessage": null}' where id = job.id;
    return 'forbidden';
  end if;
  if not is_trial then
    perform public.import_begin(jsonb_build_object('person', person, 'source', job.typed ->> 'source', 'publish', job.typed -> 'publish',
      'profile', document ->> 'profile', 'file', job.file_name)::text);
  end if;
  update private.import_jobs set state = case when is_trial then 'checking' else 'importing' end, problem = null,
    locale = document ->> 'locale', run_id = (document ->> 'run')::uuid,
    leased_until = now() + make_interval(secs => (document ->> 'lease_seconds')::double precision)
  where id = job.id;
  return 'begun';
end $$;
comment on function public.import_job_begin(text) is
  'Takes {job, person, run, is_trial, locale, profile, lease_seconds}: begun, running (already), busy (another is), forbidden, or gone. Bringing in is noted before its first row.';

create function public.import_job_renew(job uuid, run uuid, lease_seconds double precision) returns boolean
language sql security definer set search_path = '' as $$
  with renewed as (
    update private.import_jobs set leased_until = now() + make_interval(secs => lease_seconds)
    where id = job and run_id = run and leased_until >= now() returning 1
  ) select exists (select from renewed)
$$;
comment on function public.import_job_renew(uuid, uuid, double precision) is 'Keeps the lease of a run; false where it has lost it, and must end.';

create function public.import_job_finish(payload text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  job private.import_jobs;
begin
  select * into job from private.import_jobs j where j.id = (document ->> 'job')::uuid for update;
  if not found or job.run_id is distinct from (document ->> 'run')::uuid then return false; end if;
  update private.import_jobs set run_id = null, leased_until = null, problem = nullif(document -> 'problem', 'null'),
    state = case when (document ->> 'is_closed')::boolean then 'closed' else 'waiting' end,
    faults = coalesce(nullif(document -> 'faults', 'null'), faults),
    result = coalesce(nullif(document -> 'result', 'null'), result),
    report_parts = coalesce((document ->> 'report_parts')::integer, report_parts),
    expires_at = case when exists (select from private.import_jobs later where later.person_id = job.person_id and later.created_at > job.created_at)
      then now() else greatest(expires_at, now() + interval '30 minutes') end
  where id = job.id;
  return true;
end $$;
comment on function public.import_job_finish(text) is
  'Takes {job, run, is_closed, result, report_parts, faults, problem} of a run that still holds the lease, and ends it; false where it has lost it.';

create function public.import_jobs_expired(most integer) returns table (id uuid)
language sql security definer set search_path = '' as $$
  select private.import_jobs_settle();
  select j.id from private.import_jobs j
  where j.run_id is null and (j.expires_at <= now() or j.person_id is null)
    -- Its file may still be on its way.
    and (j.state <> 'receiving' or j.created_at < now() - interval '30 minutes')
  order by j.expires_at limit most
$$;
comment on function public.import_jobs_expired(integer) is 'Jobs whose files are to go: older than two hours, replaced, or of an account that is deleted.';

create function public.import_jobs_remove(ids text) returns void
language sql security definer set search_path = '' as $$
  delete from private.import_jobs where id in (select one::uuid from jsonb_array_elements_text(ids::jsonb) one)
    and run_id is null and (expires_at <= now() or person_id is null)
$$;
comment on function public.import_jobs_remove(text) is 'Takes the ids of ended jobs as a JSON array, once their files are gone.';

revoke execute on function public.import_job_open(text), public.import_job_store(uuid, integer), public.import_job_read(uuid, uuid),
  public.import_job_begin(text), public.import_job_renew(uuid, uuid, double precision), public.import_job_finish(text),
  public.import_jobs_expired(integer), public.import_jobs_remove(text) from public, anon, authenticated;
grant execute on function public.import_job_open(text), public.import_job_store(uuid, integer), public.import_job_read(uuid, uuid),
  public.import_job_begin(text), public.import_job_renew(uuid, uuid, double precision), public.import_job_finish(text),
  public.import_jobs_expired(integer), public.import_jobs_remove(text) to service_role;
revoke execute on function private.import_jobs_settle(), private.is_import_person(uuid) from public;
grant execute on function private.import_jobs_settle(), private.is_import_person(uuid) to service_role;
