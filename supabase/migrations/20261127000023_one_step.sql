-- Taking a proposal is one step. As four calls (repetition, limit, proof, storing) it cost four times what a call costs, which is more than what
-- the database does in it. What was a promise between calls is now one transaction: whoever is refused has used up one of their tries, and of
-- two that come at once under one key the second waits for the first instead of taking a try and spending a proof of its own.

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
revoke execute on function public.proposal_take(text) from public, anon, authenticated;
grant execute on function public.proposal_take(text) to service_role;

-- The only one who asked it was the step before that one.
drop function public.proposal_repeats(text, text);
