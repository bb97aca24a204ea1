/**
 * Faces and paint of map labels. Without glyph server MapLibre draws labels with the page's fonts: it joins `text-font` into
 * a CSS font list and takes weight and slant from words in the first name. So the first name carries the weight
 * (no face answers to it), the second is the face that the page has loaded.
 */
import type { SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { FACES, type MapTokens } from '#lib/core/style/tokens.ts'

const WORDS = { regular: 'Regular', medium: 'Medium', semibold: 'Semibold', bold: 'Bold', italic: 'Italic' }

/** A `text-font` in the page's text face, or in its display face. */
export function labelFont(weight: keyof typeof WORDS, face: keyof typeof FACES = 'text'): string[] {
  return [`${FACES[face]} ${WORDS[weight]}`, FACES[face]]
}

/** Paint of a label in the colour given, on the map's pale or dark halo, which is so many pixels wide. */
export function labelPaint(
  map: MapTokens,
  color: string,
  haloPixels = 1.4,
): NonNullable<SymbolLayerSpecification['paint']> {
  return {
    'text-color': color,
    'text-halo-color': map.halo,
    'text-halo-width': haloPixels,
    'text-halo-blur': 0.4,
  }
}
