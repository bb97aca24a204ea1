import { expect, test } from 'vitest'
import { formatEmbedCode, parseEmbedPart, toEmbedPath, toWholePath } from '#lib/core/view/embed.ts'

test('an embedded page takes over filter, order and camera, but no table', () => {
  const search = 'd=design,music&o=name&t=1&c=7,51,13'
  expect(toEmbedPath('de', 'list', search)).toBe('/de/embed?d=design,music&o=name&c=7,51,13&show=list')
  expect(toEmbedPath('en', 'both', 'show=map')).toBe('/en/embed')
  expect(toWholePath('de', 'd=design,music&show=map')).toBe('/de?d=design,music')
})

test('anything unknown shows both', () => {
  expect([parseEmbedPart('map'), parseEmbedPart('list')]).toEqual(['map', 'list'])
  for (const text of [null, '', 'table', 'Map']) expect(parseEmbedPart(text)).toBe('both')
})

test('no filter breaks out of the lines to copy', () => {
  const path = toEmbedPath('de', 'both', new URLSearchParams({ q: '"><script>', d: 'art' }).toString())
  const code = formatEmbedCode(`https://example.org${path}`, 'Karte "Mitte" & Umland')
  expect(code).not.toContain('<script')
  expect(code).toContain('title="Karte &quot;Mitte&quot; &amp; Umland"')
  expect(code.match(/"/g)).toHaveLength(2 * 6)
})
