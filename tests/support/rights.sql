-- Tries out who may do what. Each attempt is undone before the next; a change of rights can be tried in the same way.

create schema rights;

create table rights.actors (name text primary key, role text not null, id uuid);
-- Rows of the relations, one for each name that the matrix gives them; `key` is the column that tells them apart.
create table rights.rows (relation text not null, key text not null, label text not null, value text not null, primary key (relation, label));

-- What else is tried on a relation; `name` says what it does, and the number of rows is noted with it.
create table rights.tries (relation text not null, name text not null, statement text not null, primary key (relation, name));

-- Returns how many rows were touched (1 where only a constraint stood against it), or null where the rights did.
create function rights.attempt(who rights.actors, statement text) returns bigint language plpgsql as $$
declare
  touched bigint;
begin
  perform set_config('request.jwt.claim.sub', coalesce(who.id::text, ''), true),
    set_config('request.jwt.claims', json_build_object('sub', who.id, 'role', who.role)::text, true),
    set_config('role', who.role, true);
  execute statement;
  get diagnostics touched = row_count;
  raise exception using errcode = 'KZ001';
exception
  when sqlstate 'KZ001' then return touched;
  when insufficient_privilege then return null;
  when integrity_constraint_violation then return 1;
  when others then
    -- A function that was entered may dislike its arguments; a wrong statement of ours must show.
    if sqlstate like '42%' then raise; end if;
    return 1;
end $$;

-- {"<relation> <actor>": "reads a b, inserts, updates a, deletes a, renames all 2"}
create function rights.deeds(wanted text[]) returns jsonb language plpgsql as $$
declare
  who rights.actors;
  r record;
  written text;
  deeds text[];
  result jsonb := '{}';
begin
  for r in select distinct relation, key, relkind in ('r', 'p') as is_table
    from rights.rows join pg_class c on c.oid = ('public.' || relation)::regclass where relation = any (wanted)
  loop
    for who in select * from rights.actors loop
      select a.attname into written from pg_attribute a
      where a.attrelid = ('public.' || r.relation)::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
      order by has_column_privilege(who.role, a.attrelid, a.attnum, 'update') desc, a.attnum limit 1;
      deeds := array(
        select verb || coalesce(' ' || string_agg(row.label, ' ' order by row.label), '')
        from (values (1, 'reads', 'select 1 from public.%1$I where %2$I::text = %3$L'),
          (2, 'inserts', null),
          (3, 'updates', 'update public.%1$I set %4$I = %4$I where %2$I::text = %3$L'),
          (4, 'deletes', 'delete from public.%1$I where %2$I::text = %3$L')) as way (nth, verb, statement)
        left join rights.rows row on way.statement is not null and row.relation = r.relation
        where (nth = 1 or r.is_table) and rights.attempt(who, coalesce(
          format(statement, r.relation, r.key, row.value, written), format('insert into public.%I default values', r.relation))) > 0
        group by nth, verb order by nth
      ) || array(
        select name || ' ' || touched from (
          select t.name, rights.attempt(who, t.statement) as touched from rights.tries t where t.relation = r.relation) tried
        where touched > 0 order by name);
      result := result || jsonb_build_object(r.relation || ' ' || who.name, array_to_string(deeds, ', '));
    end loop;
  end loop;
  return result;
end $$;

-- {"<schema>.<relation> <role>": "select a b, delete"} and {"<schema>.<relation>": "secured"} of tables with row level security.
create function rights.grants(wanted text[]) returns jsonb language sql stable as $$
  with relation as (
    select c.oid, c.relkind, c.relrowsecurity, n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private') and c.relkind in ('r', 'p', 'v', 'm')
      and (wanted is null or n.nspname || '.' || c.relname = any (wanted))
  ), whole as (
    select r.name, role, privilege, null::text as columns from relation r, unnest(array['anon', 'authenticated', 'service_role']) role,
      unnest(array['delete', 'truncate', 'trigger']) privilege
    where has_table_privilege(role, r.oid, privilege)
  ), part as (
    select r.name, role, privilege, string_agg(a.attname::text, ' ' order by a.attname) as columns
    from relation r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped,
      unnest(array['anon', 'authenticated', 'service_role']) role, unnest(array['select', 'insert', 'update', 'references']) privilege
    where has_column_privilege(role, r.oid, a.attnum, privilege) group by 1, 2, 3
  ), line as (
    select name || ' ' || role as key, string_agg(concat_ws(' ', privilege, columns), ', ' order by privilege) as value
    from (select * from whole union all select * from part) u group by 1
    union all
    select name, 'secured' from relation where relkind in ('r', 'p') and relrowsecurity
  )
  select coalesce(jsonb_object_agg(key, value), '{}') from line
$$;

-- {"<schema>.<function>(<types>)": "anon authenticated"}: who may call it; functions of extensions apart.
create function rights.calls() returns jsonb language sql stable as $$
  select jsonb_object_agg(p.oid::regprocedure::text, array_to_string(array(
    select role from unnest(array['anon', 'authenticated', 'service_role']) role
    where has_schema_privilege(role, p.pronamespace, 'usage') and has_function_privilege(role, p.oid, 'execute')), ' '))
  from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
$$;

-- {"<function>": "moderator admin"}: which actors get past the first line of each function that signed-in people may call.
create function rights.admissions() returns jsonb language plpgsql as $$
declare
  f record;
  result jsonb := '{}';
begin
  for f in select p.proname, array_to_string(array(
      select format('null::%s', t::regtype) from unnest(p.proargtypes::oid[]) with ordinality as given (t, nth) order by nth), ', ') as arguments
    from pg_proc p where p.pronamespace = 'public'::regnamespace and has_function_privilege('authenticated', p.oid, 'execute')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  loop
    result := result || jsonb_build_object(f.proname, (
      select coalesce(string_agg(a.name, ' ' order by a.name), '') from rights.actors a where a.role <> 'service_role'
        and rights.attempt(a, format('select * from public.%I(%s)', f.proname, f.arguments)) is not null));
  end loop;
  return result;
end $$;

-- What a question answers after a change, which is undone.
create function rights.after(change text, question text) returns jsonb language plpgsql as $$
declare
  answer jsonb;
begin
  execute change;
  execute question into answer;
  raise exception using errcode = 'KZ002';
exception when sqlstate 'KZ002' then return answer;
end $$;
