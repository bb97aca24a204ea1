/** Items of the map as marks to paint. */

import { describeEntry } from '#lib/client/store/describe-entry.ts'
import { countDisciplines, type MapItem } from '#lib/core/geo/map/map-clusters.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import type { SnapshotPoints } from '#lib/core/snapshot/format.ts'
import { countLabelPixels } from '#lib/core/style/count-label.ts'
import type { Icon } from '#lib/core/style/icon-ids.ts'
import type { CanvasMark, Look } from './marks-canvas.ts'

export function toLook({ kind, isOnePlace, ranks }: MapItem, points: SnapshotPoints, locale: Locale): Look {
  const shape = toIcon({ kind, isOnePlace, ranks }, points)
  if (ranks.length === 1) return { shape }
  const label = {
    text: ranks.length.toLocaleString(locale),
    sizePixels: countLabelPixels(kind, ranks.length),
    // A donut's count stands on paper, that of spaces on ink.
    color: kind === 'business' ? ('ink' as const) : ('sheet' as const),
  }
  return { shape, label }
}

/** The ring around the mark of the selected entry. */
export function toRing({ lng, lat, radiusPixels }: MapItem): CanvasMark {
  return { lng, lat, look: { shape: { radiusPixels } } }
}

function toIcon(
  { kind, isOnePlace, ranks }: Pick<MapItem, 'kind' | 'isOnePlace' | 'ranks'>,
  points: SnapshotPoints,
): Icon {
  if (ranks.length > 1)
    return kind === 'business'
      ? { type: isOnePlace ? 'stack' : 'donut', counts: countDisciplines(points, ranks) }
      : { type: isOnePlace ? 'space-stack' : 'spaces', count: ranks.length }
  const entry = describeEntry(points, ranks[0] ?? 0)
  return entry.kind === 'business'
    ? { type: 'business', discipline: entry.discipline, verified: entry.state !== 'unverified' }
    : { type: 'space', use: entry.use, state: entry.state === 'unverified' ? 'reported' : entry.state }
}
