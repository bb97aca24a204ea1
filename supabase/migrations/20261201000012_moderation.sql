-- What moderators do: decide about proposals, look at what waits, and edit entries. Every function asks for the role itself, since all
-- of them run with their owner's rights.

-- ---------------------------------------------------------------- deciding

create function public.staff_decide(payload text) returns table (outcome text, state text, decided_by text, entry_slug text)
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  decision text := document ->> 'decision';
  fields jsonb := coalesce(document -> 'fields', '{}');
  proposed jsonb;
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
    if p.type in ('new', 'change') then
      proposed := p.payload - 'is_offerer';
      perform private.entry_check_fields(p.kind, 'proposal', private.entry_place_as_ewkt(proposed));
      fields := proposed || case p.type when 'new' then '{"status": "published"}'::jsonb else '{}' end || fields;
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
  'Takes {reference, revision, decision (accept, decline, ask, take), answer, fields, mail}. One decision per revision: a later one gets
  conflict with the state and who decided.';

-- ---------------------------------------------------------------- the queue

create view private.staff_proposal_rows as
select p.reference, p.type, p.kind, p.state, p.revision, p.payload::text as payload, p.note, p.question, p.answer, p.locale,
  extensions.st_x(p.location::extensions.geometry) as lng, extensions.st_y(p.location::extensions.geometry) as lat,
  coalesce(b.slug, s.slug) as entry_slug, coalesce(b.name, s.name) as entry_name, c.proposal_id is not null as has_contact,
  p.created_at, p.updated_at, u.email::text as decided_by
from public.proposals p
left join public.businesses b on b.id = p.business_id
left join public.spaces s on s.id = p.space_id
left join private.contacts c on c.proposal_id = p.id
left join auth.users u on u.id = p.decided_by
where not p.awaits_confirmation;
comment on view private.staff_proposal_rows is 'Proposals as moderators see them; without those whose mail address is not confirmed.';
revoke all on private.staff_proposal_rows from public, anon, authenticated;

