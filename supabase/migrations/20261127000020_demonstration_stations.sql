-- The demonstration gets stations, so that the distance to the nearest one has a value; they leave with it.

create or replace function public.seed_demonstration(payload text) returns void
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
  'Lays invented entries, rough districts and stations in one transaction.';

create or replace function public.end_demonstration() returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.businesses b using public.sources s where s.key = b.source_key and s.is_demonstration;
  delete from public.spaces r using public.sources s where s.key = r.source_key and s.is_demonstration;
  delete from public.districts where is_demonstration;
  delete from public.context_places c using public.sources s where s.key = c.source_key and s.is_demonstration;
  delete from public.source_records r using public.sources s where s.key = r.source_key and s.is_demonstration;
  update public.publication set demonstration = false where demonstration;
end $$;
