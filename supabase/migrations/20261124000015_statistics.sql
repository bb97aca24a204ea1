-- What the planner knows after an import. The embedded database has no autovacuum, and without statistics it takes three times as long to
-- read a page of the snapshot. Districts are left out: measured while there are none, they would be read row by row for every entry
-- once there are some, because the plan of their trigger is kept.

create function private.register_analyze() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  analyze public.businesses, public.business_disciplines, public.spaces, public.source_records, public.addresses, public.context_places;
  return null;
end $$;
revoke all on function private.register_analyze() from public;
comment on function private.register_analyze() is 'Measures the tables that an import fills.';

create trigger import_runs_analyze after insert on public.import_runs
for each row when ((new.counts ->> 'added')::int + (new.counts ->> 'updated')::int > 0)
execute function private.register_analyze();
