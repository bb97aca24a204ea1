/** What became of each space over time. */
import { SPACE_STATES } from '#lib/core/domain/entry.ts'
import type { SpaceStep } from '#lib/core/geo/areas/vacancy-history.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

const PAGE_ROWS = 1000

/** All steps in the order of their ids; throws when the database does not answer. */
export async function readSpaceSteps(client: AnonClient): Promise<SpaceStep[]> {
  const steps: SpaceStep[] = []
  for (let after = 0; ; ) {
    const { data, error } = await client
      .from('space_steps')
      .select()
      .gt('id', after)
      .order('id')
      .limit(PAGE_ROWS)
    if (error) throw new Error(`The steps of spaces cannot be read: ${error.message}`)
    for (const { id, space_id, state, since, lng, lat, district } of data) {
      after = id ?? after
      const known = SPACE_STATES.find((one) => one === state)
      if (!space_id || !known || !since) continue
      steps.push({ space: space_id, state: known, since, lng, lat, district })
    }
    if (data.length < PAGE_ROWS) return steps
  }
}
