-- Mail that goes out, and what keeps strangers from sending too much: limits and proofs of work.

-- ---------------------------------------------------------------- the outbox

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
create index outbox_moderators_new on private.outbox (created_at) where template = 'moderators-new';
alter table private.outbox enable row level security;
revoke all on private.outbox from public, anon, authenticated;

create function public.outbox_add(mail_recipient text, mail_locale text, mail_template text, mail_data text) returns uuid
language sql security definer set search_path = '' as $$
  insert into private.outbox (recipient, locale, template, data)
  values (mail_recipient, mail_locale, mail_template, mail_data::jsonb) returning id
$$;
comment on function public.outbox_add(text, text, text, text) is 'Stores one mail to be sent; data is JSON as text.';

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

create function public.admin_outbox(most integer) returns table (
  id uuid, recipient text, locale text, template text, data text, state text, attempts integer, created_at timestamptz,
  sent_at timestamptz, last_fault text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('admin');
  return query select o.id, o.recipient, o.locale, o.template, o.data::text, o.state, o.attempts, o.created_at, o.sent_at, o.last_fault
  from private.outbox o order by o.created_at desc limit least(greatest(most, 1), 200);
end $$;
comment on function public.admin_outbox(integer) is 'Mail that waits, went or failed, newest first.';

revoke execute on function public.outbox_add(text, text, text, text), public.outbox_take(integer), public.outbox_close(uuid, text)
  from public, anon, authenticated;
grant execute on function public.outbox_add(text, text, text, text), public.outbox_take(integer), public.outbox_close(uuid, text)
  to service_role;
revoke execute on function public.admin_outbox(integer) from public, anon, service_role;
grant execute on function public.admin_outbox(integer) to authenticated;

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

alter table private.rate_hits enable row level security;
alter table private.spent_challenges enable row level security;
revoke all on private.rate_hits, private.spent_challenges from public, anon, authenticated;
revoke execute on function public.rate_take(text, integer, integer), public.challenge_spend(text, timestamptz)
  from public, anon, authenticated;
grant execute on function public.rate_take(text, integer, integer), public.challenge_spend(text, timestamptz) to service_role;
