-- A space that comes in with the day of its confirmation was in its state on that day: its life begins there, and not on the day on which
-- somebody wrote it down.

create or replace function private.space_note_state() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    insert into public.space_states (space_id, state, since)
    values (new.id, new.state, least(new.confirmed_on, current_date));
  elsif old.state is distinct from new.state then
    insert into public.space_states (space_id, state) values (new.id, new.state);
  end if;
  return null;
end $$;
