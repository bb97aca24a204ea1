/** From items of the view to the features of the map's one source. */
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { ENTRY_STATES, SPACE_USES } from '#lib/domain/entry.ts'
import type { MapItem } from '#lib/geo/map-clusters.ts'
import { type SnapshotPoints, USE_OFFSET } from '#lib/snapshot/format.ts'
import { businessIconId, donutIconId, spaceIconId } from '#lib/style/icon-ids.ts'

/** The feature's `id` is the position of its item in the list. */
export function toEntryFeatures(
  points: SnapshotPoints,
  items: readonly MapItem[],
): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: items.map((item, index) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [item.lng, item.lat] },
      properties: {
        id: String(index),
        type: item.type,
        count: item.ranks.length,
        icon: toIconId(points, item),
      },
    })),
  }
}

function toIconId(points: SnapshotPoints, item: MapItem): string {
  const rank = item.ranks[0] ?? 0
  const category = points.discipline[rank] ?? 0
  const state = ENTRY_STATES[points.state[rank] ?? 0] ?? 'unverified'
  if (item.type === 'business') return businessIconId(DISCIPLINES[category] ?? 'other', state === 'verified')
  if (item.type === 'space')
    return spaceIconId(
      SPACE_USES[category - USE_OFFSET] ?? 'shop',
      state === 'unverified' ? 'reported' : state,
    )
  return donutIconId(item.counts, item.type === 'stack' ? 'stack' : 'donut')
}
