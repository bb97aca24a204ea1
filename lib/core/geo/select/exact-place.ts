/** Which places may be measured from, linked to and handed on: those that the public sees as they are. */
import type { Entry } from '#lib/core/domain/fields/field-values.ts'

/** `[lng, lat]` in degrees (WGS 84); null for a place that is blurred, known by district or not shown. */
export function toExactPlace({
  disclosure,
  lng,
  lat,
}: Pick<Entry, 'disclosure' | 'lng' | 'lat'>): [number, number] | null {
  return disclosure === 'exact' && lng !== null && lat !== null ? [lng, lat] : null
}
