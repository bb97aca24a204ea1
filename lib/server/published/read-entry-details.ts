/** An entry with what stands around it, from the snapshot in memory. */

import type { EntryDetails } from '#lib/core/domain/entry-details.ts'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { toMark } from '#lib/core/domain/listed-entry.ts'
import { findNearby } from '#lib/core/geo/select/nearby.ts'
import { readSpaceFacts } from '#lib/server/queries/space-facts.ts'
import { createAnonClient } from '#lib/server/supabase/anon-client.ts'
import type { Snapshot } from './snapshot.ts'
import { readSnapshot } from './snapshot-cache.ts'

/** The entry of a rank with what stands around it and what a space has; undefined where there is no such rank. */
export async function readDetails(
  { entries, photos }: Pick<Snapshot, 'entries' | 'photos'>,
  rank: number,
): Promise<EntryDetails | undefined> {
  const entry = entries[rank]
  if (!entry) return undefined
  const nearby = findNearby(entries, entry).map(({ entry: { slug, name, ...other }, meters }) => ({
    slug,
    name,
    mark: toMark(other),
    meters: Math.round(meters),
  }))
  const space = entry.kind === 'space' ? await readSpace(entry.slug) : null
  return { entry, nearby, photos: photos.get(entry.id) ?? [], space }
}

/** The entry alone, for what needs no more; null where the register has no such entry or has never answered. */
export async function readEntry(
  slug: string,
): Promise<({ entry: Entry } & Pick<Snapshot, 'version' | 'demonstration'>) | null> {
  const snapshot = await readSnapshot().catch(() => null)
  const entry = snapshot?.entries[snapshot.ranks.get(slug) ?? -1]
  return entry ? { entry, version: snapshot.version, demonstration: snapshot.demonstration } : null
}

/** Null for a space that is not published, and where the database does not answer. */
async function readSpace(slug: string) {
  try {
    return await readSpaceFacts(createAnonClient(), slug)
  } catch {
    return null
  }
}
