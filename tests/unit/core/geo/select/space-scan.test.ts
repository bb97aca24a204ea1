/** What the scan says of spaces, against one plain question after the other to each entry as the register gives it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENTRY_STATES, KINDS, RENT_CLASSES, SHOWN_SPACE_STATES, SPACE_USES } from '#lib/core/domain/entry.ts'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import type { SpaceConditions } from '#lib/core/domain/fields/filter-fields.ts'
import { CONDITIONS, type Condition } from '#lib/core/geo/select/conditions.ts'
import { type Scan, scanEntries } from '#lib/core/geo/select/scan.ts'
import { decodePoints, decodeTexts } from '#lib/core/snapshot/decode.ts'
import { changeFilter, type Filter, NO_FILTER } from '#lib/core/view/filter.ts'
import { NO_SPACE_CONDITIONS } from '#lib/core/view/space-conditions.ts'
import { pick } from '#tests/support/depth.ts'
import { inventSnapshot, REGISTER_DISTRICTS, spaceConditions } from '#tests/support/register.ts'

const snapshot = await inventSnapshot(400, 12)
const { entries } = snapshot
const points = decodePoints(snapshot.points.plain)
const texts = decodeTexts(new TextDecoder().decode(snapshot.texts.plain), points.count)
const scan = (filter: Filter): Scan =>
  scanEntries({ points, texts, filter, found: null, view: null, recentSinceDay: 0 })

/** Null where nobody has said. */
const ANSWERS: Record<keyof SpaceConditions, (entry: Entry, asked: SpaceConditions) => boolean | null> = {
  uses: ({ use }, { uses }) => uses.length === 0 || (use !== null && uses.includes(use)),
  states: ({ kind, state }, { states }) =>
    states.length === 0 || (kind === 'space' && states.some((one) => one === state)),
  area: ({ areaSquareMeters: area }, { area: { from, to } }) =>
    (from === null && to === null) ||
    (area === null ? null : area >= (from ?? 0) && area <= (to ?? Number.MAX_VALUE)),
  isStepFree: ({ stepFree }, { isStepFree }) => !isStepFree || stepFree,
  // ISO dates stand in the order of their letters.
  availableBy: ({ availableFrom }, { availableBy }) =>
    availableBy === null || (availableFrom === null ? null : availableFrom <= availableBy),
  rents: ({ rentClass }, { rents }) =>
    rents.length === 0 || (rentClass === null ? null : rents.includes(rentClass)),
}
const OF_SPACES = Object.keys(ANSWERS) as (keyof SpaceConditions)[]

/** The conditions that an entry fails, and which of them for want of a fact. */
function ask(entry: Entry, filter: Filter): { failed: Condition[]; isOnlyUnknown: boolean } {
  const answers = OF_SPACES.map((condition) => ({
    condition,
    answer: entry.kind === 'space' ? ANSWERS[condition](entry, filter) : !asks(filter, condition),
  }))
  const others: Condition[] = [
    ...(filter.kind !== null && entry.kind !== filter.kind ? ['kind' as const] : []),
    ...(filter.districts.length > 0 && !filter.districts.includes(entry.district ?? '')
      ? ['districts' as const]
      : []),
  ]
  const failed = answers.filter(({ answer }) => answer !== true)
  return {
    failed: [...others, ...failed.map(({ condition }) => condition)],
    isOnlyUnknown: others.length === 0 && failed.length > 0 && failed.every(({ answer }) => answer === null),
  }
}

function asks(filter: Filter, condition: keyof SpaceConditions): boolean {
  return JSON.stringify(filter[condition]) !== JSON.stringify(NO_SPACE_CONDITIONS[condition])
}

const others = fc.record({
  kind: fc.constantFrom(null, ...KINDS),
  districts: fc.oneof(fc.constant([]), fc.subarray(REGISTER_DISTRICTS)),
})
const filters: fc.Arbitrary<Filter> = fc
  .tuple(others, spaceConditions)
  .map(([some, conditions]) => ({ ...NO_FILTER, ...some, ...conditions }))

test('matching, missing and unknown entries are those that plain questions find', () => {
  let [found, undecided] = [0, 0]
  fc.assert(
    fc.property(filters, (filter) => {
      const answers = entries.map((entry) => ask(entry, filter))
      const { mask, matching, missed, unknown } = scan(filter)
      expect([...mask]).toEqual(answers.map(({ failed }) => Number(failed.length === 0)))
      expect(matching).toBe(answers.filter(({ failed }) => failed.length === 0).length)
      expect([...missed]).toEqual(
        CONDITIONS.map((one) => answers.filter(({ failed }) => String(failed) === one).length),
      )
      expect(unknown).toBe(answers.filter(({ isOnlyUnknown }) => isOnlyUnknown).length)
      found += matching
      undecided += unknown
    }),
    { seed: 21, numRuns: pick(100, 300) },
  )
  expect([found > 1000, undecided > 1000]).toEqual([true, true])
})

test('each count says how many entries would match if the value were chosen alone', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const { bySpaceValue, byKind, ofAllKinds } = scan(filter)
      const { uses: byUse, states: byState, rents: byRent, isStepFree } = bySpaceValue
      const count = (change: Partial<Filter>) =>
        entries.filter((entry) => ask(entry, { ...filter, ...change }).failed.length === 0).length
      expect([...byUse]).toEqual(SPACE_USES.map((use) => count({ uses: [use] })))
      const states = SHOWN_SPACE_STATES.map((state) => byState[ENTRY_STATES.indexOf(state)])
      expect(states).toEqual(SHOWN_SPACE_STATES.map((state) => count({ states: [state] })))
      expect([...byRent]).toEqual(RENT_CLASSES.map((rent) => count({ rents: [rent] })))
      expect([...isStepFree]).toEqual([count({ isStepFree: true })])
      // Another kind is chosen without what is asked of spaces.
      expect([ofAllKinds, ...byKind]).toEqual(
        [null, ...KINDS].map((kind) => count(changeFilter(filter, { kind }))),
      )
    }),
    { seed: 22, numRuns: pick(20, 60) },
  )
})

test('an area that nobody has said meets no bound, however wide', () => {
  const area = { from: 1, to: 999_999 }
  const { matching, unknown } = scan({ ...NO_FILTER, kind: 'space', area })
  const spaces = entries.filter(({ kind }) => kind === 'space')
  const unmeasured = spaces.filter(({ areaSquareMeters }) => areaSquareMeters === null)
  expect([matching, unknown]).toEqual([spaces.length - unmeasured.length, unmeasured.length])
  expect(unmeasured.length).toBeGreaterThan(10)
})

test('what is known of a space comes back from the file', () => {
  const toDay = (date: string | null) => date && Math.max(1, Date.parse(date) / 86_400_000)
  for (const [rank, entry] of entries.entries()) {
    expect(texts.areasSquareMeters[rank] || null).toBe(entry.areaSquareMeters)
    expect([null, true, false][texts.stepFree[rank] ?? 3]).toBe(entry.stepFree)
    expect(texts.availableDays[rank] || null).toBe(toDay(entry.availableFrom))
    expect(RENT_CLASSES[(texts.rents[rank] ?? 0) - 1] ?? null).toBe(entry.rentClass)
  }
})
