-- What the filter of spaces asks joins the published columns: one reading of the view serves map, list, table and exports.

create or replace view public.entries with (security_invoker = true) as
select
  b.id, 'business'::text as kind, b.slug, b.name, b.summary, b.services, b.website,
  b.public_address as address, d.name as district,
  extensions.st_x(b.public_location::extensions.geometry) as lng,
  extensions.st_y(b.public_location::extensions.geometry) as lat,
  b.disclosure,
  (select array_agg(bd.discipline_code order by bd.role, p.position)
   from public.business_disciplines bd join public.disciplines p on p.code = bd.discipline_code
   where bd.business_id = b.id) as disciplines,
  case when b.verified then 'verified' else 'unverified' end as state,
  null::text as use, null::numeric as area_square_meters,
  b.confirmed_on, b.confirmed_by, s.title as source, b.source_key, s.license, s.license_url, s.attribution,
  null::boolean as step_free, null::date as available_from, null::text as rent_class
from public.businesses b
join public.sources s on s.key = b.source_key
left join public.districts d on d.id = b.public_district_id
where b.status = 'published'
union all
select
  r.id, 'space', r.slug, r.name, r.summary, r.services, r.website,
  r.public_address, d.name,
  extensions.st_x(r.public_location::extensions.geometry),
  extensions.st_y(r.public_location::extensions.geometry),
  r.disclosure, '{}'::text[], r.state, r.use, r.area_square_meters,
  r.confirmed_on, r.confirmed_by, s.title, r.source_key, s.license, s.license_url, s.attribution,
  r.step_free, r.available_from, r.rent_class
from public.spaces r
join public.sources s on s.key = r.source_key
left join public.districts d on d.id = r.public_district_id
where r.status = 'published' and r.state not in ('let', 'not_vacant', 'demolished');
