/**
 * Brings a database that tests have written to back to what the migrations left, which takes a fraction of the time of a new one. It
 * knows no table by name: what is there is read from the catalogue, so that a new table needs nothing here.
 */
import type { Database } from '#supabase/embedded/lite/database.ts'

type Sql = Pick<Database, 'query' | 'script'>
type Table = { name: string; columns: string; rows: string[] | null }

/** Tables of ours and of lite (accounts, storage); not those of extensions, and not the history of migrations. */
const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$|supabase_migrations$)'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by 1`

/** Everything about who may do what, and what functions do: tests may loosen it within a transaction alone. */
const RULES = `
  select md5(string_agg(line, chr(10) order by line)) as rules from (
    select concat('policy ', p.*::text) as line from pg_policies p
    union all select concat('function ', f.oid::regprocedure, ' ', md5(f.prosrc), ' ', f.proacl::text) from pg_proc f
      where f.pronamespace in (select oid from pg_namespace where nspname in ('public', 'private'))
    union all select concat('trigger ', t.tgrelid::regclass, ' ', t.tgname, ' ', t.tgenabled) from pg_trigger t where not t.tgisinternal
    union all select concat('relation ', c.oid::regclass, ' ', c.relacl::text, ' ', c.relrowsecurity) from pg_class c
      where c.relnamespace in (select oid from pg_namespace where nspname in ('public', 'private'))
    union all select concat('column ', a.attrelid::regclass, ' ', a.attname, ' ', a.attacl::text) from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'v')
      where c.relnamespace in (select oid from pg_namespace where nspname in ('public', 'private')) and a.attnum > 0
  ) lines`

const SCHEMAS = `select nspname::text as name from pg_namespace where nspname !~ '^pg_'`

/** Where the next ids begin. */
const SEQUENCES = `select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
  from pg_sequences where last_value is not null and schemaname !~ '^(pg_|supabase_migrations$)'`

/**
 * Reads a database as the migrations left it; what it returns brings it back to that, any number of times. That rejects where the rules
 * are others than before, since a test must not change them for the tests after it.
 */
export async function prepareRestore({ query, script }: Sql): Promise<() => Promise<void>> {
  const tables = await query<Omit<Table, 'rows'>>(TABLES)
  const filled = await Promise.all(
    tables.map(async ({ name, columns }): Promise<Table> => {
      const [row] = await query<{ rows: string[] | null }>(
        `select array_agg(t::text order by t::text) as rows from ${name} t`,
      )
      return { name, columns, rows: row?.rows ?? null }
    }),
  )
  const sequences = await query<{ name: string; last: string }>(SEQUENCES)
  const schemas = new Set((await query<{ name: string }>(SCHEMAS)).map(({ name }) => name))
  const rules = await query(RULES)
  const statements = [
    // No trigger runs, no reference is checked.
    'set local session_replication_role = replica',
    `truncate ${tables.map(({ name }) => name).join(', ')} restart identity`,
    ...filled.filter(({ rows }) => rows !== null).map(toInsert),
    ...sequences.map(({ name, last }) => `select setval('${name}', ${last})`),
    // Versions are never used twice, and what was kept of an older one is asked for by nobody.
    `update public.publication set version = greatest(version, (extract(epoch from clock_timestamp()) * 1000)::bigint)`,
  ].join(';\n')

  return async () => {
    const added = (await query<{ name: string }>(SCHEMAS)).filter(({ name }) => !schemas.has(name))
    await script([...added.map(({ name }) => `drop schema ${name} cascade`), statements].join(';\n'))
    const [before, after] = [rules, await query(RULES)].map((rows) => JSON.stringify(rows))
    if (before !== after) throw new Error('A test has left policies, grants or functions changed.')
  }
}

/** Rows travel as PostgreSQL's own texts of them, which hold for every type. */
function toInsert({ name, columns, rows }: Table): string {
  const values = (rows ?? []).map((row) => `('${row.replaceAll("'", "''")}'::${name})`)
  const picked = columns.replace(/[^,]+/g, (column) => ` (r.one).${column.trim()}`)
  return `insert into ${name} (${columns}) overriding system value select${picked} from (values ${values}) as r (one)`
}
