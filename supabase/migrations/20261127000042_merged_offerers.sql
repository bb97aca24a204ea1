-- Whoever offers a space that was merged into another offers that one, and whoever asked for it is answered there.

create function private.offerer_merge() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update private.offerers o set space_id = k.id from public.spaces k, public.spaces g
  where k.slug = new.kept_slug and g.slug = new.slug and o.space_id = g.id
    and not exists (select from private.offerers p where p.space_id = k.id);
  update private.interests i set space_id = k.id from public.spaces k, public.spaces g
  where k.slug = new.kept_slug and g.slug = new.slug and i.space_id = g.id;
  return null;
end $$;
comment on function private.offerer_merge() is 'An offerer of the kept space stays; the other one is forgotten with the removed space.';
create trigger merged_slugs_move_offerer after insert or update on private.merged_slugs
  for each row execute function private.offerer_merge();
