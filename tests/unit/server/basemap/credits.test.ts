import { expect, test } from 'vitest'
import { formatAttribution } from '#lib/server/basemap/attribution.ts'
import { splitAttribution } from '#lib/server/basemap/credits.ts'

test('an attribution in pieces reads as before, links stay links, escaped text comes back', () => {
  const html = formatAttribution(
    '<a href="https://example.org/?a=1&amp;b=2">Stadt & Land</a> · OpenStreetMap contributors',
    'de',
  )
  expect(splitAttribution(html)).toEqual([
    { text: 'Stadt & Land', href: 'https://example.org/?a=1&b=2' },
    { text: ' · ', href: null },
    { text: 'OpenStreetMap-Mitwirkende', href: 'https://www.openstreetmap.org/copyright' },
  ])
})
