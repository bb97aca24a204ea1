/** The districts' outlines, drawn on the map beneath the entries; kept as long as the publication's version stays. */
import { type DistrictOutlines, readDistrictOutlines } from '#lib/server/queries/districts.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

let kept: { version: string; outlines: DistrictOutlines } | null = null

/** The outlines of a version; where the database does not answer, those of the last one. Throws when there are none. */
export async function readOutlinesOf(version: string, client: AnonClient): Promise<DistrictOutlines> {
  if (kept?.version === version) return kept.outlines
  try {
    kept = { version, outlines: await readDistrictOutlines(client) }
  } catch (fault) {
    if (!kept) throw fault
  }
  return kept.outlines
}
