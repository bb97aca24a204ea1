/** The districts' outlines, drawn on the map beneath the entries; kept as long as the publication's version stays. */
import type { FeatureCollection, Geometry } from 'geojson'
import type { AnonClient } from '#lib/server/supabase/server.ts'

export type DistrictOutlines = FeatureCollection<Geometry, { name: string }>

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

/** All outlines as GeoJSON (RFC 7946, `lng, lat`); throws when the database does not answer. */
async function readDistrictOutlines(client: AnonClient): Promise<DistrictOutlines> {
  const { data, error } = await client.from('district_outlines').select('id, name, boundary').order('id')
  if (error) throw new Error(`The districts cannot be read: ${error.message}`)
  return {
    type: 'FeatureCollection',
    features: data.map(({ id, name, boundary }) => ({
      type: 'Feature',
      id: id ?? 0,
      geometry: boundary as unknown as Geometry,
      properties: { name: name ?? '' },
    })),
  }
}
