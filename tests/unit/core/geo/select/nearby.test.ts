import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCLOSURES, type Disclosure } from '#lib/core/domain/entry.ts'
import { findNearby, NEARBY_ENTRIES, NEARBY_METERS } from '#lib/core/geo/select/nearby.ts'

const METERS_PER_DEGREE = 111_195 // on the sphere that Turf measures on

type Placed = { id: string; disclosure: Disclosure; lng: number | null; lat: number | null }

/** Metres north of Opladen. */
function placeAt(id: string, meters: number, disclosure: Disclosure = 'exact'): Placed {
  return { id, disclosure, lng: 7.006, lat: 51.066 + meters / METERS_PER_DEGREE }
}

const places: fc.Arbitrary<Placed[]> = fc
  .array(
    fc.record({
      disclosure: fc.constantFrom(...DISCLOSURES),
      lng: fc.option(fc.double({ min: 6.97, max: 7.04, noNaN: true })),
      lat: fc.option(fc.double({ min: 51.05, max: 51.08, noNaN: true })),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, id: String(index) })))

describe('near-by entries', () => {
  test('are the nearest within a kilometre, in metres, without the entry itself', () => {
    const origin = placeAt('here', 0)
    const others = [1200, 900, 300, -40, 0, 700, 500].map((meters) => placeAt(`at ${meters}`, meters))
    const found = findNearby([origin, ...others], origin)
    expect(found.map(({ entry, meters }) => [entry.id, Math.round(meters)])).toEqual([
      ['at 0', 0],
      ['at -40', 40],
      ['at 300', 300],
      ['at 500', 500],
      ['at 700', 700],
    ])
  })

  test('never measure from or to a place that the public does not see exactly', () => {
    fc.assert(
      fc.property(places, (all) => {
        for (const origin of all) {
          const found = findNearby(all, origin)
          if (origin.disclosure !== 'exact' || origin.lng === null) expect(found).toEqual([])
          expect(found.every(({ entry }) => entry.disclosure === 'exact' && entry.id !== origin.id)).toBe(
            true,
          )
          expect(found.length).toBeLessThanOrEqual(NEARBY_ENTRIES)
          expect(found.every(({ meters }) => meters <= NEARBY_METERS)).toBe(true)
        }
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})
