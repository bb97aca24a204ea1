/** The filter that most basemap layers share. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec'

/** Keeps features whose `class` is one of these. */
export function classIn(...classes: string[]): ExpressionSpecification {
  return ['in', ['get', 'class'], ['literal', classes]]
}
