-- Who acts: the roles of signed-in people, what they did, and what admins change.

-- ---------------------------------------------------------------- roles

create table public.profiles (
  user_id uuid primary key references auth.users (id) on delete cascade,
  role text not null default 'member' check (role in ('member', 'moderator', 'planner', 'admin')),
  created_at timestamptz not null default now()
);
comment on table public.profiles is 'What a signed-in person may do.';

create table private.role_grants (
  email text primary key check (email = lower(email) and length(email) <= 320),
  role text not null check (role in ('member', 'moderator', 'planner', 'admin')),
  granted_at timestamptz not null default now()
);
comment on table private.role_grants is 'Roles promised to an address that has not signed in yet; the first sign-in takes the promise.';

create function private.profile_create() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (user_id, role)
  values (new.id, coalesce((select role from private.role_grants where email = lower(new.email)), 'member'))
  on conflict (user_id) do nothing;
  delete from private.role_grants where email = lower(new.email);
  return null;
end $$;
comment on function private.profile_create() is 'Gives every new account a profile.';
create trigger profiles_create after insert on auth.users for each row execute function private.profile_create();

create function private.current_role() returns text
language sql stable security definer set search_path = '' as $$
  select role from public.profiles where user_id = (select auth.uid())
$$;
comment on function private.current_role() is 'The role of the signed-in person; null for anybody else.';

create function private.require_role(variadic allowed text[]) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  present text := private.current_role();
begin
  if present is null or present <> all (allowed) then
    raise exception 'this needs the role %', array_to_string(allowed, ' or ')
      using errcode = '42501', hint = 'sign in with an account that has it';
  end if;
  return present;
end $$;
comment on function private.require_role(text[]) is 'Returns the role of the signed-in person when it is one of those allowed; raises 42501 otherwise.';

alter table public.profiles enable row level security;
revoke all on public.profiles from anon, authenticated;
grant select, insert, update, delete on public.profiles to service_role;
grant select on public.profiles to authenticated;
create policy "A person reads the own profile" on public.profiles
  for select to authenticated using (user_id = (select auth.uid()));
alter table private.role_grants enable row level security;
revoke all on private.role_grants from public, anon, authenticated;

-- ---------------------------------------------------------------- what was done

create table private.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor uuid,
  actor_role text not null,
  action text not null check (action ~ '^[a-z]+\.[a-z_]+$'),
  object_type text not null
    check (object_type in ('proposal', 'business', 'space', 'profile', 'export', 'account', 'area', 'import')),
  object_id text not null,
  changes jsonb not null default '{}'
);
create index audit_log_object on private.audit_log (object_type, object_id);
comment on table private.audit_log is
  'Every decision, edit, role change, export and deletion. Append-only, for admins too. Of personal fields it keeps the name, never the value.';
alter table private.audit_log enable row level security;
revoke all on private.audit_log from public, anon, authenticated;

create function private.audit_refuse() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'the audit log is append-only' using errcode = '42501';
end $$;
create trigger audit_log_append_only before update or delete or truncate on private.audit_log
  for each statement execute function private.audit_refuse();

create function private.audit(action text, object_type text, object_id text, changes jsonb default '{}') returns void
language sql security definer set search_path = '' as $$
  insert into private.audit_log (actor, actor_role, action, object_type, object_id, changes)
  values ((select auth.uid()), coalesce(private.current_role(), 'system'), action, object_type, object_id, changes)
$$;

-- ---------------------------------------------------------------- admins

create function public.admin_people() returns table (user_id uuid, email text, role text, created_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('admin');
  return query select p.user_id, u.email::text, p.role, p.created_at
  from public.profiles p join auth.users u on u.id = p.user_id order by p.created_at;
end $$;
comment on function public.admin_people() is 'Accounts and their roles.';

create function public.admin_set_role(person uuid, new_role text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  old_role text;
begin
  perform private.require_role('admin');
  perform pg_advisory_xact_lock(hashtextextended('roles', 0));
  select role into old_role from public.profiles where user_id = person for update;
  if old_role is null then return 'unknown'; end if;
  if old_role = 'admin' and new_role <> 'admin' and (select count(*) from public.profiles where role = 'admin') = 1 then return 'last admin'; end if;
  update public.profiles set role = new_role where user_id = person;
  perform private.audit('role.change', 'profile', person::text, jsonb_build_object('from', old_role, 'to', new_role));
  return 'set';
end $$;
comment on function public.admin_set_role(uuid, text) is 'Returns set, unknown, or last admin: one always stays.';

create function public.admin_audit(before_id bigint, most integer) returns table (
  id bigint, at timestamptz, actor text, actor_role text, action text, object_type text, object_id text, changes text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('admin');
  return query select a.id, a.at, coalesce(u.email::text, a.actor::text), a.actor_role, a.action, a.object_type, a.object_id, a.changes::text
  from private.audit_log a left join auth.users u on u.id = a.actor
  where before_id is null or a.id < before_id order by a.id desc limit least(greatest(most, 1), 200);
end $$;
comment on function public.admin_audit(bigint, integer) is 'The audit log, newest first, page by page.';

create function public.promise_role(address text, new_role text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  person uuid := (select id from auth.users where lower(email) = lower(address));
begin
  if person is not null then
    update public.profiles set role = new_role where user_id = person;
    perform private.audit('role.change', 'profile', person::text, jsonb_build_object('to', new_role));
    return 'set';
  end if;
  insert into private.role_grants (email, role) values (lower(address), new_role)
  on conflict (email) do update set role = excluded.role, granted_at = now();
  return 'promised';
end $$;
comment on function public.promise_role(text, text) is 'For the operator''s command: gives a role now, or at the first sign-in of the address.';

revoke execute on function public.admin_people(), public.admin_set_role(uuid, text), public.admin_audit(bigint, integer)
  from public, anon, service_role;
grant execute on function public.admin_people(), public.admin_set_role(uuid, text), public.admin_audit(bigint, integer)
  to authenticated;
revoke execute on function public.promise_role(text, text) from public, anon, authenticated;
grant execute on function public.promise_role(text, text) to service_role;
