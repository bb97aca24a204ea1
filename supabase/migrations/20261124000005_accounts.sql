-- Who acts: roles of signed-in people, what they did, and the mail that goes out. Personal data lies in `private`, which no person reaches;
-- functions with their owner's rights ask for the role first.

-- ---------------------------------------------------------------- roles

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

-- ---------------------------------------------------------------- what was done

create table private.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor uuid,
  actor_role text not null,
  action text not null check (action ~ '^[a-z]+\.[a-z_]+$'),
  object_type text not null check (object_type in ('proposal', 'business', 'space', 'profile', 'export', 'account')),
  object_id text not null,
  changes jsonb not null default '{}'
);
create index audit_log_object on private.audit_log (object_type, object_id);
comment on table private.audit_log is
  'Every decision, edit, role change, export and deletion. Append-only, for admins too. Of personal fields it keeps the name, never the value.';

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

create table private.revisions (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor uuid references auth.users (id) on delete set null,
  business_id uuid references public.businesses (id) on delete cascade,
  space_id uuid references public.spaces (id) on delete cascade,
  before jsonb,
  after jsonb not null,
  check (num_nonnulls(business_id, space_id) = 1)
);
create index revisions_business on private.revisions (business_id);
create index revisions_space on private.revisions (space_id);
comment on table private.revisions is 'What an entry was before and after each edit by a person; goes with the entry.';

-- Written for edits by people only: an import notes its run instead.
create function private.entry_revise() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  kind text := tg_argv[0];
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  present jsonb := to_jsonb(new);
  noise text[] := array['updated_at', 'public_location', 'public_address', 'public_district_id', 'district_id',
    'blur_bearing_degrees', 'blur_distance_meters'];
  fields text[];
begin
  if (select auth.uid()) is null then return null; end if;
  was := was - noise;
  present := present - noise;
  select array_agg(key order by key) into fields from jsonb_each(present) where was is null or was -> key is distinct from value;
  if fields is null then return null; end if;
  insert into private.revisions (actor, business_id, space_id, before, after)
  values ((select auth.uid()), case kind when 'business' then new.id end, case kind when 'space' then new.id end, was, present);
  perform private.audit('entry.' || lower(tg_op), kind, new.id::text, jsonb_build_object('fields', to_jsonb(fields)));
  return null;
end $$;
create trigger businesses_revise after insert or update on public.businesses
  for each row execute function private.entry_revise('business');
create trigger spaces_revise after insert or update on public.spaces
  for each row execute function private.entry_revise('space');

-- ---------------------------------------------------------------- mail

create table private.outbox (
  id uuid primary key default gen_random_uuid(),
  message_id text not null unique default gen_random_uuid()::text,
  recipient text not null check (recipient ~ '^[^\s@<>,;:"]+@[^\s@<>,;:"]+$' and length(recipient) <= 320),
  locale text not null check (locale in ('de', 'en')),
  template text not null check (template ~ '^[a-z-]+$'),
  data jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  last_fault text
);
create index outbox_waiting on private.outbox (next_attempt_at) where state = 'waiting';
comment on table private.outbox is 'Mail to be sent: written with what causes it, sent at least once under one Message-ID.';

-- A taken mail is leased: when its sender dies, it is taken again after the lease.
create function public.outbox_take(most integer) returns table (
  id uuid, message_id text, recipient text, locale text, template text, data text, attempts integer)
language sql security definer set search_path = '' as $$
  update private.outbox o
  set attempts = o.attempts + 1, next_attempt_at = now() + interval '2 minutes'
  where o.id in (
    select w.id from private.outbox w where w.state = 'waiting' and w.next_attempt_at <= now()
    order by w.created_at limit least(greatest(most, 0), 100) for update skip locked
  )
  returning o.id, o.message_id, o.recipient, o.locale, o.template, o.data::text, o.attempts
$$;
comment on function public.outbox_take(integer) is 'Leases up to so many waiting mails for two minutes.';

-- Retried after 1, 2, 4 ... minutes, twelve times at most: about three days.
create function public.outbox_close(mail uuid, fault text) returns void
language sql security definer set search_path = '' as $$
  update private.outbox set
    state = case when fault is null then 'sent' when attempts >= 12 then 'failed' else 'waiting' end,
    sent_at = case when fault is null then now() end,
    data = case when fault is null then '{}' else data end,
    last_fault = left(fault, 500),
    next_attempt_at = now() + least(power(2, attempts - 1), 1440) * interval '1 minute'
  where id = mail and state = 'waiting'
$$;
comment on function public.outbox_close(uuid, text) is 'Notes that a mail was sent (fault null) or why not, and when to try again.';

-- ---------------------------------------------------------------- limits on strangers

create table private.rate_hits (
  key text not null check (length(key) between 1 and 100),
  at timestamptz not null default now()
);
create index rate_hits_key on private.rate_hits (key, at);
comment on table private.rate_hits is 'Who did what how often lately; keys hold hashes, never addresses.';

-- One after another for each key, so that a burst at the same instant is counted too.
create function public.rate_take(bucket text, most integer, window_seconds integer) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  oldest timestamptz;
  hits integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(bucket, 0));
  select count(*), min(at) into hits, oldest from private.rate_hits
  where key = bucket and at > now() - window_seconds * interval '1 second';
  if hits >= most then
    return greatest(1, ceil(extract(epoch from oldest + window_seconds * interval '1 second' - now()))::integer);
  end if;
  insert into private.rate_hits (key) values (bucket);
  return 0;
end $$;
comment on function public.rate_take(text, integer, integer) is 'Takes one of so many within the window; returns 0, or the seconds until the next is free.';

create table private.spent_challenges (
  id text primary key check (length(id) between 16 and 100),
  expires_at timestamptz not null
);
comment on table private.spent_challenges is 'Proofs of work that were used: each counts once.';

create function public.challenge_spend(challenge text, expires timestamptz) returns boolean
language sql security definer set search_path = '' as $$
  with spent as (
    insert into private.spent_challenges (id, expires_at) values (challenge, expires)
    on conflict (id) do nothing returning 1
  ) select exists (select from spent)
$$;
comment on function public.challenge_spend(text, timestamptz) is 'True for the first who spends it; of two at once one wins.';

-- ---------------------------------------------------------------- who may what

do $$
declare
  target text;
begin
  for target in select tablename from pg_catalog.pg_tables where schemaname = 'private' loop
    execute format('alter table private.%I enable row level security', target);
    execute format('revoke all on private.%I from public, anon, authenticated', target);
  end loop;
  for target in select p.oid::regprocedure::text from pg_proc p
    where p.proname in ('outbox_take', 'outbox_close', 'rate_take', 'challenge_spend') and p.pronamespace = 'public'::regnamespace
  loop
    execute format('revoke execute on function %s from public, anon, authenticated', target);
    execute format('grant execute on function %s to service_role', target);
  end loop;
end $$;
