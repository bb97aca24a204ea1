/** From where chance may draw, as the data at hand allows: loaded addresses, what stands around, the city's outline. */
import type { Position } from 'geojson'
import type { City } from '#lib/core/domain/city.ts'
import type { NullChoices } from '#lib/core/geo/chance/null-places.ts'
import { countAddresses, readAddressPlaces } from '#lib/server/queries/addresses.ts'
import { readContext } from '#lib/server/queries/context-places.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'
import { readOutlinesOf } from './district-outlines.ts'
import type { Snapshot } from './snapshot.ts'

/** More addresses than this make no better picture: then only some of their thousand lots are read. */
const MAX_ADDRESSES = 20_000
const LOTS = 1000

/** Throws when the database does not answer. The outline is that of all districts, without districts the city's box. */
export async function readNullChoices(
  client: AnonClient,
  { version, places }: Pick<Snapshot, 'version' | 'places'>,
  { box }: Pick<City, 'box'>,
): Promise<NullChoices> {
  const [addresses, context, outlines] = await Promise.all([
    readSomeAddresses(client),
    readContext(client),
    readOutlinesOf(version, client),
  ])
  const polygons = outlines.features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
  )
  return {
    addresses: toColumns(addresses),
    surroundings: toColumns([
      ...context.map(({ lng, lat }): [number, number] => [lng, lat]),
      ...Array.from(places.lng, (lng, rank): [number, number] => [lng, places.lat[rank] ?? 0]),
    ]),
    outline: { type: 'MultiPolygon', coordinates: polygons.length > 0 ? polygons : [[toRing(box)]] },
  }
}

async function readSomeAddresses(client: AnonClient): Promise<[number, number][]> {
  const count = await countAddresses(client)
  return readAddressPlaces(client, Math.min(LOTS, Math.ceil((LOTS * MAX_ADDRESSES) / Math.max(count, 1))))
}

function toColumns(places: readonly [number, number][]) {
  return {
    lng: Float64Array.from(places, ([lng]) => lng),
    lat: Float64Array.from(places, ([, lat]) => lat),
  }
}

function toRing([west, south, east, north]: City['box']): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}
