-- Photos of entries and of proposals. The files lie in the bucket `photos` of the storage, in three sizes; the rows say what belongs to
-- them. A photo is taken in before it belongs to anything, goes with a proposal, and is public once the proposal is accepted.

insert into storage.buckets (id, name, public) values ('photos', 'photos', false) on conflict (id) do nothing;

create table public.photos (
  id uuid primary key,
  proposal_id uuid references public.proposals (id) on delete set null,
  business_id uuid references public.businesses (id) on delete set null,
  space_id uuid references public.spaces (id) on delete set null,
  position smallint not null default 0,
  author text not null default '' check (length(author) <= 200),
  license text check (license in ('cc-by', 'cc0', 'city')),
  alt_text text not null default '' check (length(alt_text) <= 500),
  width_pixels integer not null check (width_pixels > 0),
  height_pixels integer not null check (height_pixels > 0),
  left_out_at timestamptz,
  created_at timestamptz not null default now(),
  check (num_nonnulls(business_id, space_id) <= 1),
  check (license is not null or num_nonnulls(proposal_id, business_id, space_id) = 0)
);
create index photos_proposal on public.photos (proposal_id);
create index photos_business on public.photos (business_id);
create index photos_space on public.photos (space_id);
comment on table public.photos is 'Photos with author, licence and alternative text; without proposal and entry they were only taken in, and go after a day.';
comment on column public.photos.license is 'cc-by (4.0), cc0 (1.0), or `city`: the author lets the city show it on this map.';
comment on column public.photos.width_pixels is 'Of the largest size, after turning upright.';
comment on column public.photos.left_out_at is 'A moderator shows it no longer; it goes after 30 days.';

-- Cards are kept by browsers under the publication's version, so what changes on them raises it.
create function private.photos_bump() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from changed where num_nonnulls(business_id, space_id) > 0) then return null; end if;
  update public.publication
  set version = greatest(version + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint), changed_at = now();
  return null;
end $$;
create trigger photos_bump_insert after insert on public.photos referencing new table as changed
  for each statement execute function private.photos_bump();
create trigger photos_bump_update after update on public.photos referencing new table as changed
  for each statement execute function private.photos_bump();
create trigger photos_bump_delete after delete on public.photos referencing old table as changed
  for each statement execute function private.photos_bump();

alter table public.photos enable row level security;
revoke all on public.photos from anon, authenticated;
grant select, insert, update, delete on public.photos to service_role;
grant select (id, proposal_id, business_id, space_id, position, author, license, alt_text, width_pixels, height_pixels)
  on public.photos to anon, authenticated;
create policy "Everyone reads the photos of published entries" on public.photos for select to anon, authenticated
  using (left_out_at is null and (
    exists (select from public.businesses b where b.id = business_id and b.status = 'published')
    or exists (select from public.spaces s where s.id = space_id and s.status = 'published')));
create policy "A person reads the photos of the own proposals" on public.photos for select to authenticated
  using (exists (select from public.proposals p where p.id = proposal_id));

-- ---------------------------------------------------------------- with a proposal

create function private.photo_attach(photo jsonb, target uuid, nth integer) returns boolean
language sql security definer set search_path = '' as $$
  with attached as (
    update public.photos f set proposal_id = target, position = nth, author = photo ->> 'author',
      license = photo ->> 'license', alt_text = coalesce(photo ->> 'alt_text', '')
    where f.id = (photo ->> 'id')::uuid and num_nonnulls(f.proposal_id, f.business_id, f.space_id) = 0 returning 1
  ) select exists (select from attached)
$$;
comment on function private.photo_attach(jsonb, uuid, integer) is
  'Takes {id, author, license, alt_text} of a photo that belongs to nothing yet; false where there is none.';

create function public.proposal_photos(wanted text, token text) returns table (
  id uuid, author text, license text, alt_text text, width_pixels integer, height_pixels integer)
language sql stable security definer set search_path = '' as $$
  select f.id, f.author, f.license, f.alt_text, f.width_pixels, f.height_pixels
  from public.photos f join public.proposals p on p.id = f.proposal_id
  where p.reference = wanted and p.token_hash = token and f.left_out_at is null
  order by f.position, f.created_at
$$;
comment on function public.proposal_photos(text, text) is 'The photos of a proposal, for anyone who has its link.';

create function public.proposal_add_photo(wanted text, token text, photo text, most integer) returns text
language plpgsql security definer set search_path = '' as $$
declare
  p public.proposals;
  present integer;
begin
  select * into p from public.proposals q where q.reference = wanted and q.token_hash = token for update;
  if not found or p.state not in ('received', 'in_review') or p.type not in ('new', 'change') then return 'closed'; end if;
  select count(*) into present from public.photos f where f.proposal_id = p.id;
  if present >= most then return 'full'; end if;
  return case when private.photo_attach(photo::jsonb, p.id, present + 1) then 'added' else 'unknown-photo' end;
end $$;
comment on function public.proposal_add_photo(text, text, text, integer) is
  'Adds a photo to a proposal that is not answered: added, closed, full, or unknown-photo.';

create function private.photos_publish() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.photos set business_id = new.business_id, space_id = new.space_id
  where proposal_id = new.id and left_out_at is null;
  return null;
