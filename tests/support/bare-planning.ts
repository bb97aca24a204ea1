/** What planning reads of a register with nothing around it, for tests of its answers; what no entry tells is unknown. */
import { toSurroundings } from '#lib/core/geo/areas/surroundings.ts'
import type { Planning } from '#lib/server/published/planning-cache.ts'

export function toBarePlanning(read: Planning['snapshot']): Planning {
  const { version, places, columns } = read
  return {
    version,
    snapshot: read,
    columns: {
      ...places,
      confirmedDays: columns.confirmedDays,
      areaSquareMeters: read.entries.map(({ areaSquareMeters }) => areaSquareMeters ?? Number.NaN),
      stepFree: new Uint8Array(places.count),
    },
    districts: columns.districts,
    districtNames: columns.districtNames,
    surroundings: toSurroundings([]),
    steps: [],
    outlines: { type: 'FeatureCollection', features: [] },
  }
}