create function public.staff_proposals(wanted_state text, after_created timestamptz, after_reference text, most integer) returns table (
  reference text, type text, kind text, state text, revision integer, payload text, note text, question text, answer text,
  locale text, lng double precision, lat double precision, entry_slug text, entry_name text, has_contact boolean,
  created_at timestamptz, updated_at timestamptz, decided_by text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query select r.* from private.staff_proposal_rows r
  where (wanted_state is null or (wanted_state = 'open' and r.state in ('received', 'in_review')) or r.state = wanted_state)
    and (after_created is null or (r.created_at, r.reference) > (after_created, coalesce(after_reference, '')))
  order by r.created_at, r.reference limit least(greatest(most, 1), 500);
end $$;
comment on function public.staff_proposals(text, timestamptz, text, integer) is
  'The queue, oldest first, after a moment and reference; open, one state, or all (null).';

create function public.staff_proposal(wanted text) returns table (
  reference text, type text, kind text, state text, revision integer, payload text, note text, question text, answer text,
  locale text, lng double precision, lat double precision, entry_slug text, entry_name text, has_contact boolean,
  created_at timestamptz, updated_at timestamptz, decided_by text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query select r.* from private.staff_proposal_rows r where r.reference = wanted;
end $$;
comment on function public.staff_proposal(text) is 'One proposal by its reference.';

create function public.staff_contact(wanted text) returns table (name text, email text, confirmed_at timestamptz)
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query select c.name, c.email, c.confirmed_at
  from private.contacts c join public.proposals p on p.id = c.proposal_id where p.reference = wanted;
end $$;
comment on function public.staff_contact(text) is 'Who proposed, for the moderator who decides.';

create function public.staff_counts() returns table (proposals bigint, candidates bigint)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query select
    (select count(*) from public.proposals p where p.state in ('received', 'in_review') and not p.awaits_confirmation),
    (select count(*) from public.businesses b where b.status = 'candidate')
      + (select count(*) from public.spaces s where s.status = 'candidate');
end $$;
comment on function public.staff_counts() is 'How many proposals are open, and how many imported entries wait.';

create function public.staff_candidates(after_created timestamptz, after_slug text, most integer) returns table (
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
  ) c
  where after_created is null or (c.created_at, c.slug) > (after_created, coalesce(after_slug, ''))
  order by c.created_at, c.slug limit least(greatest(most, 1), 500);
end $$;
comment on function public.staff_candidates(timestamptz, text, integer) is
  'Imported entries that wait for a moderator, oldest first, after a moment and slug: an import''s rows share their moment.';

-- ---------------------------------------------------------------- entries

create function public.staff_entries(words text, most integer) returns table (
  kind text, slug text, name text, status text, address text, updated_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare
  pattern text := '%' || replace(replace(replace(coalesce(words, ''), '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  perform private.require_role('moderator', 'admin');
  return query
  select e.kind, e.slug, e.name, e.status, e.address, e.updated_at from (
    select 'business'::text as kind, b.slug, b.name, b.status, b.address, b.updated_at from public.businesses b
    where b.name ilike pattern or b.address ilike pattern or b.slug = words
    union all
    select 'space', s.slug, s.name, s.status, s.address, s.updated_at from public.spaces s
    where s.name ilike pattern or s.address ilike pattern or s.slug = words
  ) e order by e.updated_at desc, e.slug limit least(greatest(most, 1), 200);
end $$;
comment on function public.staff_entries(text, integer) is
  'Entries of every status whose name or address holds the words, lately changed first.';

create function public.staff_nearby(lng double precision, lat double precision, most integer) returns table (
  kind text, slug text, name text, status text, address text, meters double precision, entry_lng double precision, entry_lat double precision)
language plpgsql stable security definer set search_path = '' as $$
declare
  origin extensions.geography := extensions.st_setsrid(extensions.st_makepoint(lng, lat), 4326)::extensions.geography;
  wanted integer := least(greatest(most, 1), 50);
begin
  perform private.require_role('moderator', 'admin');
  return query
  select n.kind, n.slug, n.name, n.status, n.address, n.meters,
    extensions.st_x(n.location::extensions.geometry), extensions.st_y(n.location::extensions.geometry)
  from (
    (select 'business'::text as kind, b.slug, b.name, b.status, b.address, extensions.st_distance(b.location, origin) as meters, b.location
      from public.businesses b where extensions.st_dwithin(b.location, origin, 1000) and b.status <> 'withdrawn' order by 6 limit wanted)
    union all
    (select 'space', s.slug, s.name, s.status, s.address, extensions.st_distance(s.location, origin), s.location
      from public.spaces s where extensions.st_dwithin(s.location, origin, 1000) and s.status <> 'withdrawn' order by 6 limit wanted)
  ) n order by n.meters, n.slug limit wanted;
end $$;
comment on function public.staff_nearby(double precision, double precision, integer) is
  'Entries within a kilometre of a place, nearest first, with their true places: for staff, who look for duplicates.';

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

-- ---------------------------------------------------------------- rights

revoke execute on function public.staff_decide(text), public.staff_proposals(text, timestamptz, text, integer),
  public.staff_proposal(text), public.staff_contact(text), public.staff_counts(), public.staff_candidates(timestamptz, text, integer),
  public.staff_entries(text, integer), public.staff_nearby(double precision, double precision, integer), public.staff_entry(text),
  public.staff_save_entry(text), public.staff_merge(text), public.staff_history(text, text)
  from public, anon, service_role;
grant execute on function public.staff_decide(text), public.staff_proposals(text, timestamptz, text, integer),
  public.staff_proposal(text), public.staff_contact(text), public.staff_counts(), public.staff_candidates(timestamptz, text, integer),
  public.staff_entries(text, integer), public.staff_nearby(double precision, double precision, integer), public.staff_entry(text),
  public.staff_save_entry(text), public.staff_merge(text), public.staff_history(text, text)
  to authenticated;
