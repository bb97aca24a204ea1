/**
 * Faces of map labels. Without glyph server MapLibre draws labels with the page's fonts: it joins `text-font` into
 * a CSS font list and takes weight and slant from words in the first name. So the first name carries the weight
 * (no face answers to it), the second is the face that the page has loaded.
 */
import { FACES } from './tokens.ts'

const WORDS = { regular: 'Regular', medium: 'Medium', semibold: 'Semibold', bold: 'Bold', italic: 'Italic' }

/** A `text-font` in the page's text face, or in its display face. */
export function labelFont(weight: keyof typeof WORDS, face: keyof typeof FACES = 'text'): string[] {
  return [`${FACES[face]} ${WORDS[weight]}`, FACES[face]]
}
