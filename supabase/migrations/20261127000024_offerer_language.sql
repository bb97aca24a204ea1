-- Whoever offers a space is written to in the language of the proposal, or in the one that staff has set; the operator in German.
create or replace function public.interest_confirm(interest uuid, payload text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  document jsonb := payload::jsonb;
  known private.interests;
begin
  update private.interests set forwarded_at = now()
  where id = interest and forwarded_at is null and created_at > now() - interval '24 hours' returning * into known;
  if not found then return null; end if;
  insert into private.outbox (recipient, locale, template, data)
  select coalesce(o.email, document ->> 'operator'), coalesce(o.locale, 'de'), 'interest', jsonb_build_object('space', s.name,
    'name', coalesce(known.name, ''), 'message', known.message,
    'status_path', document -> 'reply_paths' ->> coalesce(o.locale, 'de'),
    'sender', case when known.shares_address then known.email else '' end,
    'reply_to', case when known.shares_address then known.email else '' end)
  from public.spaces s left join private.offerers o on o.space_id = s.id where s.id = known.space_id;
  return (select s.slug from public.spaces s where s.id = known.space_id);
end $$;
comment on function public.interest_confirm(uuid, text) is
  'Takes {operator, reply_paths: {de, en}}: sends the message on, once and within a day, to whoever offers the space, in their language, else to the operator. Returns the slug, or null.';
