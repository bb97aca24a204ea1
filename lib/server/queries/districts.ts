/** The districts' outlines. */
import type { FeatureCollection, Geometry } from 'geojson'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

export type DistrictOutlines = FeatureCollection<Geometry, { name: string }>

/** All outlines as GeoJSON (RFC 7946, `lng, lat`); throws when the database does not answer. */
export async function readDistrictOutlines(client: AnonClient): Promise<DistrictOutlines> {
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
