/**
 * The twelve discipline colours. Colour never stands alone: each has a glyph of the Lucide set (`glyphs.ts`).
 * Both lists were found by search in OKLCH for the largest smallest CIEDE2000 distance under normal sight and
 * the three colour-blind ones; the dark list is its own, because the light one mixed with white falls to 0.9
 * between art and books under deuteranopia. The palette's test measures both.
 */
import type { Discipline } from '#lib/core/domain/discipline.ts'
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

/** White or black text on a colour (`#RRGGBB`), whichever stands out more: at least 4.5:1 on any colour (WCAG 2.2, relative luminance). */
export function readableOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return (luminance + 0.05) ** 2 > 1.05 * 0.05 ? '#000000' : '#FFFFFF'
}
