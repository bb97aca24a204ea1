import { expect, test } from 'vitest'
import { findSimilarSlugs } from '#lib/core/geo/select/similar-slugs.ts'

const SLUGS = ['atelier-bahnhofstrasse', 'formbuero-opladen', 'formbuero-wiesdorf', 'werkhalle-manfort']

test('a slug with a typing error finds what was meant, the most similar first', () => {
  expect(findSimilarSlugs(SLUGS, 'formbuero-oplaten', 3)).toEqual([1, 2])
  expect(findSimilarSlugs(SLUGS, 'Atelier-Bahnhofstr', 3)).toEqual([0])
  expect(findSimilarSlugs(SLUGS, 'formbuero', 1)).toHaveLength(1)
})

test('what resembles nothing finds nothing, however long or empty', () => {
  for (const asked of ['xyz', '', 'q'.repeat(100_000)]) expect(findSimilarSlugs(SLUGS, asked, 3)).toEqual([])
})
