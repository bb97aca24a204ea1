-- What the moderators' desk and the account lacked: imports from the page.

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

-- ---------------------------------------------------------------- who may what

do $$
declare
  target text;
begin
  for target in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace
    and p.proname in ('staff_import_runs')
  loop
    execute format('revoke execute on function %s from public, anon, service_role', target);
    execute format('grant execute on function %s to authenticated', target);
  end loop;
end $$;
