/** Dims a foreign light style for the dark theme: light and dark change places, hues stay, nothing glares. */
import { Color, type LayerSpecification } from '@maplibre/maplibre-gl-style-spec'

/** The layers with every colour of their paint darkened; images and rasters are dimmed as they are. */
export function darkenLayers(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layers.map((layer) => {
    const paint = Object.entries(layer.paint ?? {}).map(([name, value]) => [
      name,
      name.endsWith('-color') ? darkenValue(value) : value,
    ])
    return { ...layer, paint: { ...Object.fromEntries(paint), ...dimming(layer) } } as LayerSpecification
  })
}

function dimming(layer: LayerSpecification): Record<string, number> {
  if (layer.type === 'raster') return { 'raster-brightness-max': 0.38, 'raster-saturation': -0.5 }
  return layer.type === 'symbol' ? { 'icon-opacity': 0.6 } : {}
}

/** Walks an expression or a function of zoom; every text that reads as a colour is one. */
function darkenValue(value: unknown): unknown {
  if (typeof value === 'string') return darkenColor(value)
  if (Array.isArray(value)) return value.map(darkenValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, darkenValue(part)]))
}

/**
 * Adds to every channel what brings HSL's lightness l to 1 - l, which leaves the hue, then draws it into the range
 * between the dark paper and a soft white.
 */
function darkenColor(text: string): string {
  const color = Color.parse(text)
  if (!color) return text
  const [r, g, b, alpha] = color.rgb
  const shift = 1 - (Math.max(r, g, b) + Math.min(r, g, b))
  const channels = [r, g, b].map((channel) => Math.round(255 * (0.09 + 0.72 * (channel + shift))))
  return `rgba(${channels.join(',')},${alpha})`
}
