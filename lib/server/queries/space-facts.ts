/** What is known of one space, asked of the database when its card is opened: tens of facts that neither map nor list needs. */
import { RENT_CLASSES, SPACE_STATES } from '#lib/core/domain/entry.ts'
import { DAY_PRECISIONS, type SpaceFacts } from '#lib/core/domain/space-facts.ts'
import { type AnonClient, createAnonClient } from '#lib/server/supabase/server.ts'

const COLUMNS =
  'id, floor, ceiling_height_meters, rent_class, available_from, available_until, shortest_term_months, longest_term_months, permitted_use, former_use, vacant_since, vacant_since_precision, step_free, power, water, heating, internet, loading_access, street_windows, noise_allowed'
const MAX_STEPS = 50

/** Null for a space that is not published; throws when the database does not answer. */
export async function readSpaceFacts(
  slug: string,
  client: AnonClient = createAnonClient(),
): Promise<SpaceFacts | null> {
  const { data: row, error } = await client.from('spaces').select(COLUMNS).eq('slug', slug).maybeSingle()
  if (error) throw new Error(`The space cannot be read: ${error.message}`)
  if (!row) return null
  const precision = DAY_PRECISIONS.find((known) => known === row.vacant_since_precision)
  return {
    floor: row.floor,
    ceilingHeightMeters: row.ceiling_height_meters,
    rentClass: RENT_CLASSES.find((known) => known === row.rent_class) ?? null,
    availableFrom: row.available_from,
    availableUntil: row.available_until,
    shortestTermMonths: row.shortest_term_months,
    longestTermMonths: row.longest_term_months,
    permittedUse: row.permitted_use,
    formerUse: row.former_use,
    vacantSince: row.vacant_since && precision ? { day: row.vacant_since, precision } : null,
    features: {
      stepFree: row.step_free,
      power: row.power,
      water: row.water,
      heating: row.heating,
      internet: row.internet,
      loadingAccess: row.loading_access,
      streetWindows: row.street_windows,
      noiseAllowed: row.noise_allowed,
    },
    history: await readHistory(client, row.id),
  }
}

async function readHistory(client: AnonClient, id: string): Promise<SpaceFacts['history']> {
  const { data, error } = await client
    .from('space_states')
    .select('state, since')
    .eq('space_id', id)
    .order('id')
    .limit(MAX_STEPS)
  if (error) throw new Error(`The space's life cannot be read: ${error.message}`)
  return data.flatMap(({ state, since }) => {
    const known = SPACE_STATES.find((candidate) => candidate === state)
    return known ? [{ state: known, since }] : []
  })
}
