-- What the pages of moderators ask for beside deciding: one proposal, the queue page by page, what lies near by, entries by name.

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

-- Many proposals of one transaction share their moment, so the reference takes part in the order.
drop function public.staff_proposals(text, timestamptz, integer);
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

create function public.staff_nearby(lng double precision, lat double precision, most integer) returns table (
  kind text, slug text, name text, status text, address text, meters double precision)
language plpgsql stable security definer set search_path = '' as $$
declare
  origin extensions.geography := extensions.st_setsrid(extensions.st_makepoint(lng, lat), 4326)::extensions.geography;
  wanted integer := least(greatest(most, 1), 50);
begin
  perform private.require_role('moderator', 'admin');
  return query
  select n.kind, n.slug, n.name, n.status, n.address, n.meters from (
    (select 'business'::text as kind, b.slug, b.name, b.status, b.address, extensions.st_distance(b.location, origin) as meters
      from public.businesses b where extensions.st_dwithin(b.location, origin, 1000) and b.status <> 'withdrawn' order by 6 limit wanted)
    union all
    (select 'space', s.slug, s.name, s.status, s.address, extensions.st_distance(s.location, origin)
      from public.spaces s where extensions.st_dwithin(s.location, origin, 1000) and s.status <> 'withdrawn' order by 6 limit wanted)
  ) n order by n.meters, n.slug limit wanted;
end $$;
comment on function public.staff_nearby(double precision, double precision, integer) is
  'Entries within a kilometre of a place, nearest first, by their true places: for staff, who look for duplicates.';

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

do $$
declare
  target text;
begin
  for target in select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname like 'staff\_%' loop
    execute format('revoke execute on function %s from public, anon, service_role', target);
    execute format('grant execute on function %s to authenticated', target);
  end loop;
end $$;
