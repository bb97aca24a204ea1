import { wcagContrast } from 'culori'
import { describe, expect, it } from 'vitest'
import { MAP_TOKENS, THEMES, TOKENS } from '#lib/core/style/tokens.ts'
import { formatTokensCss } from '#lib/core/style/tokens-css.ts'

describe('tokens', () => {
  it('stand in the style sheet of the pages as they stand in the code', async () => {
    await expect(formatTokensCss()).toMatchFileSnapshot('../../../../app/tokens.css')
  })

  it.each(THEMES)('are readable: texts 4.5:1, edges of controls 3:1 (%s)', (theme) => {
    const token = TOKENS[theme]
    for (const ground of [token.paper, token.sheet, token['seedling-ground']])
      for (const text of [token.ink, token.muted])
        expect(wcagContrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    for (const ground of [token.paper, token.sheet]) {
      expect(wcagContrast(token.seedling, ground)).toBeGreaterThanOrEqual(4.5)
      expect(wcagContrast(token.danger, ground)).toBeGreaterThanOrEqual(4.5)
      expect(wcagContrast(token.edge, ground)).toBeGreaterThanOrEqual(3)
    }
    expect(wcagContrast(token.seedling, token['seedling-ground'])).toBeGreaterThanOrEqual(4.5)
    expect(wcagContrast(token['on-seedling'], token.seedling)).toBeGreaterThanOrEqual(4.5)
    expect(wcagContrast(token['on-danger'], token.danger)).toBeGreaterThanOrEqual(4.5)
    expect(wcagContrast(token.danger, token['danger-ground'])).toBeGreaterThanOrEqual(4.5)
    expect(wcagContrast(token.notice, token['notice-ground'])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(THEMES)('give every map label 4.5:1 on its halo (%s)', (theme) => {
    const { label, placeLabel, waterLabel, woodLabel, halo } = MAP_TOKENS[theme]
    expect(wcagContrast(waterLabel, MAP_TOKENS[theme].water)).toBeGreaterThanOrEqual(4.5)
    for (const text of [label, placeLabel, woodLabel])
      expect(wcagContrast(text, halo), `${text} on ${halo}`).toBeGreaterThanOrEqual(4.5)
  })
})
