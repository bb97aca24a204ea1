/** What is known of an address under which no entry is shown. */
import type { Departure } from '#lib/core/domain/entry-details.ts'
import { findSimilarSlugs } from '#lib/core/geo/select/similar-slugs.ts'
import { readDeparture, readSuccessor } from '#lib/server/queries/departures.ts'
import { createAnonClient } from '#lib/server/supabase/anon-client.ts'
import { readSnapshot } from './snapshot-cache.ts'

export type Absence = {
  departure: Departure | null
  /** Slug of the entry on the map that it was merged into. */
  successor: string | null
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const MAX_SLUG_LENGTH = 120
const SIMILAR_ENTRIES = 3

/**
 * Null where the entry is shown, or where nobody can say because the register has never answered. The database is asked only for what
 * could be a slug and is not in the snapshot, and only for as long as a visitor waits: without its answer the slug counts as unknown.
 */
export async function findAbsence(slug: string): Promise<Absence | null> {
  const snapshot = await readSnapshot().catch(() => null)
  if (!snapshot || snapshot.ranks.has(slug)) return null
  if (slug.length > MAX_SLUG_LENGTH || !SLUG.test(slug)) return { departure: null, successor: null }
  try {
    const client = createAnonClient()
    const departure = await readDeparture(client, slug)
    return { departure, successor: departure === 'withdrawn' ? await readSuccessor(client, slug) : null }
  } catch (fault) {
    console.error(fault)
    return { departure: null, successor: null }
  }
}

/** Up to three entries that somebody may have meant. */
export async function findSimilarEntries(slug: string): Promise<{ slug: string; name: string }[]> {
  const { entries, columns } = await readSnapshot()
  return findSimilarSlugs(columns.slugs, slug, SIMILAR_ENTRIES).flatMap((rank) => entries[rank] ?? [])
}
