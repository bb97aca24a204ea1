-- Chance draws among the addresses, and what it draws is kept per version: new addresses make a new one.

create trigger addresses_bump_insert after insert on public.addresses referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger addresses_bump_update after update on public.addresses referencing new table as changed
  for each statement execute function private.publication_bump();
create trigger addresses_bump_delete after delete on public.addresses referencing old table as changed
  for each statement execute function private.publication_bump();
