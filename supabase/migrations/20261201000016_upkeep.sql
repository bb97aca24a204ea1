-- What is done with the register as a whole: the demonstration and its end, a person's own data, and what is removed after its time.

-- ---------------------------------------------------------------- the demonstration

create function public.seed_demonstration(payload text) returns void
language plpgsql set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
begin
  insert into public.sources (key, title, license, is_demonstration)
  values (document ->> 'source', 'Beispieldaten', 'CC0-1.0', true);
  insert into public.districts (name, boundary, source_key, is_demonstration)
  select name, boundary::extensions.geography, document ->> 'source', true
  from jsonb_to_recordset(document -> 'districts') as d (name text, boundary text);
  perform public.import_batch(payload);
  perform public.import_context(
    jsonb_build_object('source', document -> 'source', 'rows', coalesce(document -> 'stations', '[]'))::text);
  update public.publication set demonstration = true;
end $$;
comment on function public.seed_demonstration(text) is
  'Inserts invented entries, rough districts and stations in one transaction.';

create function public.end_demonstration() returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.businesses b using public.sources s where s.key = b.source_key and s.is_demonstration;
  delete from public.spaces r using public.sources s where s.key = r.source_key and s.is_demonstration;
  delete from public.districts where is_demonstration;
  delete from public.context_places c using public.sources s where s.key = c.source_key and s.is_demonstration;
  delete from public.source_records r using public.sources s where s.key = r.source_key and s.is_demonstration;
  update public.publication set demonstration = false where demonstration;
end $$;
comment on function public.end_demonstration() is 'Removes all invented rows; its source stays, so that they are never seeded again.';

-- The code of a demonstration account, so that a visitor can sign in as one of the roles without a mailbox.
create function public.demonstration_code(person_role text) returns table (email text, code text)
language plpgsql security definer set search_path = '' as $$
declare
  address text := 'demo-' || person_role || '@keimzelle.invalid';
begin
  if not (select demonstration from public.publication) then return; end if;
  update public.profiles p set role = person_role from auth.users u where u.id = p.user_id and u.email = address;
  return query select address, (
    select o.data ->> 'code' from private.outbox o where o.recipient = address and o.template = 'sign-in'
    order by o.created_at desc limit 1);
  delete from private.outbox o where o.recipient = address;
end $$;
comment on function public.demonstration_code(text) is
  'For the embedded demonstration alone: the address of a role''s account and the code last sent to it; no row once real data is in.';

create function private.demonstration_end_accounts() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if old.demonstration and not new.demonstration then
    delete from auth.users where email like 'demo-%@keimzelle.invalid';
  end if;
  return null;
end $$;
create trigger publication_end_accounts after update of demonstration on public.publication
  for each row execute function private.demonstration_end_accounts();

-- ---------------------------------------------------------------- one's own data

-- Signing in proves the address, so a space offered under it is that person's.
create function private.own_entries() returns table (
  kind text, slug text, name text, status text, state text, confirmed_on date, proposed boolean, offered boolean, created_at timestamptz)
language sql stable security definer set search_path = '' as $$
  with mine as (
    select p.business_id, p.space_id, true as proposed, false as offered from public.proposals p
    where p.proposer_id = (select auth.uid()) and p.type = 'new' and p.state = 'accepted'
    union all
    select null, o.space_id, false, true from private.offerers o
    join auth.users u on u.id = (select auth.uid()) and lower(u.email) = lower(o.email)
  ), once as (
    select m.business_id, m.space_id, bool_or(m.proposed) as proposed, bool_or(m.offered) as offered from mine m
    where num_nonnulls(m.business_id, m.space_id) = 1 group by 1, 2
  )
  select 'business', b.slug, b.name, b.status, null, b.confirmed_on, o.proposed, o.offered, b.created_at
  from once o join public.businesses b on b.id = o.business_id
  union all
  select 'space', s.slug, s.name, s.status, s.state, s.confirmed_on, o.proposed, o.offered, s.created_at
  from once o join public.spaces s on s.id = o.space_id
$$;
comment on function private.own_entries() is
  'Entries that came from accepted proposals of the signed-in person, and spaces offered under that person''s address.';
revoke execute on function private.own_entries() from public;

