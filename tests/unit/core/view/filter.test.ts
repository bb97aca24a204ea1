import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { KINDS } from '#lib/core/domain/entry.ts'
import {
  changeFilter,
  type Filter,
  formatFilter,
  isNoFilter,
  isSameFilter,
  NO_FILTER,
  parseFilter,
} from '#lib/core/view/filter.ts'
import { parseEntryPath, toEntryPath, toSearchParams } from '#lib/core/view/paths.ts'
import { parsePlanningView } from '#lib/core/view/planning-view.ts'
import { NO_SPACE_CONDITIONS } from '#lib/core/view/space-conditions.ts'
import { parseCamera } from '#lib/core/view/view.ts'
import { spaceConditions } from '#tests/support/register.ts'

const otherConditions = fc.record({
  disciplines: fc.subarray([...DISCIPLINES]),
  kind: fc.constantFrom(null, ...KINDS),
  districts: fc.uniqueArray(fc.stringMatching(/^[A-Za-zäöüß]+(-[A-Za-z]+)?$/), { maxLength: 4 }),
  isRecent: fc.boolean(),
  isInView: fc.boolean(),
  query: fc.stringMatching(/^([a-z&=?#%+ü]+( [a-z]+)?)?$/),
})
/** What is asked of spaces or of any kind, never both. */
const filters: fc.Arbitrary<Filter> = fc
  .tuple(otherConditions, fc.oneof(fc.constant(NO_SPACE_CONDITIONS), spaceConditions))
  .map(([others, conditions]) => changeFilter({ ...NO_FILTER, ...others }, conditions))

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
      fc.property(fc.dictionary(fc.constantFrom(...'dksrvqcuzfebp'), fc.string()), (raw) => {
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
    for (const mangled of ['u=castle&z=let&f=40&e=yes&b=2027-02-29&p=cheap', 'f=-&b=soon', 'f=0-0', 'f=1e2-'])
      expect(parseFilter(new URLSearchParams(mangled)), mangled).toEqual(NO_FILTER)
  })

  test('asks of spaces in letters that no other page uses', () => {
    const filter: Filter = {
      ...NO_FILTER,
      kind: 'space',
      uses: ['studio', 'workshop'],
      states: ['offered'],
      area: { from: 40, to: null },
      isStepFree: true,
      availableBy: '2027-03-01',
      rents: ['free', 'low'],
    }
    const address = 'u=studio,workshop&z=offered&f=40-&e=1&b=2027-03-01&p=free,low'
    expect(parseFilter(new URLSearchParams(address))).toEqual(filter)
    const params = new URLSearchParams()
    formatFilter(filter, params)
    expect(params.toString().replaceAll('%2C', ',')).toBe(`k=space&${address}`)
    const view = parsePlanningView(params)
    expect(view).toEqual(parsePlanningView(new URLSearchParams()))
  })
})

test('an entry`s path and back, whatever somebody typed; other paths name no entry', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (slug) => {
      expect(parseEntryPath(toEntryPath('de', slug))).toEqual({ locale: 'de', slug })
    }),
    { seed: 3, numRuns: 500 },
  )
  for (const path of [
    '/de',
    '/de/entries',
    '/de/entries/',
    '/x/entries/a',
    '/de/entries/a/b',
    '/de/entries/%E0%A4%A',
  ])
    expect(parseEntryPath(path)).toBeNull()
})

test('a parameter that is given several times reads alike on server and in the browser', () => {
  const onServer = toSearchParams({ d: ['design', 'music'], q: ['a', 'b'], k: undefined })
  const inBrowser = new URLSearchParams('d=design&d=music&q=a&q=b')
  expect(parseFilter(onServer)).toEqual({ ...NO_FILTER, disciplines: ['design'], query: 'a' })
  expect(parseFilter(onServer)).toEqual(parseFilter(inBrowser))
})

test('what is asked of spaces and the kind follow each other', () => {
  const workshops = changeFilter({ ...NO_FILTER, kind: 'business' }, { uses: ['workshop'] })
  expect(workshops).toEqual({ ...NO_FILTER, kind: 'space', uses: ['workshop'] })
  expect(changeFilter(workshops, { isRecent: true })).toEqual({ ...workshops, isRecent: true })
  for (const kind of [null, 'business'] as const)
    expect(changeFilter(workshops, { kind })).toEqual({ ...NO_FILTER, kind })
  expect(parseFilter(new URLSearchParams('k=business&u=workshop'))).toEqual(workshops)
})

test('filters are the same when they ask for the same', () => {
  fc.assert(
    fc.property(filters, filters, (a, b) => {
      expect(isSameFilter(a, { ...a })).toBe(true)
      expect(isSameFilter(a, b)).toBe(isSameFilter(b, a))
      expect(isSameFilter(a, { ...a, isRecent: !a.isRecent })).toBe(false)
    }),
    { seed: 4, numRuns: 200 },
  )
})

test('a camera is read only where it can stand', () => {
  for (const text of [
    '7,91,12',
    '7,-90,12',
    '181,51,12',
    '7,51,21',
    '7,51,-1',
    'NaN,NaN,NaN',
    '7,51',
    '7,51,12,1',
    ',,',
    'Infinity,0,1',
    '',
  ])
    expect(parseCamera(text), text).toBeNull()
  expect(parseCamera('7.006,51.066,14')).toEqual({ lng: 7.006, lat: 51.066, zoom: 14 })
})
