/** What the database's catalogue says of the schema `public`: the source of the generated types and of the tests on grants. */
import type { Database } from '#supabase/embedded/lite/database.ts'

export type CatalogueColumn = {
  name: string
  type: string
  nullable: boolean
  has_default: boolean
  always_generated: boolean
}
export type Relation = {
  name: string
  kind: 'table' | 'view'
  columns: CatalogueColumn[]
  relationships: Relationship[]
}
type Relationship = {
  name: string
  columns: string[]
  unique: boolean
  target: string
  target_columns: string[]
}
type Argument = { name: string; type: string; mode: 'in' | 'out' | 'table'; has_default: boolean }
export type Procedure = {
  name: string
  args: Argument[]
  returns: string
  returns_set: boolean
  returns_relation: boolean
}
export type DatabaseCatalogue = { relations: Relation[]; procedures: Procedure[] }

const RELATIONS = `
select c.relname as name,
  case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
  (select json_agg(json_build_object(
     'name', a.attname, 'type', t.typname, 'nullable', not a.attnotnull,
     'has_default', a.atthasdef or a.attidentity <> '',
     'always_generated', a.attidentity = 'a' or a.attgenerated <> '') order by a.attname)
   from pg_attribute a join pg_type t on t.oid = a.atttypid
   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  coalesce((select json_agg(json_build_object(
     'name', k.conname, 'target', r.relname,
     'columns', (select json_agg(a.attname order by n) from unnest(k.conkey) with ordinality u (num, n)
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num),
     'target_columns', (select json_agg(a.attname order by n) from unnest(k.confkey) with ordinality u (num, n)
       join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num),
     'unique', exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and i.indpred is null
       and i.indkey::int2[] <@ k.conkey)) order by k.conname)
   from pg_constraint k join pg_class r on r.oid = k.confrelid
   where k.conrelid = c.oid and k.contype = 'f' and r.relnamespace = c.relnamespace), '[]') as relationships
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
order by c.relname`

const PROCEDURES = `
select p.proname as name, rt.typname as returns, p.proretset as returns_set,
  exists (select from pg_class c where c.oid = rt.typrelid and c.relkind in ('r', 'p', 'v')) as returns_relation,
  coalesce((select json_agg(json_build_object(
     'name', coalesce(p.proargnames[n], ''), 'type', t.typname,
     'mode', case coalesce(p.proargmodes[n], 'i') when 't' then 'table' when 'o' then 'out' else 'in' end,
     'has_default', n > p.pronargs - p.pronargdefaults) order by n)
   from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality u (type, n)
   join pg_type t on t.oid = u.type), '[]') as args
from pg_proc p join pg_type rt on rt.oid = p.prorettype
where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and rt.typname <> 'trigger'
  and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
order by p.proname`

/** Reads tables, views and functions of `public`; what belongs to an extension is left out. */
export async function readCatalogue(database: Pick<Database, 'query'>): Promise<DatabaseCatalogue> {
  return {
    relations: await database.query<Relation>(RELATIONS),
    procedures: await database.query<Procedure>(PROCEDURES),
  }
}