end $$;
create trigger proposals_publish_photos after update of state on public.proposals
  for each row when (new.state = 'accepted' and old.state <> 'accepted' and new.type in ('new', 'change'))
  execute function private.photos_publish();

create function private.photos_merge() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.photos f set business_id = k.id from public.businesses k, public.businesses g
  where k.slug = new.kept_slug and g.slug = new.slug and f.business_id = g.id;
  update public.photos f set space_id = k.id from public.spaces k, public.spaces g
  where k.slug = new.kept_slug and g.slug = new.slug and f.space_id = g.id;
  return null;
end $$;
create trigger merged_slugs_move_photos after insert or update on private.merged_slugs
  for each row execute function private.photos_merge();

-- ---------------------------------------------------------------- staff

create function public.staff_photos(wanted text) returns table (
  id uuid, author text, license text, alt_text text, width_pixels integer, height_pixels integer, left_out boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return query
  select f.id, f.author, f.license, f.alt_text, f.width_pixels, f.height_pixels, f.left_out_at is not null
  from public.photos f
  left join public.proposals p on p.id = f.proposal_id
  left join public.businesses b on b.id = f.business_id
  left join public.spaces s on s.id = f.space_id
  where wanted in (p.reference, b.slug, s.slug)
  order by f.position, f.created_at;
end $$;
comment on function public.staff_photos(text) is 'The photos of a proposal (by its reference) or of an entry (by its slug), those left out too.';

create function public.staff_may_see_photo(photo uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role('moderator', 'admin');
  return exists (select from public.photos f where f.id = photo);
end $$;
comment on function public.staff_may_see_photo(uuid) is 'True for moderators and a photo that there is.';

create function public.staff_photo_save(payload text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  f public.photos;
  leaves boolean := coalesce((document ->> 'left_out')::boolean, false);
begin
  perform private.require_role('moderator', 'admin');
  update public.photos q set author = coalesce(document ->> 'author', q.author), alt_text = coalesce(document ->> 'alt_text', q.alt_text),
    left_out_at = case when leaves then coalesce(q.left_out_at, now()) end
  where q.id = (document ->> 'id')::uuid returning * into f;
  if not found then return false; end if;
  perform private.audit(case when leaves then 'photo.leave_out' else 'photo.save' end,
    case when f.business_id is not null then 'business' when f.space_id is not null then 'space' else 'proposal' end,
    coalesce(f.business_id, f.space_id, f.proposal_id)::text, jsonb_build_object('photo', f.id));
  return true;
end $$;
comment on function public.staff_photo_save(text) is 'Takes {id, author, alt_text, left_out}: describes a photo, leaves it out or takes it back in.';

create function public.staff_photo_add(payload text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  business uuid := (select b.id from public.businesses b where b.slug = document ->> 'slug');
  space uuid := (select s.id from public.spaces s where s.slug = document ->> 'slug');
  present integer;
begin
  perform private.require_role('moderator', 'admin');
  if num_nonnulls(business, space) <> 1 then return 'unknown'; end if;
  perform pg_advisory_xact_lock(hashtextextended('photos/' || coalesce(business, space)::text, 0));
  select count(*) into present from public.photos q
  where (q.business_id = business or q.space_id = space) and q.left_out_at is null;
  if present >= (document ->> 'most')::integer then return 'full'; end if;
  update public.photos q set business_id = business, space_id = space, position = present + 1, author = document ->> 'author',
    license = document ->> 'license', alt_text = coalesce(document ->> 'alt_text', '')
  where q.id = (document ->> 'id')::uuid and num_nonnulls(q.proposal_id, q.business_id, q.space_id) = 0;
  if not found then return 'unknown'; end if;
  perform private.audit('photo.add', case when business is null then 'space' else 'business' end, coalesce(business, space)::text,
    jsonb_build_object('photo', document ->> 'id'));
  return 'added';
end $$;
comment on function public.staff_photo_add(text) is 'Takes {slug, id, author, license, alt_text, most}: gives an entry a photo; added, full or unknown.';

-- ---------------------------------------------------------------- retention

create function public.photos_expired(most integer) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select f.id from public.photos f left join public.proposals p on p.id = f.proposal_id
  where f.left_out_at < now() - interval '30 days'
    or (num_nonnulls(f.business_id, f.space_id) = 0 and (
      (p.id is null and f.created_at < now() - interval '1 day') or p.state in ('accepted', 'declined', 'withdrawn')))
  order by f.created_at limit least(greatest(most, 0), 1000)
$$;
comment on function public.photos_expired(integer) is
  'Photos that have served their purpose: never sent, not accepted, or left out for 30 days. Their files go first, then their rows.';

revoke execute on function public.proposal_photos(text, text), public.proposal_add_photo(text, text, text, integer),
  public.photos_expired(integer) from public, anon, authenticated;
grant execute on function public.proposal_photos(text, text), public.proposal_add_photo(text, text, text, integer),
  public.photos_expired(integer) to service_role;
revoke execute on function public.staff_photos(text), public.staff_may_see_photo(uuid), public.staff_photo_save(text),
  public.staff_photo_add(text) from public, anon, service_role;
grant execute on function public.staff_photos(text), public.staff_may_see_photo(uuid), public.staff_photo_save(text),
  public.staff_photo_add(text) to authenticated;