create function public.my_entries() returns table (
  kind text, slug text, name text, status text, state text, confirmed_on date, proposed boolean, offered boolean, created_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select e.kind, e.slug, e.name, e.status, e.state, e.confirmed_on, e.proposed, e.offered, e.created_at
  from private.own_entries() e order by e.created_at desc, e.slug
$$;
comment on function public.my_entries() is 'The entries of the signed-in person, newest first; none for anybody else.';

create function public.my_data() returns text
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'account', (select jsonb_build_object('email', u.email, 'created_at', p.created_at, 'role', p.role)
      from public.profiles p join auth.users u on u.id = p.user_id where p.user_id = (select auth.uid())),
    'proposals', (select coalesce(jsonb_agg(to_jsonb(p) - 'token_hash' - 'location' || jsonb_build_object(
        'contact_name', c.name, 'contact_email', c.email,
        'photos', (select coalesce(jsonb_agg(to_jsonb(f) - 'proposal_id' order by f.position), '[]')
          from public.photos f where f.proposal_id = p.id)) order by p.created_at), '[]')
      from public.proposals p left join private.contacts c on c.proposal_id = p.id where p.proposer_id = (select auth.uid())),
    'entries', (select coalesce(jsonb_agg(to_jsonb(e) order by e.created_at, e.slug), '[]') from private.own_entries() e),
    'offers', (select coalesce(jsonb_agg(jsonb_build_object('space', s.slug, 'name', o.name, 'email', o.email, 'locale', o.locale,
        'asked_at', o.asked_at) order by s.slug), '[]')
      from private.offerers o join public.spaces s on s.id = o.space_id
      join auth.users u on u.id = (select auth.uid()) and lower(u.email) = lower(o.email)),
    'areas', (select coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'outline', extensions.st_asgeojson(a.outline, 7)::jsonb,
        'is_shared', a.is_shared, 'version', a.version, 'created_at', a.created_at, 'updated_at', a.updated_at)
        order by a.created_at, a.id), '[]')
      from public.areas a where a.owner_id = (select auth.uid())),
    'imports', (select coalesce(jsonb_agg(jsonb_build_object('file', j.file_name, 'state', j.state, 'created_at', j.created_at) || j.typed
        order by j.created_at), '[]')
      from private.import_jobs j where j.person_id = (select auth.uid()))
  )::text
$$;
comment on function public.my_data() is 'All that is stored of the signed-in person, as JSON text.';

-- Two admins who leave at the same moment wait for each other, as changes of roles do: else each sees the other and no admin is left.
create function public.delete_me() returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  if me is null then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended('roles', 0));
  if private.current_role() = 'admin' and (select count(*) from public.profiles where role = 'admin') = 1 then return false; end if;
  perform private.audit('account.delete', 'account', me::text);
  delete from private.contacts c using public.proposals p where p.id = c.proposal_id and p.proposer_id = me;
  delete from private.offerers o using auth.users u where u.id = me and lower(u.email) = lower(o.email);
  delete from auth.users where id = me;
  return true;
end $$;
comment on function public.delete_me() is
  'Deletes the signed-in account, its contacts and what it is known to offer; proposals stay without a person. False for the last admin.';

-- ---------------------------------------------------------------- retention

create function public.purge_expired() returns table (contacts bigint, mails bigint, tokens bigint)
language sql security definer set search_path = '' as $$
  with c as (
    delete from private.contacts k using public.proposals p
    where p.id = k.proposal_id and p.answered_at < now() - interval '90 days' returning 1
  ), m as (
    delete from private.outbox where created_at < now() - interval '90 days' or (state = 'sent' and sent_at < now() - interval '30 days') returning 1
  ), t as (
    delete from private.tokens where expires_at < now() - interval '7 days' returning 1
  ), unconfirmed as (
    delete from public.proposals where awaits_confirmation and created_at < now() - interval '7 days' returning 1
  ), hits as (
    delete from private.rate_hits where at < now() - interval '1 day' returning 1
  ), challenges as (
    delete from private.spent_challenges where expires_at < now() returning 1
  ), keys as (
    delete from private.idempotency_keys where created_at < now() - interval '2 days' returning 1
  )
  select (select count(*) from c), (select count(*) from m), (select count(*) from t)
$$;
comment on function public.purge_expired() is 'Removes what has served its purpose: contacts 90 days after the answer, old mail, tokens, hits.';

-- ---------------------------------------------------------------- rights

revoke execute on function public.seed_demonstration(text), public.end_demonstration(), public.demonstration_code(text),
  public.purge_expired() from public, anon, authenticated;
grant execute on function public.seed_demonstration(text), public.end_demonstration(), public.demonstration_code(text),
  public.purge_expired() to service_role;
revoke execute on function public.my_entries(), public.my_data(), public.delete_me() from public, anon, service_role;
grant execute on function public.my_entries(), public.my_data(), public.delete_me() to authenticated;
