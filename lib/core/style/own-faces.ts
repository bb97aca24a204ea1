/** Lets a foreign style speak in our faces, so that it needs no glyph server. */
import type { LayerSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { labelFont } from '#lib/core/style/basemap/basemap-labels.ts'

type Field = NonNullable<SymbolLayerSpecification['layout']>['text-field']

/** The layer with its labels in the page's text face, in about the weight and slant that it asked for. */
export function withOwnFaces(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== 'symbol' || layer.layout?.['text-field'] === undefined) return layer
  const asked = JSON.stringify(layer.layout['text-font'] ?? '')
  const field = withoutFaces(layer.layout['text-field']) as Field
  return {
    ...layer,
    layout: { ...layer.layout, 'text-field': field, 'text-font': labelFont(weightOf(asked)) },
  }
}

function weightOf(asked: string): Parameters<typeof labelFont>[0] {
  if (/italic|oblique/i.test(asked)) return 'italic'
  if (/semi|demi|bold|black|heavy/i.test(asked)) return 'semibold'
  return /medium/i.test(asked) ? 'medium' : 'regular'
}

/** `format` expressions may name a face for each part. */
function withoutFaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFaces)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'text-font'))
}
