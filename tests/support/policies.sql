-- Plays statements of invented people against an invented register, and tells of each what it told and what it moved. All is undone.

create schema policies;

create function policies.snapshot() returns jsonb language sql as $$
  select jsonb_object_agg(key, value) from (
    select 'profiles ' || user_id as key, jsonb_build_object('role', role) as value from public.profiles
    union all select 'proposals ' || id, to_jsonb(p) - '{updated_at,location}'::text[] from public.proposals p
    union all select 'areas ' || id, to_jsonb(a) - '{updated_at,outline}'::text[] from public.areas a
    union all select 'photos ' || id, to_jsonb(f) from public.photos f
    union all select 'businesses ' || id, jsonb_build_object('name', name, 'status', status) from public.businesses
    union all select 'spaces ' || id, jsonb_build_object('name', name, 'status', status, 'state', state) from public.spaces) rows
$$;

-- {told, moved: [{key, before, after}], fault}; a statement gives at most one text.
create function policies.attempt(before jsonb, person text, role text, statement text) returns jsonb language plpgsql as $$
declare
  told text;
  moved jsonb;
begin
  perform set_config('request.jwt.claim.sub', coalesce(person, ''), true),
    set_config('request.jwt.claims', json_build_object('sub', person, 'role', role)::text, true),
    set_config('role', role, true);
  if statement ~ '^(select|with) ' then execute statement into told; else execute statement; end if;
  perform set_config('role', 'none', true);
  select jsonb_agg(jsonb_build_object('key', coalesce(b.key, a.key), 'before', b.value, 'after', a.value)) into moved
  from jsonb_each(before) b full join jsonb_each(policies.snapshot()) a on a.key = b.key
  where a.value is distinct from b.value;
  raise exception using errcode = 'KZ001';
exception
  when sqlstate 'KZ001' then return jsonb_build_object('told', coalesce(told, ''), 'moved', coalesce(moved, '[]'));
  when others then
    -- A wrong statement of ours must show.
    if sqlstate like '42%' and sqlstate <> '42501' then raise; end if;
    return jsonb_build_object('told', '', 'moved', '[]'::jsonb, 'fault', sqlstate);
end $$;

-- Lays the register by `world`, several statements, and answers each of [{person, role, statement}].
create function policies.play(world text, attempts jsonb) returns jsonb language plpgsql as $$
declare
  before jsonb;
  answers jsonb;
begin
  execute world;
  before := policies.snapshot();
  select jsonb_agg(policies.attempt(before, one ->> 'person', one ->> 'role', one ->> 'statement') order by nth) into answers
  from jsonb_array_elements(attempts) with ordinality as given (one, nth);
  raise exception using errcode = 'KZ002';
exception when sqlstate 'KZ002' then return answers;
end $$;
