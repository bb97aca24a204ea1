import { describe, expect, test } from 'vitest'
import { readLinkOrigin, readPublicUrl, toOrigin } from '#lib/server/http/public-url.ts'
import { ENTRIES_PER_PART, formatSitemapIndex, formatSitemapPart } from '#lib/server/pages/sitemap.ts'

const ORIGIN = 'https://karte.example'
const addressesOf = (xml: string | null) =>
  [...(xml ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map((hit) => hit[1])

describe('the list of pages', () => {
  test('names every entry in every language exactly once, in parts that a file may hold', () => {
    const entries = Array.from({ length: ENTRIES_PER_PART + 1 }, (_, nth) => ({ slug: `eintrag-${nth}` }))
    const published = { demonstration: false, entries }
    expect(addressesOf(formatSitemapIndex(published, ORIGIN))).toEqual([
      `${ORIGIN}/sitemaps/0.xml`,
      `${ORIGIN}/sitemaps/1.xml`,
    ])
    const parts = [0, 1].map((part) => addressesOf(formatSitemapPart(published, ORIGIN, part)))
    expect(parts.every((part) => part.length <= 50_000)).toBe(true)
    const all = parts.flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(2 * (entries.length + 1))
    expect(all).toContain(`${ORIGIN}/en/entries/eintrag-${ENTRIES_PER_PART}`)
    expect(formatSitemapPart(published, ORIGIN, 2)).toBeNull()
  })

  test('keeps invented entries from search engines, and holds with no entry at all', () => {
    const invented = { demonstration: true, entries: [{ slug: 'demo-1' }] }
    const pages = [`${ORIGIN}/de`, `${ORIGIN}/en`]
    expect(addressesOf(formatSitemapPart(invented, ORIGIN, 0))).toEqual(pages)
    expect(addressesOf(formatSitemapPart({ demonstration: false, entries: [] }, ORIGIN, 0))).toEqual(pages)
  })
})

describe('the address under which visitors know the app', () => {
  test('is what is configured, or says what is wrong with it', () => {
    expect(readPublicUrl('https://karte.example/')).toBe(ORIGIN)
    expect(readPublicUrl('')).toBeNull()
    for (const wrong of [
      'karte.example',
      'ftp://karte.example',
      'https://a.example/path',
      'https://me@a.example',
    ])
      expect(() => readPublicUrl(wrong), wrong).toThrow(/PUBLIC_URL .* https:\/\/karte\.example/)
  })

  test('links of mails lead there, without it to the app on this machine', () => {
    expect(readLinkOrigin({ PUBLIC_URL: 'https://karte.example/', PORT: '3001' })).toBe(ORIGIN)
    expect(readLinkOrigin({ PUBLIC_URL: '' })).toBe('http://localhost:3000')
    expect(readLinkOrigin({ PORT: '3001' })).toBe('http://localhost:3001')
  })

  test('a forged host never stands in for the configured one, and is never more than a host', () => {
    const asked = (host: string) => new Headers({ host })
    expect(toOrigin(asked('evil.example'), ORIGIN)).toBe(ORIGIN)
    expect(toOrigin(asked('localhost:3000'), null)).toBe('http://localhost:3000')
    for (const host of ['a/b', 'me@evil.example', 'a b', '', '"><script>'])
      expect(toOrigin(asked(host), null), host).toBe('http://localhost')
  })
})
