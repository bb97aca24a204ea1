-- "I am interested": what seekers write reaches those who offer a space through us, and neither side sees the other's address unless the
-- sender wants it. Links in mails carry a signature of the server, so that no token is stored.

create table private.interests (
  id uuid primary key,
  space_id uuid not null references public.spaces (id) on delete cascade,
  email text not null check (email ~ '^[^\s@<>,;:"]+@[^\s@<>,;:"]+$' and length(email) <= 320),
  name text check (length(name) <= 200),
  message text not null check (length(message) between 1 and 2000),
  shares_address boolean not null default false,
  locale text not null check (locale in ('de', 'en')),
  created_at timestamptz not null default now(),
  forwarded_at timestamptz
);
create index interests_space on private.interests (space_id);
alter table private.interests enable row level security;
revoke all on private.interests from public, anon, authenticated;
comment on table private.interests is 'Who asked for a space, so that the answer finds them; goes after 90 days, unconfirmed after 7.';
comment on column private.interests.forwarded_at is 'When the sender confirmed the own address and the message went on; null until then.';

create function public.interest_submit(payload text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  target uuid := (select s.id from public.spaces s where s.slug = document ->> 'slug' and s.status = 'published'
    and s.state not in ('let', 'not_vacant', 'demolished'));
begin
  if target is null then return false; end if;
  insert into private.interests (id, space_id, email, name, message, shares_address, locale)
  values ((document ->> 'id')::uuid, target, document ->> 'email', document ->> 'name', document ->> 'message',
    coalesce((document ->> 'shares_address')::boolean, false), document ->> 'locale');
  insert into private.outbox (recipient, locale, template, data)
  select document ->> 'email', document ->> 'locale', 'interest-confirm',
    jsonb_build_object('space', s.name, 'confirm_path', document ->> 'confirm_path')
  from public.spaces s where s.id = target;
  return true;
end $$;
comment on function public.interest_submit(text) is
  'Takes {id, slug, email, name, message, shares_address, locale, confirm_path}; keeps the message until its sender confirms. False where there is no such space.';

create function public.interest_confirm(interest uuid, payload text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  known private.interests;
begin
  update private.interests set forwarded_at = now()
  where id = interest and forwarded_at is null and created_at > now() - interval '24 hours' returning * into known;
  if not found then return null; end if;
  insert into private.outbox (recipient, locale, template, data)
  select coalesce(o.email, document ->> 'operator'), 'de', 'interest', jsonb_build_object('space', s.name,
    'name', coalesce(known.name, ''), 'message', known.message, 'status_path', document ->> 'reply_path',
    'sender', case when known.shares_address then known.email else '' end,
    'reply_to', case when known.shares_address then known.email else '' end)
  from public.spaces s left join private.offerers o on o.space_id = s.id where s.id = known.space_id;
  return (select s.slug from public.spaces s where s.id = known.space_id);
end $$;
comment on function public.interest_confirm(uuid, text) is
  'Takes {operator, reply_path}: sends the message on, once and within a day, to whoever offers the space, else to the operator. Returns the slug, or null.';

create function public.interest_read(interest uuid) returns table (slug text, space text, name text, message text)
language sql stable security definer set search_path = '' as $$
  select s.slug, s.name, i.name, i.message
  from private.interests i join public.spaces s on s.id = i.space_id
  where i.id = interest and i.forwarded_at is not null
$$;
comment on function public.interest_read(uuid) is 'What the offerer answers: the message without the address of its sender.';

create function public.interest_reply(interest uuid, words text) returns boolean
language sql security definer set search_path = '' as $$
  with queued as (
    insert into private.outbox (recipient, locale, template, data)
    select i.email, i.locale, 'interest-reply', jsonb_build_object('space', s.name, 'message', words,
      'status_path', '/' || i.locale || '/entries/' || s.slug)
    from private.interests i join public.spaces s on s.id = i.space_id
    where i.id = interest and i.forwarded_at is not null returning 1
  ) select exists (select from queued)
$$;
comment on function public.interest_reply(uuid, text) is 'Sends an answer to the seeker without showing the address; false where the message has gone.';

create function public.purge_interests() returns bigint
language sql security definer set search_path = '' as $$
  with gone as (
    delete from private.interests where created_at < now() - interval '90 days'
      or (forwarded_at is null and created_at < now() - interval '7 days') returning 1
  ) select count(*) from gone
$$;
comment on function public.purge_interests() is 'Removes messages of interest after 90 days, unconfirmed ones after 7.';

do $$
declare
  target text;
begin
  for target in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace
    and p.proname in ('interest_submit', 'interest_confirm', 'interest_read', 'interest_reply', 'purge_interests')
  loop
    execute format('revoke execute on function %s from public, anon, authenticated', target);
    execute format('grant execute on function %s to service_role', target);
  end loop;
end $$;
