/** What the app under test holds, part by part, to see what a request has changed. */
import type { SupabaseClient } from '@supabase/supabase-js'
import type { Database } from '#lib/server/supabase/database.types.ts'
import { openAppDatabase } from './outbox.ts'

/** Tables that people change. */
const TABLES = [
  'areas',
  'business_disciplines',
  'businesses',
  'import_runs',
  'photos',
  'profiles',
  'proposals',
  'source_records',
  'sources',
  'space_states',
  'spaces',
] as const
/** Beyond that many rows the interface gives no more. */
const MAX_ROWS = 1000

export type RegisterState = Record<string, string>

/** `admin` asks for what lies in `private`: the record, the mails, the accounts, and who offers the space. */
export async function readRegisterState(
  admin: SupabaseClient<Database>,
  space: string,
): Promise<RegisterState> {
  const service = openAppDatabase()
  const [record, mails, people, offerer, ...tables] = await Promise.all([
    admin.rpc('admin_audit', { before_id: FIRST, most: 20 }).throwOnError(),
    admin.rpc('admin_outbox', { most: 200 }).throwOnError(),
    admin.rpc('admin_people').throwOnError(),
    admin.rpc('staff_offerer', { wanted: space }).throwOnError(),
    ...TABLES.map((table) => service.from(table).select('*').throwOnError()),
  ])
  return {
    record: toText(record),
    // How often each was taken is no matter.
    mails: toText({ data: mails.data.map(({ recipient, template, data }) => [recipient, template, data]) }),
    people: toText(people),
    offerer: toText(offerer),
    ...Object.fromEntries(TABLES.map((table, nth) => [table, toText(tables[nth] ?? { data: null })])),
  }
}

/** The newest rows of the record. */
const FIRST = null as unknown as number

/** The order of rows says nothing. */
function toText({ data }: { data: readonly unknown[] | null }): string {
  const rows = data ?? []
  if (rows.length >= MAX_ROWS) throw new Error('There are too many rows to compare them.')
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join('\n')
}

/** The parts that differ. */
export function listChangedParts(before: RegisterState, after: RegisterState): string[] {
  return Object.keys(after).filter((part) => after[part] !== before[part])
}
