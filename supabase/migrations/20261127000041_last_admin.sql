-- Two admins who leave at the same moment wait for each other, as changes of roles do: else each sees the other and nobody stays.

create or replace function public.delete_me() returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
begin
  if me is null then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended('roles', 0));
  if private.current_role() = 'admin' and (select count(*) from public.profiles where role = 'admin') = 1 then return false; end if;
  perform private.audit('account.delete', 'account', me::text);
  delete from private.contacts c using public.proposals p where p.id = c.proposal_id and p.proposer_id = me;
  delete from private.offerers o using auth.users u where u.id = me and lower(u.email) = lower(o.email);
  delete from auth.users where id = me;
  return true;
end $$;
