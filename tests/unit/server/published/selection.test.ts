import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { recentSince, toDay } from '#lib/core/domain/freshness.ts'
import { orderRanks } from '#lib/core/geo/select/order-ranks.ts'
import { toExportPath } from '#lib/core/view/export-path.ts'
import { NEAREST, ORDER_KEYS } from '#lib/core/view/order.ts'
import { parseEntriesQuery } from '#lib/server/interface/entries-query.ts'
import { selectEntries } from '#lib/server/interface/select-entries.ts'
import { selectFirstResults } from '#lib/server/published/first-results.ts'
import { scanSnapshot } from '#lib/server/published/scan-snapshot.ts'
import { filters, inventSnapshot } from '#tests/support/register.ts'

const snapshot = await inventSnapshot(400, 11)
const { entries, places: points, columns: texts } = snapshot
const middle = { lng: 7, lat: 51.05 }
const select = (search: string) => {
  const { query, faults } = parseEntriesQuery(new URLSearchParams(search))
  if (!query) throw new Error(JSON.stringify(faults))
  return selectEntries(snapshot, query)
}

/** Edges that lie on, just beside and between the grid's lines. */
const edge = (from: number) => fc.integer({ min: 0, max: 99_999 }).map((step) => from + step * 0.000_000_5)
const views: fc.Arbitrary<Bbox> = fc.tuple(edge(6.95), edge(51), edge(7), edge(51.05))

test('map, list, export and interface find the same entries for 200 filters', () => {
  let found = 0
  fc.assert(
    fc.property(filters, views, fc.constantFrom(...ORDER_KEYS), (filter, view, by) => {
      const where = { view, recentSinceDay: 19_700 }
      const { mask, matching } = scanSnapshot(snapshot, filter, where)
      const order = { by, isDescending: false }
      const listed = orderRanks({ points, texts, mask, order, middle, locale: 'de' }, 0, entries.length)
      const address = new URL(toExportPath('geojson', filter, where), 'http://localhost')
      const { page, matching: exported } = select(address.search)
      found += listed.length
      expect([listed.length, exported]).toEqual([matching, matching])
      expect(listed.sort((a, b) => a - b).map((rank) => entries[rank]?.id)).toEqual(page.map(({ id }) => id))
    }),
    { seed: 3, numRuns: 200 },
  )
  expect(found).toBeGreaterThan(1000)
})

test('the first results are the beginning of the list', () => {
  const today = toDay(new Date())
  fc.assert(
    fc.property(filters, (filter) => {
      const where = { view: null, recentSinceDay: recentSince(today) }
      const { mask, matching, unplaced } = scanSnapshot(snapshot, filter, where)
      const first = selectFirstResults(snapshot, filter, { order: NEAREST, middle, locale: 'de' }, 20)
      const ranks = orderRanks({ points, texts, mask, order: NEAREST, middle, locale: 'de' }, 0, 20)
      expect(first).toMatchObject({ matching, unplaced })
      expect(first.entries.map(({ slug }) => slug)).toEqual(ranks.map((rank) => texts.slugs[rank]))
    }),
    { seed: 4, numRuns: 100 },
  )
})

test('districts are joined by "or" and taken as people write them; an unknown one matches nothing', () => {
  const count = (search: string) => select(search).matching
  expect(count('district=Opladen,Wiesdorf')).toBe(count('district=Opladen') + count('district=Wiesdorf'))
  expect(count('district=BUERRIG')).toBe(count('district=Bürrig'))
  expect(count('district=Bürrig')).toBeGreaterThan(0)
  expect(count('district=Atlantis')).toBe(0)
})

test('"confirmed since" never means what nobody has confirmed', () => {
  const { page } = select('confirmed_since=1960-01-01')
  expect(page.every(({ confirmedOn }) => confirmedOn !== null)).toBe(true)
  expect(page).toHaveLength(entries.filter(({ confirmedOn }) => confirmedOn !== null).length)
})

test.each(['2026-02-31', '2026-2-3', '1.2.2026', '', '2026-02-01T00:00'])(
  'the day "%s" is refused with the cure',
  (text) => {
    const { faults } = parseEntriesQuery(new URLSearchParams({ confirmed_since: text }))
    expect(faults).toEqual([
      { parameter: 'confirmed_since', detail: expect.stringContaining('YYYY-MM-DD') as string },
    ])
  },
)
