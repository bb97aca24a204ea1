import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { KINDS } from '#lib/domain/entry.ts'
import { type Filter, formatFilter, isNoFilter, NO_FILTER, parseFilter } from '#lib/domain/filter.ts'
import { parseEntryPath, toEntryPath } from '#lib/domain/paths.ts'

const filters: fc.Arbitrary<Filter> = fc.record({
  disciplines: fc.subarray([...DISCIPLINES]),
  kind: fc.constantFrom(null, ...KINDS),
  districts: fc.uniqueArray(fc.stringMatching(/^[A-Za-zäöüß]+(-[A-Za-z]+)?$/), { maxLength: 4 }),
  isRecent: fc.boolean(),
  isInView: fc.boolean(),
  query: fc.stringMatching(/^([a-z&=?#%+ü]+( [a-z]+)?)?$/),
})

describe('a filter in an address', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const params = new URLSearchParams()
        formatFilter(filter, params)
        const back = parseFilter(new URLSearchParams(params.toString()))
        expect(back).toEqual({ ...filter, query: filter.query.slice(0, 100) })
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('leaves no trace where nothing is asked, and keeps what is not its own', () => {
    const params = new URLSearchParams('d=music&x=1&q=druck')
    formatFilter(NO_FILTER, params)
    expect(params.toString()).toBe('x=1')
    expect([isNoFilter(NO_FILTER), isNoFilter({ ...NO_FILTER, isRecent: true })]).toEqual([true, false])
  })

  test('is read from anything', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...'dksrvqc'), fc.string()), (raw) => {
        const filter = parseFilter(new URLSearchParams(raw))
        expect(filter.disciplines.every((code) => DISCIPLINES.includes(code))).toBe(true)
        expect(filter.query.length).toBeLessThanOrEqual(100)
      }),
      { seed: 2, numRuns: 500 },
    )
    expect(parseFilter(new URLSearchParams('d=design,nonsense,,music&k=both&r=yes'))).toEqual({
      ...NO_FILTER,
      disciplines: ['music', 'design'],
    })
  })
})

test('an entry`s path and back; other paths name no entry', () => {
  expect(parseEntryPath(toEntryPath('de', 'atelier-sued-1a2b'))).toBe('atelier-sued-1a2b')
  for (const path of ['/de', '/de/entries', '/de/entries/', '/de/entries/A B', '/x/entries/a/b'])
    expect(parseEntryPath(path)).toBeNull()
})
