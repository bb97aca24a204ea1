/** The places of a list's rows, numbered as they stand there; those outside the city's box do not widen the map. */
import type { MarkedPlace } from '#components/map/places/marked-places-map.ts'
import { type Bbox, isBeyond } from '#lib/core/domain/bbox.ts'

type Row = { key: string; lng: number | null; lat: number | null }

export function toQueuePlaces(rows: readonly Row[], city: Bbox): MarkedPlace[] {
  return rows
    .flatMap(({ key, lng, lat }) => (lng === null || lat === null ? [] : [{ key, lng, lat }]))
    .map((place, index) => ({
      ...place,
      sign: `${index + 1}`,
      label: `${index + 1}: ${place.key}`,
      isMain: false,
      isFar: isBeyond(city, place),
    }))
}
