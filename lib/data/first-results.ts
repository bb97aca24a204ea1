/** The first entries of a filter, for a list that can be read before any script has run. */
import type { Filter } from '#lib/domain/filter.ts'
import { scanEntries, searchTexts } from '#lib/geo/mask.ts'
import { decodePoints, decodeTexts } from '#lib/snapshot/decode.ts'
import { readSnapshot } from './snapshot-cache.ts'

export type FirstResults = {
  entries: { slug: string; name: string; district: string }[]
  matching: number
  total: number
  demonstration: boolean
}

/** Up to `limit` entries in the order of the list; null while the database has never answered. */
export async function readFirstResults(filter: Filter, limit: number): Promise<FirstResults | null> {
  const snapshot = await readSnapshot().catch(() => null)
  if (!snapshot) return null
  const points = decodePoints(snapshot.points.plain)
  const texts = decodeTexts(new TextDecoder().decode(snapshot.texts.plain), points.count)
  const { mask, matching } = scanEntries(points, filter, searchTexts(texts, filter.query))
  const entries = snapshot.entries
    .filter((_, rank) => mask[rank])
    .slice(0, limit)
    .map(({ slug, name, district }) => ({ slug, name, district: district ?? '' }))
  return { entries, matching, total: points.count, demonstration: snapshot.demonstration }
}
