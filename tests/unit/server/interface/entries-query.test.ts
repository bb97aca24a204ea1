import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_ENTRIES_PER_PAGE, PARAMETERS, parseEntriesQuery } from '#lib/server/interface/entries-query.ts'

const parse = (search: string) => parseEntriesQuery(new URLSearchParams(search))

test('what is asked for is read, and nothing asked for is no condition', () => {
  expect(parse('').query).toMatchObject({
    kind: null,
    disciplines: [],
    bbox: null,
    query: '',
    limit: null,
    offset: 0,
  })
  const { query, faults } = parse(
    'kind=business&discipline=design,%20music&district=Opladen&bbox=6.9,51,7.1,51.1&q=%20Druck%20&limit=10&offset=20',
  )
  expect(faults).toEqual([])
  expect(query).toMatchObject({
    kind: 'business',
    disciplines: ['design', 'music'],
    bbox: [6.9, 51, 7.1, 51.1],
    query: 'Druck',
    limit: 10,
    offset: 20,
  })
  expect(
    parse('use=workshop,studio&state=offered&min_area=40&max_area=100&step_free=true&rent_class=low').query,
  ).toMatchObject({
    uses: ['workshop', 'studio'],
    states: ['offered'],
    area: { from: 40, to: 100 },
    isStepFree: true,
    availableBy: null,
    rents: ['low'],
  })
  expect(parse('available_by=2027-03-01').query).toMatchObject({ availableBy: '2027-03-01' })
})

test.each([
  ['kind=shop', 'kind', 'business, space'],
  ['discipline=design,painting', 'discipline', 'performing-arts'],
  ['discipline=', 'discipline', 'joined by commas'],
  ['district=', 'district', 'at most 100 characters'],
  ['bbox=7,51,6,52', 'bbox', 'west <= east'],
  ['bbox=NaN,51,7,52', 'bbox', 'west,south,east,north'],
  ['bbox=6,51,7,52,8', 'bbox', 'west,south,east,north'],
  ['bbox=6,51,7,91', 'bbox', 'west,south,east,north'],
  [`q=${'x'.repeat(101)}`, 'q', 'at most 100'],
  ['limit=0', 'limit', `from 1 to ${MAX_ENTRIES_PER_PAGE}`],
  ['limit=501', 'limit', `from 1 to ${MAX_ENTRIES_PER_PAGE}`],
  ['limit=1e2', 'limit', 'whole number'],
  ['offset=-1', 'offset', 'whole number'],
  ['offset=1.5', 'offset', 'whole number'],
  ['offset=99999999999', 'offset', 'whole number'],
  ['use=castle', 'use', 'workshop'],
  ['state=let', 'state', 'temporary_use'],
  ['state=unverified', 'state', 'offered'],
  ['min_area=0', 'min_area', 'square metres from 1'],
  ['max_area=40,5', 'max_area', 'whole number'],
  ['max_area=1000000', 'max_area', 'to 999999'],
  ['step_free=1', 'step_free', 'true'],
  ['available_by=2027-02-29', 'available_by', 'YYYY-MM-DD'],
  ['rent_class=cheap', 'rent_class', 'free, low, middle, high'],
  ['limit=5&limit=6', 'limit', 'once'],
  ['page=2', 'page', 'There is no such parameter'],
  ['__proto__=1', '__proto__', 'There is no such parameter'],
])('%s is refused with its name and the cure', (search, parameter, cure) => {
  const { query, faults } = parse(search)
  expect(query).toBeNull()
  expect(faults).toEqual([{ parameter, detail: expect.stringContaining(cure) }])
})

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PARAMETERS) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'Limit', 'limit[]', '') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
)
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 150 }),
  fc.constantFrom(
    'business',
    'design',
    'design,music',
    ',',
    'Opladen',
    '6.9,51,7.1,51.1',
    '7',
    '0',
    '-1',
    'NaN',
    'Infinity',
    'workshop,hall',
    'offered',
    'true',
    '2027-03-01',
  ),
  fc.array(fc.oneof(fc.double(), fc.integer()), { maxLength: 6 }).map(String),
)

test('2,000 generated addresses never throw; each refusal names a parameter that was given and a cure', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 5 }), (given) => {
      const { query, faults } = parseEntriesQuery(new URLSearchParams(given))
      expect(query === null).toBe(faults.length > 0)
      const names = new Set(given.map(([key]) => new URLSearchParams([[key, '']]).keys().next().value))
      expect(faults.length).toBeLessThanOrEqual(names.size)
      for (const { parameter, detail } of faults) {
        expect([...names].some((key) => key?.startsWith(parameter))).toBe(true)
        expect(detail).toMatch(/^(Use|Give|There is no such parameter\. Known are: kind, )/)
      }
      const unknown = [...names].filter((key) => !PARAMETERS.includes(key ?? ''))
      expect(faults.filter(({ detail }) => detail.startsWith('There is no')).length).toBe(unknown.length)
      if (query?.limit) expect(query.limit).toBeLessThanOrEqual(MAX_ENTRIES_PER_PAGE)
    }),
    { seed: 7, numRuns: 2000 },
  )
})
