-- A row whose entry staff has merged into another stays with that one when its source changes it. Else the duplicate would come back
-- with the next import. Such a row has said something, as only a row with an entry of its own does.

create or replace function private.incoming_compare(source text, is_public boolean, entries jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  drop table if exists pg_temp.incoming;
  create temp table incoming on commit drop as
  select
    i.*, not i.is_known as is_new, twin.id as twin_id,
    case when i.is_known then coalesce(i.business_id, i.space_id) else gen_random_uuid() end as entry_id,
    case
      when i.is_known and i.record_outcome = 'duplicate' or twin.id is not null then 'duplicates'
      when i.review and not (i.is_known and i.was_review) then 'review'
      when i.record_outcome is null then 'added'
      when not i.is_known or i.hash <> i.record_hash
        or (coalesce(b.location, s.location) is null and i.place is not null)
        or (coalesce(b.status, s.status) = 'candidate' and is_public and not i.review) then 'updated'
      else 'unchanged'
    end as outcome
  from (
    select e.*, r.hash as record_hash, r.outcome as record_outcome, r.review as was_review, r.business_id, r.space_id,
      r.ref is not null and r.kind = e.kind and (r.outcome = 'entry' or r.hash = e.hash or r.said is not null) as is_known,
      case when e.lng is not null then
        extensions.st_setsrid(extensions.st_makepoint(e.lng, e.lat), 4326)::extensions.geography end as place,
      case when e.kind = 'business' and e.matches_by_name and e.lng is not null then
        private.normalise_name(e.name) end as telling_name
    from (
      select row_number() over () as nth, e.* from jsonb_to_recordset(entries) as e (
        ref text, hash text, kind text, review boolean, matches_by_name boolean, slug text, name text, summary text,
        services text[], website text, address text, lng double precision, lat double precision, disclosure text,
        disciplines text[], wz_codes text[], verified boolean, use text, state text, certainty smallint,
        area_square_meters numeric, floor text, rent_class text, available_from date, former_use text,
        step_free boolean, vacant_since date, vacant_since_precision text, confirmed_on date, confirmed_by text)
    ) e
    left join public.source_records r on r.source_key = source and r.ref = e.ref
  ) i
  left join public.businesses b on b.id = i.business_id and i.record_outcome = 'entry'
  left join public.spaces s on s.id = i.space_id
  left join lateral (
    select t.id from public.businesses t
    where not i.is_known and private.normalise_name(t.name) = i.telling_name
      and extensions.st_dwithin(t.location, i.place, 50)
    order by t.created_at, t.id limit 1
  ) twin on true;
end $$;
