/** The address under which the public interface gives exactly what a filter shows. */
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { FILTER_FIELDS, type SpaceConditions } from '#lib/core/domain/fields/filter-fields.ts'
import { toIsoDate } from '#lib/core/domain/freshness.ts'
import type { Filter } from './filter.ts'
import { setOrDelete } from './parameters.ts'

const FILES = { csv: '/api/v1/entries.csv', geojson: '/api/v1/export.geojson' } as const
export type ExportFormat = keyof typeof FILES
export const EXPORT_FORMATS = Object.keys(FILES) as ExportFormat[]

/** What the words of a filter mean for the one who looks: the view in degrees (null without a map), days since 1970. */
export type FilterContext = { view: Bbox | null; recentSinceDay: number }

/** Path and query of the file that holds all entries of a filter. */
export function toExportPath(
  format: ExportFormat,
  filter: Filter,
  { view, recentSinceDay }: FilterContext,
): string {
  const params = new URLSearchParams()
  if (filter.kind) params.set('kind', filter.kind)
  if (filter.disciplines.length > 0) params.set('discipline', filter.disciplines.join(','))
  if (filter.districts.length > 0) params.set('district', filter.districts.join(','))
  if (filter.isInView && view) params.set('bbox', toWorld(view).join(','))
  if (filter.isRecent) params.set('confirmed_since', toIsoDate(recentSinceDay))
  if (filter.query) params.set('q', filter.query)
  setSpaceParameters(params, filter)
  return `${FILES[format]}${params.size > 0 ? `?${params}` : ''}`
}

function setSpaceParameters(params: URLSearchParams, asked: SpaceConditions): void {
  for (const field of FILTER_FIELDS) {
    if (field.kind === 'range') {
      const { from, to } = asked[field.condition]
      setOrDelete(params, `min_${field.parameter}`, String(from ?? ''))
      setOrDelete(params, `max_${field.parameter}`, String(to ?? ''))
    } else if (field.kind === 'choices') {
      setOrDelete(params, field.parameter, asked[field.condition].join(','))
    } else if (field.kind === 'flag') {
      setOrDelete(params, field.parameter, asked[field.condition] ? 'true' : '')
    } else setOrDelete(params, field.parameter, asked[field.condition] ?? '')
  }
}

/** A map may show more than the world; digits stay as they are, so that no entry at the edge is lost. */
function toWorld([west, south, east, north]: Bbox): Bbox {
  return [Math.max(-180, west), Math.max(-90, south), Math.min(180, east), Math.min(90, north)]
}
