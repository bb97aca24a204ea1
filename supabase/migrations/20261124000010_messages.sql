-- Messages that the server itself puts into the outbox: what visitors write to those who run the map.

create function public.outbox_add(mail_recipient text, mail_locale text, mail_template text, mail_data text) returns uuid
language sql security definer set search_path = '' as $$
  insert into private.outbox (recipient, locale, template, data)
  values (mail_recipient, mail_locale, mail_template, mail_data::jsonb) returning id
$$;
comment on function public.outbox_add(text, text, text, text) is 'Stores one mail to be sent; data is JSON as text.';

revoke execute on function public.outbox_add(text, text, text, text) from public, anon, authenticated;
grant execute on function public.outbox_add(text, text, text, text) to service_role;
