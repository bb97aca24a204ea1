/** Invented entries in any number, the same for the same seed: what the tests of selection, order and export read. */
import fc from 'fast-check'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { RENT_CLASSES, SHOWN_SPACE_STATES, SPACE_USES } from '#lib/core/domain/entry.ts'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import type { SpaceConditions } from '#lib/core/domain/fields/filter-fields.ts'
import { toIsoDate } from '#lib/core/domain/freshness.ts'
import type { Source } from '#lib/core/domain/source.ts'
import { type Filter, NO_FILTER } from '#lib/core/view/filter.ts'
import { NO_SPACE_CONDITIONS } from '#lib/core/view/space-conditions.ts'
import { type Snapshot, toSnapshot } from '#lib/server/published/snapshot.ts'

export const REGISTER_DISTRICTS = ['Opladen', 'Wiesdorf', 'Bürrig']

export const SOURCES: Source[] = ['alpha', 'beta', 'unused'].map((key) => ({
  key,
  title: `Register ${key}`,
  license: 'CC BY 4.0',
  licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: `Stadt, "${key}"`,
  retrievedOn: '2026-10-01',
  demonstration: false,
}))

/** Days from which on spaces are free; the first lies before the first that columns count. */
const AVAILABLE_DAYS = ['1969-12-01', '2026-12-01', '2027-02-01']

/** Two years of confirmations before this day. */
export const TODAY = 20_000

const entries = fc
  .record({
    position: fc.option(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 })), {
      freq: 9,
    }),
    use: fc.option(fc.constantFrom(...SPACE_USES), { freq: 2 }),
    disciplines: fc.uniqueArray(fc.constantFrom(...DISCIPLINES), { minLength: 1, maxLength: 3 }),
    district: fc.option(fc.constantFrom(...REGISTER_DISTRICTS), { freq: 6 }),
    address: fc.option(fc.constantFrom('Ulmenweg 2', 'Ulmenweg 10', 'Ährenweg 1'), { freq: 3 }),
    word: fc.constantFrom('Ärmel', 'Atelier', 'Buch', 'Druckerei', 'Zelt', 'Öl'),
    age: fc.option(fc.integer({ min: 0, max: 730 }), { freq: 5 }),
    source: fc.constantFrom('alpha', 'beta'),
    verified: fc.boolean(),
    spaceState: fc.constantFrom(...SHOWN_SPACE_STATES),
    area: fc.option(
      fc.integer({ min: 10, max: 150 }).map((tenths) => tenths / 10),
      { freq: 4 },
    ),
    stepFree: fc.option(fc.boolean(), { freq: 3 }),
    availableFrom: fc.option(fc.constantFrom(...AVAILABLE_DAYS), { freq: 3 }),
    rentClass: fc.option(fc.constantFrom(...RENT_CLASSES), { freq: 3 }),
  })
  .map((it): Omit<Entry, 'id' | 'slug' | 'name'> & { word: string } => ({
    word: it.word,
    kind: it.use ? 'space' : 'business',
    summary: '',
    services: [`Leistung ${it.word}`],
    website: null,
    address: it.address,
    district: it.district,
    // Finer than the grid of the snapshot.
    lng: it.position && 6.9 + it.position[0] * 0.0002 + 0.000_003,
    lat: it.position && 51 + it.position[1] * 0.0001 - 0.000_004,
    disclosure: it.position ? 'exact' : 'none',
    disciplines: it.use ? [] : it.disciplines,
    state: it.use ? it.spaceState : it.verified ? 'verified' : 'unverified',
    use: it.use,
    areaSquareMeters: it.use && it.area,
    stepFree: it.use && it.stepFree,
    availableFrom: it.use && it.availableFrom,
    rentClass: it.use && it.rentClass,
    confirmedOn: it.age === null ? null : toIsoDate(TODAY - it.age),
    confirmedBy: it.age === null ? null : 'owner',
    source: `Register ${it.source}`,
    sourceKey: it.source,
    license: 'CC BY 4.0',
    licenseUrl: null,
    attribution: `Stadt, "${it.source}"`,
  }))

/** A snapshot of so many entries; names repeat on purpose. */
export function inventSnapshot(count: number, seed: number): Promise<Snapshot> {
  const rows = fc.sample(entries, { numRuns: count, seed }).map(({ word, ...row }, number) => ({
    ...row,
    id: `id-${number}`,
    slug: `slug-${number}`,
    name: `${word} ${number % 40}`,
  }))
  return toSnapshot({ version: 1, demonstration: false }, rows, SOURCES)
}

/** An end of a range of areas, on and between those that are invented. */
const areaEnd = fc.option(fc.integer({ min: 1, max: 16 }), { freq: 2 })

/** What visitors ask of spaces, each condition about every other time. */
export const spaceConditions: fc.Arbitrary<SpaceConditions> = fc.record({
  uses: fc.oneof(fc.constant([]), fc.subarray([...SPACE_USES], { minLength: 4 })),
  states: fc.oneof(fc.constant([]), fc.subarray([...SHOWN_SPACE_STATES], { minLength: 2 })),
  area: fc.record({ from: areaEnd, to: areaEnd }),
  isStepFree: fc.boolean(),
  availableBy: fc.option(fc.constantFrom('1970-01-01', '2026-11-30', '2026-12-01', '2027-03-01'), {
    freq: 2,
  }),
  rents: fc.oneof(fc.constant([]), fc.subarray([...RENT_CLASSES], { minLength: 2 })),
})

const otherConditions = fc.record({
  disciplines: fc.uniqueArray(fc.constantFrom(...DISCIPLINES), { maxLength: 4 }),
  kind: fc.constantFrom(null, null, 'business' as const, 'space' as const),
  districts: fc.uniqueArray(fc.constantFrom(...REGISTER_DISTRICTS), { maxLength: 2 }),
  isRecent: fc.boolean(),
  isInView: fc.boolean(),
  query: fc.constantFrom('', '', NO_FILTER.query, 'atelier', 'ol 3', 'ulmenweg'),
})

/** Filters as visitors set them and as programs ask, view included; half of them ask nothing of spaces. */
export const filters: fc.Arbitrary<Filter> = fc
  .tuple(otherConditions, fc.oneof(fc.constant(NO_SPACE_CONDITIONS), spaceConditions))
  .map(([others, conditions]) => ({ ...others, ...conditions }))
