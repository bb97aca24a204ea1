/** What stands around entries: stations, cafes, culture. */
import type { ContextPlace } from '#lib/core/geo/areas/surroundings.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

const PAGE_ROWS = 1000

/** Shared with the null of the tests on chance, which draws from context places too. */
export async function readContext(client: AnonClient): Promise<ContextPlace[]> {
  const places: ContextPlace[] = []
  for (let after = 0; ; ) {
    const { data, error } = await client
      .from('context_points')
      .select()
      .gt('id', after)
      .order('id')
      .limit(PAGE_ROWS)
    if (error) throw new Error(`The context places cannot be read: ${error.message}`)
    for (const { id, kind, name, lng, lat } of data) {
      after = id ?? after
      if (kind && lng !== null && lat !== null) places.push({ kind, name, lng, lat })
    }
    if (data.length < PAGE_ROWS) return places
  }
}
