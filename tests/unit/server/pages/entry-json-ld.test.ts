import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCLOSURES } from '#lib/core/domain/entry.ts'
import { formatInlineJson } from '#lib/core/domain/json-ld.ts'
import { toEntryJsonLd } from '#lib/server/pages/entry-json-ld.ts'
import { SAMPLE_ENTRY } from '#tests/support/sample-entry.ts'

const PAGE = { url: 'https://karte.example/de/entries/formbuero', city: 'Leverkusen', country: 'DE' }

describe('an entry for search engines', () => {
  test('bears its place only where the public sees it exactly', () => {
    for (const disclosure of DISCLOSURES) {
      const text = formatInlineJson(toEntryJsonLd({ ...SAMPLE_ENTRY, disclosure }, PAGE))
      for (const part of ['7.006', '51.066', 'Musterweg'])
        expect(text.includes(part), `${part}, ${disclosure}`).toBe(disclosure === 'exact')
    }
    expect(toEntryJsonLd({ ...SAMPLE_ENTRY, kind: 'space' }, PAGE)['@type']).toBe('Place')
  })

  test('can neither end its script element nor open another, and reads as it was', () => {
    const hostile = ['</script><script>alert(1)</script>', '<!--<script>', '\u2028', '"}', ']]>']
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), (name) => {
        const text = formatInlineJson(toEntryJsonLd({ ...SAMPLE_ENTRY, name, summary: name }, PAGE))
        expect(text).not.toContain('<')
        expect(JSON.parse(text).name).toBe(name)
      }),
      { seed: 6, numRuns: 500 },
    )
  })
})
