/** Imports in tests: through the function, or through the command as people type it; and the register told as text to compare. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { ROOT } from '#bin/lanes.ts'
import { readCity } from '#lib/server/city.ts'
import { type Profile, readProfile } from '#lib/server/import/profile.ts'
import { type ImportOptions, type ImportResult, runImport } from '#lib/server/import/run-import.ts'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import type { TestBackend } from './backend.ts'
import { writeTemporaryFile } from './temporary-file.ts'

export type ImportedRows = ImportResult & { printed: string[] }
type Options = Partial<Omit<ImportOptions, 'profile'>> & { profile?: string | Profile }

/** Imports a file by its path. */
export async function importFile(
  backend: Pick<TestBackend, 'admin'>,
  file: string,
  { profile = 'csv', ...options }: Options = {},
): Promise<ImportedRows> {
  const printed: string[] = []
  const result = await runImport(backend.admin, {
    file,
    profile: typeof profile === 'string' ? readProfile(profile) : profile,
    source: 'test',
    target: 'entries',
    publish: false,
    isTrial: false,
    locale: 'en',
    box: readCity().countryBox,
    print: (line) => printed.push(line),
    ...options,
  })
  return { ...result, printed }
}

/** Imports records as a CSV, or a text as it stands in a file of that name. */
export function importRows(
  backend: Pick<TestBackend, 'admin'>,
  rows: Record<string, string | number>[],
  options: Options = {},
): Promise<ImportedRows> {
  return importFile(backend, writeTemporaryFile('rows.csv', toCsv(rows)), options)
}

export function toCsv(rows: Record<string, string | number>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const quote = (value: string | number = '') => `"${String(value).replaceAll('"', '""')}"`
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.map((cell) => quote(cell)).join(','))
    .join('\n')
}

export type Ended = { code: number | null; stdout: string; stderr: string }

/** Starts the command against a backend at that address; `onStart` receives its process. */
export async function runImportCommand(
  { url, keys }: Pick<TestBackend, 'url' | 'keys'>,
  args: string[],
  onStart: (child: ChildProcess) => void = () => {},
  more: Record<string, string> = {},
): Promise<Ended> {
  const env = {
    NODE_ENV: process.env.NODE_ENV,
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    SUPABASE_URL: url,
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
    ...more,
  }
  const child: ChildProcess = spawn(process.execPath, [...NODE_FLAGS, 'bin/import.ts', ...args], {
    cwd: ROOT,
    env,
  })
  onStart(child)
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout ?? Readable.from([])),
    text(child.stderr ?? Readable.from([])),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  return { code, stdout, stderr }
}

/** All that an import writes, without ids and times: two registers with the same lines are the same. */
export async function readContent({ sql }: TestBackend): Promise<string[]> {
  const columns = ['id', 'created_at', 'updated_at', 'district_id', 'public_district_id', 'seen_at']
  const without = columns.map((column) => `- '${column}'`).join(' ')
  const rows = await sql<{ line: string }>(`
    with entries as (
      select b.id, to_jsonb(b) as entry from public.businesses b
      union all select s.id, to_jsonb(s) from public.spaces s
    )
    select e.entry ${without} || jsonb_build_object(
      'disciplines', (select jsonb_agg(d.role || ' ' || d.discipline_code order by d.role, d.discipline_code)
        from public.business_disciplines d where d.business_id = e.id),
      'codes', (select jsonb_agg(w.version || ':' || w.code order by w.version, w.code)
        from public.business_wz_codes w where w.business_id = e.id),
      'records', (select jsonb_agg(r.source_key || ' ' || r.ref || ' ' || r.hash || ' ' || r.outcome order by r.source_key, r.ref)
        from public.source_records r where e.id in (r.business_id, r.space_id))
    )::text as line
    from entries e`)
  return rows.map(({ line }) => line).sort()
}

export async function readVersion({ sql }: TestBackend): Promise<number> {
  const [row] = await sql<{ version: string }>('select version::text from public.publication')
  return Number(row?.version)
}

/** An empty register, reference rows kept. */
export function emptyRegister({ script }: TestBackend): Promise<void> {
  return script(`delete from public.businesses; delete from public.spaces; delete from public.source_records;
    delete from public.addresses; delete from public.context_places; delete from public.import_runs;
    delete from public.districts; delete from public.sources; update public.publication set demonstration = false`)
}
