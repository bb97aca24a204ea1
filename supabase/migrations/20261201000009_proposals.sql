-- Proposals stand beside entries, never over them. Anybody sends one, moderators decide, and only a decision writes an entry.

insert into public.sources (key, title, license, attribution)
values ('proposals', 'Vorschläge aus der Stadt', 'CC-BY-4.0', 'Vorschlagende, geprüft von der Wirtschaftsförderung');

create table public.proposals (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (reference ~ '^KZ-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  type text not null check (type in ('new', 'change', 'objection', 'closing')),
  kind text not null check (kind in ('business', 'space')),
  business_id uuid references public.businesses (id) on delete set null,
  space_id uuid references public.spaces (id) on delete set null,
  payload jsonb not null check (jsonb_typeof(payload) = 'object' and length(payload::text) <= 40000),
  note text not null default '' check (length(note) <= 2000),
  location extensions.geography(point, 4326),
  state text not null default 'received' check (state in ('received', 'in_review', 'accepted', 'declined', 'withdrawn')),
  awaits_confirmation boolean not null default false,
  answer text not null default '' check (length(answer) <= 2000),
  question text not null default '' check (length(question) <= 2000),
  revision integer not null default 1,
  proposer_id uuid references auth.users (id) on delete set null,
  decided_by uuid references auth.users (id) on delete set null,
  locale text not null default 'de' check (locale in ('de', 'en')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  answered_at timestamptz,
  check (kind = 'business' or business_id is null),
  check (kind = 'space' or space_id is null),
  check ((answered_at is null) = (state in ('received', 'in_review')))
);
create index proposals_queue on public.proposals (state, created_at) where not awaits_confirmation;
create index proposals_location on public.proposals using gist (location);
create index proposals_business on public.proposals (business_id);
create index proposals_space on public.proposals (space_id);
create index proposals_proposer on public.proposals (proposer_id);
comment on table public.proposals is 'What visitors propose: kept beside the entry, never over it.';
comment on column public.proposals.awaits_confirmation is 'Sent without proof of work: it waits until the mail address is confirmed, unseen by moderators.';
comment on column public.proposals.revision is 'Rises with every step; a decision names the one it was made on, so that two moderators never overwrite each other.';

create table private.contacts (
  proposal_id uuid primary key references public.proposals (id) on delete cascade,
  name text check (length(name) <= 200),
  email text check (email ~ '^[^\s@<>,;:"]+@[^\s@<>,;:"]+$' and length(email) <= 320),
  confirmed_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table private.contacts is 'Who proposed, for staff only; goes 90 days after the answer.';

create table private.idempotency_keys (
  key text primary key check (length(key) between 1 and 200),
  body_hash text not null,
  reference text not null,
  created_at timestamptz not null default now()
);
comment on table private.idempotency_keys is 'A repeated request with the same key gets the first answer; with another body a conflict.';

create table private.tokens (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  purpose text not null check (purpose in ('confirm_address', 'confirm_entry')),
  proposal_id uuid references public.proposals (id) on delete cascade,
  business_id uuid references public.businesses (id) on delete cascade,
  space_id uuid references public.spaces (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (num_nonnulls(proposal_id, business_id, space_id) = 1)
);
comment on table private.tokens is 'Hashes of single-use links in mails; a link opens a page, and only its button spends the token.';

alter table public.proposals enable row level security;
revoke all on public.proposals from anon, authenticated;
grant select, insert, update, delete on public.proposals to service_role;
grant select (id, reference, type, kind, business_id, space_id, payload, note, state, awaits_confirmation, answer, question,
  locale, created_at, updated_at, answered_at) on public.proposals to authenticated;
create policy "A person reads the own proposals" on public.proposals
  for select to authenticated using (proposer_id = (select auth.uid()));
alter table private.contacts enable row level security;
alter table private.idempotency_keys enable row level security;
alter table private.tokens enable row level security;
revoke all on private.contacts, private.idempotency_keys, private.tokens from public, anon, authenticated;

-- ---------------------------------------------------------------- what follows from one

create function private.proposal_queue_mail(target uuid, template text, data jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into private.outbox (recipient, locale, template, data)
  select c.email, p.locale, template, data || jsonb_build_object('reference', p.reference)
  from public.proposals p join private.contacts c on c.proposal_id = p.id
  where p.id = target and c.email is not null
$$;

-- Entries that several confirmed persons object to are hidden until a moderator has looked.
create function private.proposal_count_objections(target public.proposals) returns void
language plpgsql security definer set search_path = '' as $$
declare
  persons integer;
begin
  if target.type <> 'objection' then return; end if;
  select count(distinct coalesce(p.proposer_id::text, lower(c.email))) into persons
  from public.proposals p left join private.contacts c on c.proposal_id = p.id
  where p.type = 'objection' and p.state in ('received', 'in_review') and not p.awaits_confirmation
    and (p.business_id = target.business_id or p.space_id = target.space_id)
    and (p.proposer_id is not null or c.confirmed_at is not null);
  if persons < 3 then return; end if;
  update public.businesses set status = 'hidden' where id = target.business_id and status = 'published';
  update public.spaces set status = 'hidden' where id = target.space_id and status = 'published';
end $$;

-- At most one mail an hour notifies the moderators that a proposal waits.
create function private.proposal_notify_moderators() returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from private.outbox where template = 'moderators-new' and created_at > now() - interval '1 hour') then
    insert into private.outbox (recipient, locale, template)
    select u.email, 'de', 'moderators-new'
    from public.profiles p join auth.users u on u.id = p.user_id
    where p.role in ('moderator', 'admin') and u.email is not null;
  end if;
end $$;

-- ---------------------------------------------------------------- sending one

create function private.proposal_store(payload text) returns table (outcome text, reference text)
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  known private.idempotency_keys;
  stored public.proposals;
begin
  if document ->> 'idempotency_key' is not null then
    perform pg_advisory_xact_lock(hashtextextended('proposal/' || (document ->> 'idempotency_key'), 0));
    select * into known from private.idempotency_keys k where k.key = document ->> 'idempotency_key';
    if found then
      return query select case known.body_hash when document ->> 'body_hash' then 'repeated' else 'conflict' end, known.reference;
      return;
    end if;
  end if;

  insert into public.proposals (reference, token_hash, type, kind, business_id, space_id, payload, note, location,
    awaits_confirmation, proposer_id, locale)
  values (document ->> 'reference', document ->> 'token_hash', document ->> 'type', document ->> 'kind',
    (select b.id from public.businesses b where b.slug = document ->> 'target' and document ->> 'kind' = 'business'),
    (select s.id from public.spaces s where s.slug = document ->> 'target' and document ->> 'kind' = 'space'),
    document -> 'payload', coalesce(document ->> 'note', ''),
    case when document ->> 'lng' is not null then extensions.st_setsrid(extensions.st_makepoint(
      (document ->> 'lng')::float8, (document ->> 'lat')::float8), 4326)::extensions.geography end,
    coalesce((document ->> 'awaits_confirmation')::boolean, false),
    (document ->> 'proposer_id')::uuid, document ->> 'locale')
  returning * into stored;
  if stored.type <> 'new' and stored.business_id is null and stored.space_id is null then
    raise exception 'the entry is not known' using errcode = '23503', hint = 'target';
  end if;

  if document ->> 'contact_name' is not null or document ->> 'contact_email' is not null then
    insert into private.contacts (proposal_id, name, email)
    values (stored.id, document ->> 'contact_name', document ->> 'contact_email');
  end if;
  if document ->> 'confirmation_hash' is not null then
    insert into private.tokens (hash, purpose, proposal_id, expires_at)
    values (document ->> 'confirmation_hash', 'confirm_address', stored.id, now() + interval '24 hours');
  end if;
  perform private.proposal_queue_mail(stored.id,
    case when stored.awaits_confirmation then 'proposal-confirm' else 'proposal-received' end,
    coalesce(document -> 'mail', '{}'));
  if not stored.awaits_confirmation then
    perform private.proposal_count_objections(stored);
    perform private.proposal_notify_moderators();
  end if;
  if document ->> 'idempotency_key' is not null then
    insert into private.idempotency_keys (key, body_hash, reference)
    values (document ->> 'idempotency_key', document ->> 'body_hash', stored.reference);
  end if;
  return query select 'stored'::text, stored.reference;
end $$;
comment on function private.proposal_store(text) is
  'Takes {reference, token_hash, type, kind, target (slug), payload, note, lng, lat, awaits_confirmation, proposer_id, locale, contact_name,
  contact_email, confirmation_hash, mail, idempotency_key, body_hash}, checked by the server; stores proposal, contact and mail in one
  transaction. Returns stored, repeated or conflict.';
revoke execute on function private.proposal_store(text) from public;

create function public.proposal_submit(payload text) returns table (outcome text, reference text)
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  photos jsonb := coalesce(nullif(document -> 'photos', 'null'), '[]');
  result record;
begin
  if document ->> 'idempotency_key' is not null then
    perform pg_advisory_xact_lock(hashtextextended('proposal/' || (document ->> 'idempotency_key'), 0));
  end if;
  -- A repetition finds its photos attached already, so only a new key looks for them.
  if not exists (select from private.idempotency_keys k where k.key = document ->> 'idempotency_key') then
    perform from public.photos f where f.id in (select (one ->> 'id')::uuid from jsonb_array_elements(photos) one) for update;
    if (select count(*) from public.photos f
        where f.id in (select (one ->> 'id')::uuid from jsonb_array_elements(photos) one)
          and num_nonnulls(f.proposal_id, f.business_id, f.space_id) = 0) < jsonb_array_length(photos) then
      return query select 'unknown-photo'::text, null::text;
      return;
    end if;
  end if;
  select * into result from private.proposal_store(payload);
  if result.outcome = 'stored' then
    perform private.photo_attach(one, (select p.id from public.proposals p where p.reference = result.reference), nth::integer)
    from jsonb_array_elements(photos) with ordinality as given (one, nth);
  end if;
  return query select result.outcome, result.reference;
end $$;
comment on function public.proposal_submit(text) is
  'Takes what private.proposal_store takes, and photos ([{id, author, license, alt_text}]); all in one transaction. Returns stored, repeated,
  conflict or unknown-photo.';

-- Taking a proposal is one call and one transaction: a refused sender has used up a try, and of two requests that come at once under
-- one key the second waits for the first instead of taking a try and spending a proof of its own.
create function public.proposal_take(payload text) returns table (outcome text, reference text, wait_seconds integer)
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  key text := document ->> 'idempotency_key';
  earlier record;
  wait integer;
  place jsonb;
begin
  if key is not null then
    perform pg_advisory_xact_lock(hashtextextended('proposal/' || key, 0));
    select k.body_hash, k.reference into earlier from private.idempotency_keys k where k.key = document ->> 'idempotency_key';
    if found then
      return query select case earlier.body_hash when document ->> 'body_hash' then 'repeated' else 'conflict' end, earlier.reference, 0;
      return;
    end if;
  end if;

  wait := public.rate_take(document #>> '{rate,bucket}', (document #>> '{rate,most}')::integer,
    (document #>> '{rate,window_seconds}')::integer);
  if wait > 0 then
    return query select 'too-many'::text, null::text, wait;
    return;
  end if;
  if document ->> 'standing' = 'none' or (document ->> 'standing' = 'proof'
      and not public.challenge_spend(document #>> '{challenge,id}', (document #>> '{challenge,expires}')::timestamptz)) then
    return query select 'proof-needed'::text, null::text, 0;
    return;
  end if;

  -- Where no place is given it is that of the address; without either a moderator finds it.
  if document ->> 'lng' is null and jsonb_typeof(document -> 'sought') = 'object' then
    place := public.geocode_addresses(jsonb_build_object('rows', jsonb_build_array(document -> 'sought'))::text) -> 0;
    if place is not null then
      place := place - 'nth';
      document := document || place || jsonb_build_object('payload', (document -> 'payload') || place);
    end if;
  end if;
  begin
    return query select s.outcome, s.reference, 0 from public.proposal_submit(document::text) s;
  exception when foreign_key_violation then
    return query select 'unknown-entry'::text, null::text, 0;
  end;
end $$;
comment on function public.proposal_take(text) is
  'Takes what proposal_submit takes, and rate ({bucket, most, window_seconds}), standing (session, proof, address or none), challenge ({id,
  expires} of a proof whose answer is right) and sought (a row for geocode_addresses, where no place is given). In this order: repetition,
  limit, proof, storing. Returns stored, repeated, conflict, too-many, proof-needed, unknown-entry or unknown-photo.';

-- ---------------------------------------------------------------- by its link

create function public.proposal_confirm(token text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  spent private.tokens;
  stored public.proposals;
begin
  update private.tokens set used_at = now()
  where hash = token and purpose = 'confirm_address' and used_at is null and expires_at > now()
  returning * into spent;
  if not found then return null; end if;
  update private.contacts set confirmed_at = now() where proposal_id = spent.proposal_id;
  update public.proposals set awaits_confirmation = false, updated_at = now() where id = spent.proposal_id returning * into stored;
  perform private.proposal_count_objections(stored);
  perform private.proposal_notify_moderators();
  return stored.reference;
end $$;
comment on function public.proposal_confirm(text) is 'Takes the hash of a mailed token; spends it once and returns the reference, or null.';

create function public.proposal_read(wanted text, token text) returns table (
  reference text, type text, kind text, state text, awaits_confirmation boolean, answer text, question text,
  created_at timestamptz, answered_at timestamptz, entry_slug text, revision integer)
language sql stable security definer set search_path = '' as $$
  select p.reference, p.type, p.kind, p.state, p.awaits_confirmation, p.answer, p.question, p.created_at, p.answered_at,
    coalesce((select b.slug from public.businesses b where b.id = p.business_id and b.status = 'published'),
      (select s.slug from public.spaces s where s.id = p.space_id and s.status = 'published')), p.revision
  from public.proposals p where p.reference = wanted and p.token_hash = token
$$;
comment on function public.proposal_read(text, text) is 'What the reference link shows; needs the hash of the link''s token.';

create function public.proposal_withdraw(wanted text, token text) returns boolean
language sql security definer set search_path = '' as $$
  with gone as (
    update public.proposals set state = 'withdrawn', answered_at = now(), updated_at = now(), revision = revision + 1
    where reference = wanted and token_hash = token and state in ('received', 'in_review') returning id
  ) select exists (select from gone)
$$;
comment on function public.proposal_withdraw(text, text) is 'The proposer takes it back, as long as it is not answered.';

create function public.proposal_reply(wanted text, token text, words text) returns boolean
language sql security definer set search_path = '' as $$
  with replied as (
    update public.proposals set note = left(trim(note || E'\n\n' || words), 2000), question = '', state = 'received',
      updated_at = now(), revision = revision + 1
    where reference = wanted and token_hash = token and state = 'in_review' and question <> '' returning id
  ) select exists (select from replied)
$$;
comment on function public.proposal_reply(text, text, text) is 'The proposer answers what a moderator asked back.';

revoke execute on function public.proposal_submit(text), public.proposal_take(text), public.proposal_confirm(text),
  public.proposal_read(text, text), public.proposal_withdraw(text, text), public.proposal_reply(text, text, text)
  from public, anon, authenticated;
grant execute on function public.proposal_submit(text), public.proposal_take(text), public.proposal_confirm(text),
  public.proposal_read(text, text), public.proposal_withdraw(text, text), public.proposal_reply(text, text, text)
  to service_role;
