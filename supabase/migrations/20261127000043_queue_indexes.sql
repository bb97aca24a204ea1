-- What staff's pages and every proposal ask for are a few rows of many: imported entries that wait, and the last word to the moderators.

create index businesses_candidates on public.businesses (created_at, slug) where status = 'candidate';
create index spaces_candidates on public.spaces (created_at, slug) where status = 'candidate';
create index outbox_moderators_new on private.outbox (created_at) where template = 'moderators-new';
