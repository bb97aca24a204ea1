-- Who offers a space, who is interested in it, and the question whether it is still free. What seekers write reaches those who offer a
-- space through us, and neither side sees the other's address unless the sender wants it.

-- ---------------------------------------------------------------- offerers

create table private.offerers (
  space_id uuid primary key references public.spaces (id) on delete cascade,
  name text check (length(name) <= 200),
  email text not null check (email ~ '^[^\s@<>,;:"]+@[^\s@<>,;:"]+$' and length(email) <= 320),
  locale text not null default 'de' check (locale in ('de', 'en')),
  asked_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table private.offerers is 'Who offers a space: messages of interest reach them through us.';
comment on column private.offerers.asked_at is 'When they were last asked whether the space is still free.';

-- A person who proposes a space as its offerer gets messages of interest once a moderator has accepted it.
create function private.offerer_keep() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.offerers (space_id, name, email, locale)
  select new.space_id, c.name, c.email, new.locale from private.contacts c
  where c.proposal_id = new.id and c.email is not null and new.space_id is not null
  on conflict (space_id) do update set name = excluded.name, email = excluded.email, locale = excluded.locale;
  return null;
end $$;
create trigger proposals_keep_offerer after update of state on public.proposals
  for each row when (new.state = 'accepted' and old.state <> 'accepted' and new.payload ->> 'is_offerer' = 'true')
  execute function private.offerer_keep();

create function public.staff_offerer(wanted text) returns table (name text, email text, locale text, asked_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query select o.name, o.email, o.locale, o.asked_at
  from private.offerers o join public.spaces s on s.id = o.space_id where s.slug = wanted;
end $$;
comment on function public.staff_offerer(text) is 'Who offers a space, for staff.';

create function public.staff_set_offerer(payload text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  target uuid := (select s.id from public.spaces s where s.slug = document ->> 'slug');
begin
  perform private.require_role('moderator', 'admin');
  if target is null then return false; end if;
  if document ->> 'email' is null then
    delete from private.offerers o where o.space_id = target;
  else
    insert into private.offerers (space_id, name, email, locale)
    values (target, document ->> 'name', document ->> 'email', document ->> 'locale')
    on conflict (space_id) do update set name = excluded.name, email = excluded.email, locale = excluded.locale;
  end if;
  perform private.audit('offerer.set', 'space', target::text, '{"fields": ["name", "email"]}');
  return true;
end $$;
comment on function public.staff_set_offerer(text) is 'Takes {slug, name, email, locale}; without an address the offerer is forgotten.';

create function public.purge_offerers() returns bigint
language sql security definer set search_path = '' as $$
  with gone as (
    delete from private.offerers o using public.spaces s
    where s.id = o.space_id and s.updated_at < now() - interval '90 days'
      and (s.status = 'withdrawn' or s.state in ('let', 'not_vacant', 'demolished')) returning 1
  ) select count(*) from gone
$$;
comment on function public.purge_offerers() is 'Removes offerers of spaces that are archived or free no longer, after 90 days.';

-- ---------------------------------------------------------------- interests

-- Links in mails carry a signature of the server, so that no token is stored.
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
comment on table private.interests is 'Who asked for a space, so that the answer finds them; goes after 90 days, unconfirmed after 7.';
comment on column private.interests.forwarded_at is 'When the sender confirmed the own address and the message went on; null until then.';

-- An offerer of a space that was merged into another offers that one, and a seeker who asked for it is answered there.
create function private.offerer_merge() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update private.offerers o set space_id = k.id from public.spaces k, public.spaces g
  where k.slug = new.kept_slug and g.slug = new.slug and o.space_id = g.id
    and not exists (select from private.offerers p where p.space_id = k.id);
  update private.interests i set space_id = k.id from public.spaces k, public.spaces g
  where k.slug = new.kept_slug and g.slug = new.slug and i.space_id = g.id;
  return null;
end $$;
comment on function private.offerer_merge() is 'An offerer of the kept space stays; the other one is forgotten with the removed space.';
create trigger merged_slugs_move_offerer after insert or update on private.merged_slugs
  for each row execute function private.offerer_merge();

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

-- The offerer is written to in the language of the proposal or in the one that staff has set, the operator in German.
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
  select coalesce(o.email, document ->> 'operator'), coalesce(o.locale, 'de'), 'interest', jsonb_build_object('space', s.name,
    'name', coalesce(known.name, ''), 'message', known.message,
    'status_path', document -> 'reply_paths' ->> coalesce(o.locale, 'de'),
    'sender', case when known.shares_address then known.email else '' end,
    'reply_to', case when known.shares_address then known.email else '' end)
  from public.spaces s left join private.offerers o on o.space_id = s.id where s.id = known.space_id;
  return (select s.slug from public.spaces s where s.id = known.space_id);
end $$;
comment on function public.interest_confirm(uuid, text) is
  'Takes {operator, reply_paths: {de, en}}: sends the message on, once and within a day, to the offerer in their language, else to the
  operator. Returns the slug, or null.';

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

-- ---------------------------------------------------------------- is it still free?

create function public.confirmations_due(months integer, most integer) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select s.id from public.spaces s join private.offerers o on o.space_id = s.id
  where s.status = 'published' and s.state not in ('let', 'not_vacant', 'demolished')
    and coalesce(s.confirmed_on, s.created_at::date) <= (current_date - make_interval(months => months))::date
    and (o.asked_at is null or o.asked_at < now() - interval '3 months')
  order by s.confirmed_on nulls first, s.id limit least(greatest(most, 0), 500)
$$;
comment on function public.confirmations_due(integer, integer) is
  'Spaces that nobody has confirmed for so many months and whose offerers were not asked in the last three.';

create function public.confirmation_ask(space uuid, token text, path text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  o private.offerers;
begin
  update private.offerers q set asked_at = now()
  where q.space_id = space and (q.asked_at is null or q.asked_at < now() - interval '3 months') returning * into o;
  if not found then return false; end if;
  insert into private.tokens (hash, purpose, space_id, expires_at) values (token, 'confirm_entry', space, now() + interval '60 days');
  insert into private.outbox (recipient, locale, template, data)
  select o.email, o.locale, 'space-confirm', jsonb_build_object('space', s.name, 'confirm_path', '/' || o.locale || path)
  from public.spaces s where s.id = space;
  return true;
end $$;
comment on function public.confirmation_ask(uuid, text, text) is
  'Asks the offerer by mail, with a link (the hash of its token, its path without the language) that is good for 60 days; false where they were asked lately.';

create function public.confirmation_read(token text) returns table (slug text, space text, state text)
language sql stable security definer set search_path = '' as $$
  select s.slug, s.name, s.state from private.tokens t join public.spaces s on s.id = t.space_id
  where t.hash = token and t.purpose = 'confirm_entry' and t.used_at is null and t.expires_at > now()
$$;
comment on function public.confirmation_read(text) is 'What the page behind a mailed link asks about; no row for a spent or unknown token. Changes nothing.';

create function public.confirmation_answer(token text, is_vacant boolean) returns text
language plpgsql security definer set search_path = '' as $$
declare
  target uuid;
begin
  update private.tokens t set used_at = now()
  where t.hash = token and t.purpose = 'confirm_entry' and t.used_at is null and t.expires_at > now() returning t.space_id into target;
  if target is null then return null; end if;
  update public.spaces s set confirmed_on = current_date, confirmed_by = 'owner',
    state = case when is_vacant then s.state else 'let' end
  where s.id = target;
  perform private.audit('entry.confirm', 'space', target::text, jsonb_build_object('vacant', is_vacant));
  return (select s.slug from public.spaces s where s.id = target);
end $$;
comment on function public.confirmation_answer(text, boolean) is
  'Spends the token once: the space is still free, or let. Returns the slug, or null. The history of states gets its row by itself.';

-- ---------------------------------------------------------------- rights

alter table private.offerers enable row level security;
alter table private.interests enable row level security;
revoke all on private.offerers, private.interests from public, anon, authenticated;
revoke execute on function public.staff_offerer(text), public.staff_set_offerer(text) from public, anon, service_role;
grant execute on function public.staff_offerer(text), public.staff_set_offerer(text) to authenticated;
revoke execute on function public.purge_offerers(), public.interest_submit(text), public.interest_confirm(uuid, text),
  public.interest_read(uuid), public.interest_reply(uuid, text), public.purge_interests(),
  public.confirmations_due(integer, integer), public.confirmation_ask(uuid, text, text), public.confirmation_read(text),
  public.confirmation_answer(text, boolean) from public, anon, authenticated;
grant execute on function public.purge_offerers(), public.interest_submit(text), public.interest_confirm(uuid, text),
  public.interest_read(uuid), public.interest_reply(uuid, text), public.purge_interests(),
  public.confirmations_due(integer, integer), public.confirmation_ask(uuid, text, text), public.confirmation_read(text),
  public.confirmation_answer(text, boolean) to service_role;
