import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { DISCIPLINE_COLORS, DISCIPLINE_GLYPH_COLOR, readableOn } from '#lib/core/style/palette.ts'
import { MAP_TOKENS, THEMES, type Theme, TOKENS } from '#lib/core/style/tokens.ts'

const distance = differenceCiede2000()

/** Simulations of Machado et al. 2009 at full strength. */
const SIGHTS = {
  normal: (color: Color) => color,
  deuteranopia: filterDeficiencyDeuter(1),
  protanopia: filterDeficiencyProt(1),
  tritanopia: filterDeficiencyTrit(1),
}
type Sight = keyof typeof SIGHTS

function smallestDistance(theme: Theme, sight: Sight): number {
  const seen = DISCIPLINES.map((code) => {
    const color = parse(DISCIPLINE_COLORS[theme][code])
    if (!color) throw new Error(`${code} has no readable colour`)
    return SIGHTS[sight](color)
  })
  const all = seen.flatMap((a, i) => seen.slice(0, i).map((b) => distance(a, b)))
  expect(all).toHaveLength((DISCIPLINES.length * (DISCIPLINES.length - 1)) / 2)
  return Math.min(...all)
}

describe('discipline colours', () => {
  const least: [Theme, Sight, number][] = [
    ['light', 'normal', 18],
    ['light', 'deuteranopia', 13],
    ['light', 'protanopia', 13],
    ['light', 'tritanopia', 13],
    ['dark', 'normal', 18],
    ['dark', 'deuteranopia', 13],
    ['dark', 'protanopia', 13],
    ['dark', 'tritanopia', 13],
  ]
  it.each(least)('stay apart, %s theme, %s: CIEDE2000 of at least %d', (theme, sight, minimum) => {
    expect(smallestDistance(theme, sight)).toBeGreaterThanOrEqual(minimum)
  })

  it.each(THEMES)('carry a word 4.5:1 (%s)', (theme) => {
    for (const code of DISCIPLINES) {
      const color = DISCIPLINE_COLORS[theme][code]
      expect(wcagContrast(color, readableOn(color)), code).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each(THEMES)('stand out 3:1 from paper and carry their glyph 3:1 (%s)', (theme) => {
    for (const code of DISCIPLINES) {
      const color = DISCIPLINE_COLORS[theme][code]
      expect(wcagContrast(color, TOKENS[theme].paper), `${code} on paper`).toBeGreaterThanOrEqual(3)
      expect(wcagContrast(color, DISCIPLINE_GLYPH_COLOR[theme]), `glyph on ${code}`).toBeGreaterThanOrEqual(3)
      if (theme === 'dark')
        expect(wcagContrast(color, MAP_TOKENS.dark.ground), `${code} on the map`).toBeGreaterThanOrEqual(3)
    }
  })
})
