/** WZ codes to disciplines, as the database holds them. Version and code belong together: WZ 2025 reuses codes of WZ 2008. */
import { type Discipline, isDiscipline } from '#lib/core/domain/discipline.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

export type WzVersion = '2008' | '2025'
type WzEntry = { disciplines: Discipline[]; isPartial: boolean }
/** Keys are `version:code`. */
export type WzTable = ReadonlyMap<string, WzEntry>

/** Reads the table once per import; throws with the database's message. */
export async function readWzTable(client: AdminClient): Promise<WzTable> {
  const { data, error } = await client
    .from('wz_codes')
    .select('version, code, discipline_code, is_primary, is_partial')
    .order('version')
    .order('code')
    .order('is_primary', { ascending: false })
    .order('discipline_code')
  if (error) throw new Error(error.message)
  const table = new Map<string, WzEntry>()
  for (const { version, code, discipline_code, is_partial } of data) {
    const key = `${version}:${code}`
    const entry = table.get(key) ?? { disciplines: [], isPartial: false }
    if (isDiscipline(discipline_code)) entry.disciplines.push(discipline_code)
    entry.isPartial ||= is_partial
    table.set(key, entry)
  }
  return table
}
