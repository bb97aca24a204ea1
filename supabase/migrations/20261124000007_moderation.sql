-- What moderators and admins do. Every function asks for the role itself, since they all run with their owner's rights.

-- ---------------------------------------------------------------- writing an entry

-- Takes only fields that stand in the list of columns; what is not named stays as it is.
create function private.entry_write(entry_kind text, target uuid, fields jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  entry_id uuid := coalesce(target, gen_random_uuid());
  entry_slug text;
  place extensions.geography := case when fields ->> 'lng' is not null then extensions.st_setsrid(extensions.st_makepoint(
    (fields ->> 'lng')::float8, (fields ->> 'lat')::float8), 4326)::extensions.geography end;
begin
  if target is null then
    entry_slug := coalesce(nullif(trim(both '-' from left(regexp_replace(
      translate(replace(replace(replace(replace(lower(coalesce(fields ->> 'name', '')), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),
        'áàâéèêíìîóòôúùûçñ', 'aaaeeeiiiooouuucn'), '[^a-z0-9]+', '-', 'g'), 80)), ''), 'eintrag')
      || '-' || substr(replace(entry_id::text, '-', ''), 1, 10);
    if entry_kind = 'business' then
      insert into public.businesses (id, slug, name, status, source_key)
      values (entry_id, entry_slug, fields ->> 'name', 'candidate', 'proposals');
    else
      insert into public.spaces (id, slug, name, status, source_key)
      values (entry_id, entry_slug, coalesce(fields ->> 'name', 'Leerstand'), 'candidate', 'proposals');
    end if;
  end if;

  if entry_kind = 'business' then
    update public.businesses b set
      name = case when fields ? 'name' then n.name else b.name end,
      summary = case when fields ? 'summary' then coalesce(n.summary, '') else b.summary end,
      services = case when fields ? 'services' then coalesce(n.services, '{}') else b.services end,
      website = case when fields ? 'website' then n.website else b.website end,
      address = case when fields ? 'address' then n.address else b.address end,
      location = case when fields ? 'lng' then place else b.location end,
      disclosure = case when fields ? 'disclosure' then n.disclosure else b.disclosure end,
      status = case when fields ? 'status' then n.status else b.status end,
      verified = case when fields ? 'verified' then n.verified else b.verified end,
      confirmed_on = case when fields ? 'confirmed_on' then n.confirmed_on else b.confirmed_on end,
      confirmed_by = case when fields ? 'confirmed_by' then n.confirmed_by else b.confirmed_by end
    from jsonb_populate_record(null::public.businesses, fields) n where b.id = entry_id;
    if fields ? 'disciplines' then
      delete from public.business_disciplines d where d.business_id = entry_id;
      insert into public.business_disciplines (business_id, discipline_code, role)
      select entry_id, code, case nth when 1 then 'primary' else 'secondary' end
      from jsonb_array_elements_text(fields -> 'disciplines') with ordinality as d (code, nth);
    end if;
  else
    update public.spaces s set
      name = case when fields ? 'name' then n.name else s.name end,
      summary = case when fields ? 'summary' then coalesce(n.summary, '') else s.summary end,
      services = case when fields ? 'services' then coalesce(n.services, '{}') else s.services end,
      website = case when fields ? 'website' then n.website else s.website end,
      address = case when fields ? 'address' then n.address else s.address end,
      location = case when fields ? 'lng' then place else s.location end,
      disclosure = case when fields ? 'disclosure' then n.disclosure else s.disclosure end,
      status = case when fields ? 'status' then n.status else s.status end,
      use = case when fields ? 'use' then n.use else s.use end,
      state = case when fields ? 'state' then n.state else s.state end,
      certainty = case when fields ? 'certainty' then n.certainty else s.certainty end,
      area_square_meters = case when fields ? 'area_square_meters' then n.area_square_meters else s.area_square_meters end,
      floor = case when fields ? 'floor' then n.floor else s.floor end,
      ceiling_height_meters = case when fields ? 'ceiling_height_meters' then n.ceiling_height_meters else s.ceiling_height_meters end,
      rent_class = case when fields ? 'rent_class' then n.rent_class else s.rent_class end,
      available_from = case when fields ? 'available_from' then n.available_from else s.available_from end,
      available_until = case when fields ? 'available_until' then n.available_until else s.available_until end,
      shortest_term_months = case when fields ? 'shortest_term_months' then n.shortest_term_months else s.shortest_term_months end,
      longest_term_months = case when fields ? 'longest_term_months' then n.longest_term_months else s.longest_term_months end,
      permitted_use = case when fields ? 'permitted_use' then n.permitted_use else s.permitted_use end,
      former_use = case when fields ? 'former_use' then n.former_use else s.former_use end,
      step_free = case when fields ? 'step_free' then n.step_free else s.step_free end,
      noise_allowed = case when fields ? 'noise_allowed' then n.noise_allowed else s.noise_allowed end,
      power = case when fields ? 'power' then n.power else s.power end,
      water = case when fields ? 'water' then n.water else s.water end,
      heating = case when fields ? 'heating' then n.heating else s.heating end,
      internet = case when fields ? 'internet' then n.internet else s.internet end,
      loading_access = case when fields ? 'loading_access' then n.loading_access else s.loading_access end,
      street_windows = case when fields ? 'street_windows' then n.street_windows else s.street_windows end,
      vacant_since = case when fields ? 'vacant_since' then n.vacant_since else s.vacant_since end,
      vacant_since_precision = case when fields ? 'vacant_since' then n.vacant_since_precision else s.vacant_since_precision end,
      confirmed_on = case when fields ? 'confirmed_on' then n.confirmed_on else s.confirmed_on end,
      confirmed_by = case when fields ? 'confirmed_by' then n.confirmed_by else s.confirmed_by end
    from jsonb_populate_record(null::public.spaces, fields) n where s.id = entry_id;
  end if;
  return entry_id;
end $$;
comment on function private.entry_write(text, uuid, jsonb) is
  'Creates (target null) or changes an entry; only known columns are taken, lng and lat become the place, disciplines the primary first.';

-- ---------------------------------------------------------------- deciding

create function public.staff_decide(payload text) returns table (outcome text, state text, decided_by text, entry_slug text)
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  decision text := document ->> 'decision';
  fields jsonb := coalesce(document -> 'fields', '{}');
  p public.proposals;
  entry uuid;
begin
  perform private.require_role('moderator', 'admin');
  if decision is null or decision not in ('accept', 'decline', 'ask', 'take') then
    raise exception 'unknown decision' using errcode = '22023', hint = 'accept, decline, ask or take';
  end if;
  select * into p from public.proposals q where q.reference = document ->> 'reference' for update;
  if not found then return; end if;
  if p.state not in ('received', 'in_review') or p.revision <> (document ->> 'revision')::integer then
    return query select 'conflict'::text, p.state, (select u.email::text from auth.users u where u.id = p.decided_by), null::text;
    return;
  end if;

  if decision = 'accept' then
    entry := coalesce(p.business_id, p.space_id);
    if p.type = 'new' then fields := p.payload || jsonb_build_object('status', 'published') || fields;
    elsif p.type = 'change' then fields := p.payload || fields;
    elsif fields = '{}' then fields := case
      when p.kind = 'business' then '{"status": "withdrawn"}'
      when p.type = 'closing' then '{"state": "let"}'
      else '{"state": "not_vacant"}' end;
    end if;
    if p.type in ('new', 'change') then
      fields := jsonb_build_object('confirmed_on', current_date, 'confirmed_by', 'moderator') || fields;
    end if;
    entry := private.entry_write(p.kind, entry, fields);
  elsif decision = 'decline' and p.type = 'objection' then
    update public.businesses set status = 'published' where id = p.business_id and status = 'hidden';
    update public.spaces set status = 'published' where id = p.space_id and status = 'hidden';
  end if;

  update public.proposals q set
    state = case decision when 'accept' then 'accepted' when 'decline' then 'declined' else 'in_review' end,
    answer = case when decision in ('accept', 'decline') then coalesce(document ->> 'answer', '') else q.answer end,
    question = case when decision = 'ask' then coalesce(document ->> 'answer', '') else q.question end,
    answered_at = case when decision in ('accept', 'decline') then now() end,
    business_id = case when p.kind = 'business' then coalesce(entry, q.business_id) end,
    space_id = case when p.kind = 'space' then coalesce(entry, q.space_id) end,
    decided_by = (select auth.uid()), revision = q.revision + 1, updated_at = now()
  where q.id = p.id;
  perform private.audit('proposal.' || decision, 'proposal', p.reference,
    jsonb_build_object('type', p.type, 'kind', p.kind, 'entry', coalesce(entry, p.business_id, p.space_id)));
  if decision in ('accept', 'decline', 'ask') then
    perform private.proposal_queue_mail(p.id, case decision when 'ask' then 'proposal-question' else 'proposal-answered' end,
      coalesce(document -> 'mail', '{}') || jsonb_build_object('decision', decision, 'answer', coalesce(document ->> 'answer', '')));
  end if;
  return query select 'decided'::text, (select q.state from public.proposals q where q.id = p.id), null::text,
    coalesce((select b.slug from public.businesses b where b.id = entry), (select s.slug from public.spaces s where s.id = entry));
end $$;
comment on function public.staff_decide(text) is
  'Takes {reference, revision, decision (accept, decline, ask, take), answer, fields, mail}. One decision per revision: whoever comes later gets
  conflict with the state and who decided.';

-- ---------------------------------------------------------------- looking

create function public.staff_proposals(wanted_state text, after_created timestamptz, most integer) returns table (
  reference text, type text, kind text, state text, revision integer, payload text, note text, question text, answer text,
  locale text, lng double precision, lat double precision, entry_slug text, entry_name text, has_contact boolean,
  created_at timestamptz, updated_at timestamptz, decided_by text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query
  select p.reference, p.type, p.kind, p.state, p.revision, p.payload::text, p.note, p.question, p.answer, p.locale,
    extensions.st_x(p.location::extensions.geometry), extensions.st_y(p.location::extensions.geometry),
    coalesce(b.slug, s.slug), coalesce(b.name, s.name), c.proposal_id is not null, p.created_at, p.updated_at, u.email::text
  from public.proposals p
  left join public.businesses b on b.id = p.business_id
  left join public.spaces s on s.id = p.space_id
  left join private.contacts c on c.proposal_id = p.id
  left join auth.users u on u.id = p.decided_by
  where not p.awaits_confirmation
    and (wanted_state is null or (wanted_state = 'open' and p.state in ('received', 'in_review')) or p.state = wanted_state)
    and (after_created is null or p.created_at > after_created)
  order by p.created_at, p.id limit least(greatest(most, 1), 500);
end $$;
comment on function public.staff_proposals(text, timestamptz, integer) is 'The queue, oldest first; open, one state, or all (null).';

create function public.staff_contact(wanted text) returns table (name text, email text, confirmed_at timestamptz)
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query select c.name, c.email, c.confirmed_at
  from private.contacts c join public.proposals p on p.id = c.proposal_id where p.reference = wanted;
end $$;
comment on function public.staff_contact(text) is 'Who proposed, for the moderator who decides.';

create function public.staff_entry(wanted text) returns table (kind text, id uuid, entry text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query
  select 'business'::text, b.id, (to_jsonb(b) || jsonb_build_object(
    'lng', extensions.st_x(b.location::extensions.geometry), 'lat', extensions.st_y(b.location::extensions.geometry),
    'disciplines', (select jsonb_agg(d.discipline_code order by d.role, d.discipline_code)
      from public.business_disciplines d where d.business_id = b.id)))::text
  from public.businesses b where b.slug = wanted
  union all
  select 'space', s.id, (to_jsonb(s) || jsonb_build_object(
    'lng', extensions.st_x(s.location::extensions.geometry), 'lat', extensions.st_y(s.location::extensions.geometry)))::text
  from public.spaces s where s.slug = wanted;
end $$;
comment on function public.staff_entry(text) is 'All of an entry by its slug, the true place too, as JSON text.';

create function public.staff_candidates(most integer) returns table (
  kind text, slug text, name text, source_key text, lng double precision, lat double precision, created_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query
  select c.kind, c.slug, c.name, c.source_key, extensions.st_x(c.location::extensions.geometry),
    extensions.st_y(c.location::extensions.geometry), c.created_at
  from (
    select 'business'::text as kind, b.slug, b.name, b.source_key, b.location, b.created_at from public.businesses b where b.status = 'candidate'
    union all
    select 'space', s.slug, s.name, s.source_key, s.location, s.created_at from public.spaces s where s.status = 'candidate'
  ) c order by c.created_at, c.slug limit least(greatest(most, 1), 500);
end $$;
comment on function public.staff_candidates(integer) is 'Imported entries that wait for a moderator.';

-- ---------------------------------------------------------------- editing directly

create function public.staff_save_entry(payload text) returns table (outcome text, slug text)
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  entry_kind text := document ->> 'kind';
  target uuid;
  seen timestamptz;
begin
  perform private.require_role('moderator', 'admin');
  if document ->> 'slug' is not null then
    if entry_kind = 'business' then
      select b.id, b.updated_at into target, seen from public.businesses b where b.slug = document ->> 'slug' for update;
    else
      select s.id, s.updated_at into target, seen from public.spaces s where s.slug = document ->> 'slug' for update;
    end if;
    if target is null then return; end if;
    if seen is distinct from (document ->> 'updated_at')::timestamptz then
      return query select 'conflict'::text, document ->> 'slug';
      return;
    end if;
  end if;
  target := private.entry_write(entry_kind, target, document -> 'fields');
  return query select 'saved'::text,
    coalesce((select b.slug from public.businesses b where b.id = target), (select s.slug from public.spaces s where s.id = target));
end $$;
comment on function public.staff_save_entry(text) is
  'Takes {kind, slug (absent to create), updated_at (as it was read), fields}; conflict when somebody else has saved meanwhile.';

create function public.staff_merge(payload text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  kept uuid;
  gone uuid;
begin
  perform private.require_role('moderator', 'admin');
  if document ->> 'kind' = 'business' then
    select id into kept from public.businesses where slug = document ->> 'keep' for update;
    select id into gone from public.businesses where slug = document ->> 'remove' for update;
    if kept is null or gone is null or kept = gone then return false; end if;
    update public.source_records set business_id = kept, outcome = 'duplicate' where business_id = gone;
    update public.proposals set business_id = kept where business_id = gone;
    insert into public.business_disciplines (business_id, discipline_code, role)
    select kept, discipline_code, 'secondary' from public.business_disciplines where business_id = gone on conflict do nothing;
    update public.businesses set status = 'withdrawn' where id = gone;
  else
    select id into kept from public.spaces where slug = document ->> 'keep' for update;
    select id into gone from public.spaces where slug = document ->> 'remove' for update;
    if kept is null or gone is null or kept = gone then return false; end if;
    update public.source_records set space_id = kept, outcome = 'duplicate' where space_id = gone;
    update public.proposals set space_id = kept where space_id = gone;
    update public.spaces set status = 'withdrawn' where id = gone;
  end if;
  insert into private.merged_slugs (slug, kept_slug) values (document ->> 'remove', document ->> 'keep')
  on conflict (slug) do update set kept_slug = excluded.kept_slug;
  perform private.audit('entry.merge', document ->> 'kind', gone::text, jsonb_build_object('into', kept));
  return true;
end $$;
comment on function public.staff_merge(text) is
  'Takes {kind, keep, remove} (slugs): what points to the removed one points to the kept one, which gains its disciplines; the removed one is withdrawn.';

create table private.merged_slugs (
  slug text primary key,
  kept_slug text not null
);
comment on table private.merged_slugs is 'Where an entry went that was merged into another.';
alter table private.merged_slugs enable row level security;

create function public.staff_history(entry_kind text, wanted text) returns table (
  at timestamptz, actor text, before text, after text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query
  select r.at, u.email::text, r.before::text, r.after::text
  from private.revisions r left join auth.users u on u.id = r.actor
  where (entry_kind = 'business' and r.business_id = (select b.id from public.businesses b where b.slug = wanted))
    or (entry_kind = 'space' and r.space_id = (select s.id from public.spaces s where s.slug = wanted))
  order by r.id desc limit 200;
end $$;
comment on function public.staff_history(text, text) is 'The edits of an entry by people, newest first.';

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

-- ---------------------------------------------------------------- trying the roles on demonstration data

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

-- ---------------------------------------------------------------- one's own account

create function public.my_data() returns text
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'account', (select jsonb_build_object('email', u.email, 'created_at', p.created_at, 'role', p.role)
      from public.profiles p join auth.users u on u.id = p.user_id where p.user_id = (select auth.uid())),
    'proposals', (select coalesce(jsonb_agg(to_jsonb(p) - 'token_hash' - 'location' || jsonb_build_object(
        'contact_name', c.name, 'contact_email', c.email) order by p.created_at), '[]')
      from public.proposals p left join private.contacts c on c.proposal_id = p.id where p.proposer_id = (select auth.uid()))
  )::text
$$;
comment on function public.my_data() is 'All that is stored of the signed-in person, as JSON text.';

create function public.delete_me() returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  if me is null then return false; end if;
  if private.current_role() = 'admin' and (select count(*) from public.profiles where role = 'admin') = 1 then return false; end if;
  perform private.audit('account.delete', 'account', me::text);
  delete from private.contacts c using public.proposals p where p.id = c.proposal_id and p.proposer_id = me;
  delete from auth.users where id = me;
  return true;
end $$;
comment on function public.delete_me() is 'Deletes the signed-in account and its contacts; proposals stay without a person. False for the last admin.';

-- ---------------------------------------------------------------- what time takes away

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

-- ---------------------------------------------------------------- who may what

alter table public.proposals enable row level security;
alter table public.space_states enable row level security;
revoke all on public.proposals, public.space_states from anon, authenticated;
grant select, insert, update, delete on public.proposals, public.space_states to service_role;
grant select on public.space_states to anon, authenticated;
grant select (id, reference, type, kind, business_id, space_id, payload, note, state, awaits_confirmation, answer, question,
  locale, created_at, updated_at, answered_at) on public.proposals to authenticated;

do $$
declare
  target text;
begin
  for target in select tablename from pg_catalog.pg_tables where schemaname = 'private' loop
    execute format('alter table private.%I enable row level security', target);
    execute format('revoke all on private.%I from public, anon, authenticated', target);
  end loop;
  for target in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace
    and p.proname in ('proposal_repeats', 'proposal_submit', 'proposal_confirm', 'proposal_read', 'proposal_withdraw', 'proposal_reply', 'promise_role', 'purge_expired', 'demonstration_code')
  loop
    execute format('revoke execute on function %s from public, anon, authenticated', target);
    execute format('grant execute on function %s to service_role', target);
  end loop;
  for target in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace
    and (p.proname like 'staff\_%' or p.proname like 'admin\_%' or p.proname in ('my_data', 'delete_me'))
  loop
    execute format('revoke execute on function %s from public, anon, service_role', target);
    execute format('grant execute on function %s to authenticated', target);
  end loop;
end $$;
