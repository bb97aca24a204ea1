import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { ENTRY_STATES, KINDS, SPACE_USES } from '#lib/core/domain/entry.ts'
import { decodePoints, decodeTexts } from '#lib/core/snapshot/decode.ts'
import { encodePoints, sortForSnapshot } from '#lib/core/snapshot/encode.ts'
import { type PointRow, toCategoryByte, toKindByte, toStateByte } from '#lib/core/snapshot/format.ts'
import { toSecondaryMask } from '#tests/support/secondary-mask.ts'

const place = fc.option(
  fc.record({
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
    lat: fc.double({ min: -85, max: 85, noNaN: true }),
  }),
)

const rowArbitrary: fc.Arbitrary<PointRow> = fc
  .record({
    place,
    kind: fc.constantFrom(...KINDS),
    disciplines: fc.uniqueArray(fc.constantFrom(...DISCIPLINES), { maxLength: 4 }),
    state: fc.constantFrom(...ENTRY_STATES),
    use: fc.constantFrom(...SPACE_USES),
  })
  .map(({ place: at, ...rest }) => ({ lng: at?.lng ?? null, lat: at?.lat ?? null, ...rest }))

describe('points', () => {
  test('what is encoded comes back, to half a step of the grid', () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { maxLength: 60 }), (unsorted) => {
        const rows = sortForSnapshot(unsorted)
        const points = decodePoints(encodePoints(rows))
        expect(points.count).toBe(rows.length)
        expect(points.locatedCount).toBe(rows.filter((row) => row.lng !== null).length)
        for (const [rank, row] of rows.entries()) {
          expect(points.kind[rank]).toBe(toKindByte(row.kind))
          expect(points.discipline[rank]).toBe(toCategoryByte(row))
          expect(points.state[rank]).toBe(toStateByte(row.state))
          expect(points.secondaryMask[rank]).toBe(toSecondaryMask(row.disciplines))
          if (row.lng === null || row.lat === null) continue
          expect(Math.abs((points.lng[rank] ?? Number.NaN) - row.lng)).toBeLessThanOrEqual(5.1e-6)
          expect(Math.abs((points.lat[rank] ?? Number.NaN) - row.lat)).toBeLessThanOrEqual(5.1e-6)
        }
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test('truncated, foreign and lengthened bytes are refused with a reason', () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 20 }), fc.nat(), (unsorted, at) => {
        const bytes = encodePoints(sortForSnapshot(unsorted))
        expect(() => decodePoints(bytes.slice(0, at % bytes.length))).toThrow(RangeError)
        expect(() => decodePoints(new Uint8Array([...bytes, 0]))).toThrow(/longer/)
      }),
      { seed: 2, numRuns: 200 },
    )
    expect(() => decodePoints(new TextEncoder().encode('<!doctype html>'))).toThrow(/not a snapshot/)
  })

  test('rows without a place come last, the others in the same order whatever came first', () => {
    const row = (lng: number | null, lat: number | null): PointRow => ({
      lng,
      lat,
      kind: 'business',
      disciplines: ['art'],
      state: 'verified',
    })
    const rows = [row(null, null), row(7.1, 51.1), row(6.9, 51), row(7, 51.05)]
    const sorted = sortForSnapshot(rows)
    expect(sorted.at(-1)?.lng).toBeNull()
    expect(sortForSnapshot(rows.toReversed())).toEqual(sorted)
  })
})

test('texts whose columns do not fit are refused', () => {
  const texts = {
    names: ['A'],
    slugs: ['a'],
    districtNames: [],
    districts: [-1],
    confirmedDays: [0],
    summaries: [''],
    services: [[]],
    addresses: [''],
    areasSquareMeters: [0],
    stepFree: [0],
    availableDays: [0],
    rents: [0],
  }
  expect(decodeTexts(JSON.stringify(texts), 1).names).toEqual(['A'])
  expect(() => decodeTexts(JSON.stringify(texts), 2)).toThrow(/do not fit/)
  expect(() => decodeTexts(JSON.stringify({ ...texts, rents: undefined }), 1)).toThrow(/do not fit/)
})

test('rows in another order than that of the file are refused', () => {
  const rows: PointRow[] = [7.1, 6.9].map((lng) => ({
    lng,
    lat: 51,
    kind: 'space',
    disciplines: [],
    state: 'reported',
  }))
  expect(() => encodePoints(rows)).toThrow(/sort them first/)
})
