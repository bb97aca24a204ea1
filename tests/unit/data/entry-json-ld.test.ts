import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toEntryJsonLd } from '#lib/data/entry-json-ld.ts'
import { DISCLOSURES, type Entry } from '#lib/domain/entry.ts'
import { formatInlineJson } from '#lib/domain/json-ld.ts'

const ENTRY: Entry = {
  id: '1',
  kind: 'business',
  slug: 'formbuero',
  name: 'Formbüro',
  summary: 'Gestaltung',
  services: ['Messebau'],
  website: 'https://formbuero.example',
  address: 'Musterweg 1',
  district: 'Opladen',
  lng: 7.006,
  lat: 51.066,
  disclosure: 'exact',
  disciplines: ['design'],
  state: 'verified',
  use: null,
  areaSquareMeters: null,
  stepFree: null,
  availableFrom: null,
  rentClass: null,
  confirmedOn: null,
  confirmedBy: null,
  source: 'Test',
  sourceKey: 'test',
  license: 'CC0-1.0',
  licenseUrl: null,
  attribution: '',
}
const PAGE = { url: 'https://karte.example/de/entries/formbuero', city: 'Leverkusen', country: 'DE' }

describe('an entry for search engines', () => {
  test('bears its place only where the public sees it exactly', () => {
    for (const disclosure of DISCLOSURES) {
      const text = formatInlineJson(toEntryJsonLd({ ...ENTRY, disclosure }, PAGE))
      for (const part of ['7.006', '51.066', 'Musterweg'])
        expect(text.includes(part), `${part}, ${disclosure}`).toBe(disclosure === 'exact')
    }
    expect(toEntryJsonLd({ ...ENTRY, kind: 'space' }, PAGE)['@type']).toBe('Place')
  })

  test('can neither end its script element nor open another, and reads as it was', () => {
    const hostile = ['</script><script>alert(1)</script>', '<!--<script>', '\u2028', '"}', ']]>']
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), (name) => {
        const text = formatInlineJson(toEntryJsonLd({ ...ENTRY, name, summary: name }, PAGE))
        expect(text).not.toContain('<')
        expect(JSON.parse(text).name).toBe(name)
      }),
      { seed: 6, numRuns: 500 },
    )
  })
})
