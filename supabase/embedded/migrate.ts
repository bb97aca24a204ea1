/**
 * Brings a database to the state of `supabase/migrations`, as the Supabase CLI does on hosted projects: same files, same
 * history table, one transaction per file. What a Supabase project has from the start (roles, the schema `auth`) comes first.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuseOtherHistory } from './history.ts'
import type { SupabaseApi } from './lite/api.ts'
import type { Database } from './lite/database.ts'

const MIGRATIONS_FOLDER = join(import.meta.dirname, '../migrations')

const CURE =
  'Begin a new one: another DATABASE_URL or DATA_DIR, or npm run db:reset (with DATABASE_URL: npm run db:reset -- --yes).'

export type Migration = { version: string; name: string; sql: string }

const ROLES = `do $$ begin
  if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin; end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin; end if;
  if not exists (select from pg_roles where rolname = 'service_role') then create role service_role nologin bypassrls; end if;
end $$;
grant usage on schema public to anon, authenticated, service_role`

/** Files are reached by the server alone: as on Supabase while no policy lets anybody else in. */
const STORAGE = `alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
grant usage on schema storage to service_role;
grant all on storage.buckets, storage.objects to service_role`

/** The files of a folder as `<14 digits>_<name>.sql`, oldest first; throws on a file that is named otherwise. */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const match = /^(\d{14})_([a-z0-9_]+)\.sql$/.exec(file)
      if (!match?.[1] || !match[2])
        throw new Error(`${file} is no migration's name: expected <14 digits>_<name>.sql.`)
      return { version: match[1], name: match[2], sql: readFileSync(join(folder, file), 'utf8') }
    })
}

/**
 * Applies what is missing and returns it; a failing migration leaves nothing behind and names its file. Throws RefusedData, before anything
 * is written, for a database whose history is not a beginning of these migrations.
 */
export async function migrate(
  database: Database,
  api: Pick<SupabaseApi, 'ensureSystemSchema'>,
  migrations: Migration[] = readMigrations(),
): Promise<Migration[]> {
  const applied = await readHistory(database)
  refuseOtherHistory(
    applied,
    migrations.map(({ version }) => version),
    { holder: 'The database', cure: CURE },
  )
  await database.script(ROLES)
  await api.ensureSystemSchema()
  await database.script('grant usage on schema auth to anon, authenticated, service_role')
  await database.script(STORAGE)
  const pending = migrations.slice(applied.length)
  for (const { version, name, sql } of pending) {
    const record = `insert into supabase_migrations.schema_migrations (version, name, statements)
      values (${quote(version)}, ${quote(name)}, array[${quote(sql)}])`
    try {
      await database.script(`${sql}\n;\n${record}`)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`Migration ${version}_${name}.sql failed and was rolled back: ${reason}`, { cause })
    }
  }
  return pending
}

async function readHistory(database: Database): Promise<string[]> {
  const [table] = await database.query<{ exists: boolean }>(
    "select to_regclass('supabase_migrations.schema_migrations') is not null as exists",
  )
  if (!table?.exists) return []
  const rows = await database.query<{ version: string }>(
    'select version from supabase_migrations.schema_migrations',
  )
  return rows.map(({ version }) => version)
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
