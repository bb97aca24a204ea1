/** How vacancy changed: from the dated steps of spaces' lives to counts on days. */
import type { VacancyOnDay } from '#lib/core/domain/area-facts.ts'
import { type SpaceState, VACANT_STATES } from '#lib/core/domain/entry.ts'

/** One step of a published space, also of one that is let or gone by now; place in degrees, null where it is not shown. */
export type SpaceStep = {
  space: string
  state: SpaceState
  /** ISO date. */
  since: string
  lng: number | null
  lat: number | null
  district: string | null
}

const VACANT: ReadonlySet<string> = new Set(VACANT_STATES)
const MAX_QUARTERS = 40

/**
 * Counts on the first days of the quarters after the first step, at most ten years of them, and on `today` (ISO date). Of several steps of
 * a space on one day the later in the list counts. A space is known from its first step on; before it nothing is said.
 */
export function countVacancyByQuarter(steps: readonly SpaceStep[], today: string): VacancyOnDay[] {
  const past = steps.filter(({ since }) => since <= today)
  const [first = today] = past.map(({ since }) => since).sort()
  if (first === today) return []
  return [...listQuarters(first, today).slice(-MAX_QUARTERS), today].map((day) => countVacant(past, day))
}

/** The spaces that were vacant at the end of a day. */
export function countVacant(steps: readonly SpaceStep[], day: string): VacancyOnDay {
  const latest = new Map<string, SpaceStep>()
  for (const step of steps) {
    const known = latest.get(step.space)
    if (step.since <= day && (!known || known.since <= step.since)) latest.set(step.space, step)
  }
  const vacant = [...latest.values()].filter(({ state }) => VACANT.has(state)).length
  return { day, vacant, known: latest.size }
}

/** First days of quarters later than one day and earlier than another. */
function listQuarters(after: string, before: string): string[] {
  const days: string[] = []
  let year = Number(after.slice(0, 4))
  let quarter = Math.floor((Number(after.slice(5, 7)) - 1) / 3) + 1
  for (;;) {
    if (quarter === 4) year += 1
    quarter %= 4
    const day = `${year}-${String(3 * quarter + 1).padStart(2, '0')}-01`
    if (day >= before) return days
    days.push(day)
    quarter += 1
  }
}
