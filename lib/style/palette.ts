/**
 * The twelve discipline colours and glyphs. Colour never stands alone: each has a glyph of the Lucide set.
 * Both lists were found by search in OKLCH for the largest smallest CIEDE2000 distance under normal sight and
 * the three colour-blind ones; the dark list is its own, because the light one mixed with white falls to 0.9
 * between art and books under deuteranopia. The palette's test measures both.
 */
import type { Discipline } from '#lib/domain/discipline.ts'
import { type Theme, TOKENS } from './tokens.ts'

/** Fill of a discipline's mark by theme. */
export const DISCIPLINE_COLORS: Readonly<Record<Theme, Readonly<Record<Discipline, string>>>> = {
  light: {
    music: '#4F0F89',
    books: '#574C00',
    art: '#9F0011',
    film: '#73003D',
    broadcasting: '#4588F1',
    'performing-arts': '#BD7797',
    design: '#B16900',
    architecture: '#006A75',
    press: '#004930',
    advertising: '#00A647',
    'software-games': '#4B52D5',
    other: '#66635D',
  },
  dark: {
    music: '#9F82B0',
    books: '#FBDF29',
    art: '#C33C00',
    film: '#AD457C',
    broadcasting: '#3C64D6',
    'performing-arts': '#F39BB0',
    design: '#F67C04',
    architecture: '#86F4EC',
    press: '#679F6F',
    advertising: '#C4EAA8',
    'software-games': '#94B4FF',
    other: '#706F68',
  },
}

/** Glyph on a discipline's fill: sheet in the light, paper (near black) in the dark, 3:1 on every fill. */
export const DISCIPLINE_GLYPH_COLOR: Readonly<Record<Theme, string>> = {
  light: TOKENS.light.sheet,
  dark: TOKENS.dark.paper,
}

/** Each discipline's glyph by its name in the Lucide set. */
export const DISCIPLINE_GLYPHS = {
  music: 'music',
  books: 'book-open',
  art: 'palette',
  film: 'clapperboard',
  broadcasting: 'radio',
  'performing-arts': 'drama',
  design: 'pen-tool',
  architecture: 'landmark',
  press: 'newspaper',
  advertising: 'megaphone',
  'software-games': 'gamepad-2',
  other: 'sparkles',
} as const satisfies Record<Discipline, string>
