/** A mark as the feature that the map's layers draw. */
import type { Feature, Point } from 'geojson'
import { countDisciplines, type MapItem } from '#lib/geo/map-clusters.ts'
import type { SnapshotPoints } from '#lib/snapshot/format.ts'
import { describeEntry } from '#lib/store/describe-entry.ts'
import type { EntryFeatureProperties, SelectionFeatureProperties } from '#lib/style/entry-layers.ts'
import { businessIconId, donutIconId, spaceIconId, spacesIconId } from '#lib/style/icon-ids.ts'
import { toMarkId } from './map-stage.ts'

export function toMarkFeature(item: MapItem, points: SnapshotPoints): Feature<Point, EntryFeatureProperties> {
  const { kind, ranks } = item
  return toFeature(item, { id: toMarkId(item), kind, count: ranks.length, icon: toIconId(item, points) })
}

/** The ring around the mark of the selected entry. */
export function toRingFeature(item: MapItem): Feature<Point, SelectionFeatureProperties> {
  return toFeature(item, { radius: item.radiusPixels })
}

function toFeature<T>({ lng, lat }: MapItem, properties: T): Feature<Point, T> {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lng, lat] }, properties }
}

function toIconId({ kind, isOnePlace, ranks }: MapItem, points: SnapshotPoints): string {
  if (ranks.length > 1)
    return kind === 'business'
      ? donutIconId(countDisciplines(points, ranks), isOnePlace)
      : spacesIconId(ranks.length, isOnePlace)
  const entry = describeEntry(points, ranks[0] ?? 0)
  if (entry.kind === 'business') return businessIconId(entry.discipline, entry.state !== 'unverified')
  return spaceIconId(entry.use, entry.state === 'unverified' ? 'reported' : entry.state)
}
