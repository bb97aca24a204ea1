-- What keeps the register true: where a merged entry went, who offers a space, and the question whether it is still free.

-- ---------------------------------------------------------------- a merged entry's old address

create function public.entry_successor(asked_slug text) returns text
language sql stable security definer set search_path = '' as $$
  with recursive way as (
    select m.kept_slug, 1 as step from private.merged_slugs m
    where m.slug = asked_slug and public.entry_departure(asked_slug) = 'withdrawn'
    union all
    select m.kept_slug, w.step + 1 from way w join private.merged_slugs m on m.slug = w.kept_slug where w.step < 10
  )
  select w.kept_slug from way w
  where exists (select from public.businesses b where b.slug = w.kept_slug and b.status = 'published')
    or exists (select from public.spaces s where s.slug = w.kept_slug and s.status = 'published'
      and s.state not in ('let', 'not_vacant', 'demolished'))
  order by w.step limit 1
$$;
comment on function public.entry_successor(text) is
  'The slug of the published entry that a withdrawn one was merged into, over up to ten steps; null for any other.';
revoke execute on function public.entry_successor(text) from public;
grant execute on function public.entry_successor(text) to anon, authenticated, service_role;

-- ---------------------------------------------------------------- who offers a space

alter table private.offerers
  add column locale text not null default 'de' check (locale in ('de', 'en')),
  add column asked_at timestamptz;
comment on column private.offerers.asked_at is 'When they were last asked whether the space is still free.';

-- Whoever proposes a space as its offerer hears of those who are interested, once a moderator has accepted it.
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
  'Asks the offerer by mail, with a link (the hash of its token, its path without the language) that is good for 60 days; false where somebody has just asked.';

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

do $$
declare
  target text;
begin
  for target in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace
    and p.proname in ('purge_offerers', 'confirmations_due', 'confirmation_ask', 'confirmation_read', 'confirmation_answer')
  loop
    execute format('revoke execute on function %s from public, anon, authenticated', target);
    execute format('grant execute on function %s to service_role', target);
  end loop;
  for target in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace
    and p.proname in ('staff_offerer', 'staff_set_offerer')
  loop
    execute format('revoke execute on function %s from public, anon, service_role', target);
    execute format('grant execute on function %s to authenticated', target);
  end loop;
end $$;
