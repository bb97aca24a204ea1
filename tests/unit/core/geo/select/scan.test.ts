import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import { KINDS } from '#lib/core/domain/entry.ts'
import { CONDITIONS } from '#lib/core/geo/select/conditions.ts'
import { type ScanInput, scanEntries } from '#lib/core/geo/select/scan.ts'
import { decodePoints } from '#lib/core/snapshot/decode.ts'
import { encodePoints } from '#lib/core/snapshot/encode.ts'
import type { PointRow } from '#lib/core/snapshot/format.ts'
import { type Filter, NO_FILTER } from '#lib/core/view/filter.ts'
import { toUnknownColumns } from '#tests/support/snapshot.ts'

const business = (...disciplines: Discipline[]): PointRow => ({
  lng: 7,
  lat: 51,
  kind: 'business',
  disciplines,
  state: 'verified',
})
const space: PointRow = { lng: 7.1, lat: 51, kind: 'space', disciplines: [], state: 'reported' }
const nomad: PointRow = { ...business('film'), lng: null, lat: null }

/** Two designers in Opladen, a musician in Wiesdorf, a space without a district, a business without a place. */
const INPUT: ScanInput = {
  points: decodePoints(
    encodePoints([business('design', 'art'), business('art'), business('music'), space, nomad]),
  ),
  texts: {
    districtNames: ['Opladen', 'Wiesdorf'],
    districts: [0, 0, 1, -1, -1],
    confirmedDays: [100, 0, 99, 200, 0],
    ...toUnknownColumns(5),
  },
  filter: NO_FILTER,
  found: null,
  view: null,
  recentSinceDay: 100,
}
const scan = (filter: Partial<Filter>, more: Partial<ScanInput> = {}) =>
  scanEntries({ ...INPUT, ...more, filter: { ...NO_FILTER, ...filter } })

describe('scan', () => {
  test('without a filter everything matches; a business counts under each of its disciplines', () => {
    const { matching, ofKind, unplaced, byKind, byDiscipline, byDistrict } = scan({})
    expect({ matching, ofKind, unplaced }).toEqual({ matching: 5, ofKind: 5, unplaced: 1 })
    expect([...byKind]).toEqual([4, 1])
    expect([byDiscipline[0], byDiscipline[2], byDiscipline[6]]).toEqual([1, 2, 1])
    expect([...byDistrict]).toEqual([2, 1])
  })

  test('a discipline matches by any of an entry`s disciplines; counts beside it stay those of the other filters', () => {
    const { mask, byDiscipline, byKind } = scan({ disciplines: ['art'] })
    expect([...mask]).toEqual([1, 1, 0, 0, 0])
    expect(byDiscipline[0]).toBe(1)
    expect([...byKind]).toEqual([2, 0])
  })

  test('districts are joined by "or"; one that does not exist matches nothing', () => {
    expect(scan({ districts: ['Opladen', 'Wiesdorf'] }).matching).toBe(3)
    expect([...scan({ districts: ['Opladen'] }).byDistrict]).toEqual([2, 1])
    expect(scan({ districts: ['Atlantis'] }).matching).toBe(0)
  })

  test('missed counts, per condition, the entries that fail it alone', () => {
    const { missed, matching } = scan({ disciplines: ['art'], kind: 'space' })
    expect(matching).toBe(0)
    expect(Object.fromEntries(CONDITIONS.map((condition, index) => [condition, missed[index]]))).toEqual({
      query: 0,
      kind: 2,
      disciplines: 1,
      districts: 0,
      isRecent: 0,
      isInView: 0,
      uses: 0,
      states: 0,
      area: 0,
      isStepFree: 0,
      availableBy: 0,
      rents: 0,
    })
  })

  test('recent is the first recent day and all after it', () => {
    expect([...scan({ isRecent: true }).mask]).toEqual([1, 0, 0, 1, 0])
    expect(scan({}).recent).toBe(2)
  })

  test('the view restricts list and counts, but not what the map draws', () => {
    const { mask, mapMask, inView, byKind } = scan({ isInView: true }, { view: [6.9, 50.9, 7.05, 51.1] })
    expect([...mask]).toEqual([1, 1, 1, 0, 0])
    expect([...mapMask]).toEqual([1, 1, 1, 1, 1])
    expect([inView, byKind[1]]).toEqual([3, 0])
    expect(scan({ isInView: true }).matching).toBe(5)
  })

  test('kind and text restrict both list and counts', () => {
    expect(scan({ kind: 'space' })).toMatchObject({ matching: 1, ofKind: 1 })
    const { matching, byDiscipline } = scan({}, { found: Uint8Array.of(0, 1, 0, 0, 0) })
    expect([matching, byDiscipline[2], byDiscipline[0]]).toEqual([1, 1, 0])
  })

  test('each count says how many entries would match if the value were chosen alone', () => {
    const filters = fc.record({
      disciplines: fc.uniqueArray(fc.constantFrom(...DISCIPLINES), { maxLength: 3 }),
      kind: fc.constantFrom(null, ...KINDS),
      districts: fc.uniqueArray(fc.constantFrom('Opladen', 'Wiesdorf'), { maxLength: 2 }),
      isRecent: fc.boolean(),
      isInView: fc.boolean(),
    })
    const view = [6.9, 50.9, 7.05, 51.1] as const
    fc.assert(
      fc.property(filters, (filter) => {
        const { byDiscipline, byKind, byDistrict, recent, inView } = scan(filter, { view })
        const count = (change: Partial<Filter>) => scan({ ...filter, ...change }, { view }).matching
        expect([...byDiscipline]).toEqual(DISCIPLINES.map((code) => count({ disciplines: [code] })))
        expect([...byKind]).toEqual(KINDS.map((kind) => count({ kind })))
        expect([...byDistrict]).toEqual(['Opladen', 'Wiesdorf'].map((name) => count({ districts: [name] })))
        expect([recent, inView]).toEqual([count({ isRecent: true }), count({ isInView: true })])
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})
