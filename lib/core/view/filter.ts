/**
 * What a visitor wants to see, and its form in the address: `d=design,music`, `k=business`, `s=Opladen,Wiesdorf` (Stadtteil), `r=1`
 * (recently confirmed), `v=1` (in this view), `q=druck`, and what is asked of spaces (`space-conditions.ts`).
 */
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import { KINDS, type Kind } from '#lib/core/domain/entry.ts'
import type { SpaceConditions } from '#lib/core/domain/fields/filter-fields.ts'
import { readCodes, setOrDelete, splitCodes } from './parameters.ts'
import {
  asksOfSpaces,
  formatSpaceConditions,
  NO_SPACE_CONDITIONS,
  parseSpaceConditions,
} from './space-conditions.ts'

/** Empty lists, null and false mean "no condition"; several values of one list are joined by "or". */
export type Filter = SpaceConditions & {
  disciplines: readonly Discipline[]
  kind: Kind | null
  /** Names of districts, in the order they were chosen. */
  districts: readonly string[]
  /** Confirmed within the last year. */
  isRecent: boolean
  /** Within what the map shows. */
  isInView: boolean
  query: string
}

export const NO_FILTER: Filter = {
  disciplines: [],
  kind: null,
  districts: [],
  isRecent: false,
  isInView: false,
  query: '',
  ...NO_SPACE_CONDITIONS,
}

export const MAX_QUERY_LENGTH = 100
const MAX_DISTRICTS = 50

/**
 * A filter after a change. No business meets what is asked of spaces, so both follow each other: anyone who asks something of spaces sees
 * spaces, and anyone who chooses another kind takes back what was asked of them.
 */
export function changeFilter(filter: Filter, change: Partial<Filter>): Filter {
  const changed = { ...filter, ...change }
  if (changed.kind === 'space' || !asksOfSpaces(changed)) return changed
  return change.kind === undefined
    ? { ...changed, kind: 'space' }
    : { ...changed, ...NO_SPACE_CONDITIONS, kind: change.kind }
}

/** Reads a filter from an address. Unknown codes are dropped, so that an old or mangled link still opens. */
export function parseFilter(params: URLSearchParams): Filter {
  const filter: Filter = {
    disciplines: readCodes(params.get('d'), DISCIPLINES),
    kind: KINDS.find((known) => known === params.get('k')) ?? null,
    districts: [...new Set(splitCodes(params.get('s')))].slice(0, MAX_DISTRICTS),
    isRecent: params.get('r') === '1',
    isInView: params.get('v') === '1',
    query: (params.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH),
    ...NO_SPACE_CONDITIONS,
  }
  return changeFilter(filter, parseSpaceConditions(params))
}

/** Writes a filter into an address' parameters; a condition that is not set leaves no trace. */
export function formatFilter(filter: Filter, params: URLSearchParams): void {
  setOrDelete(params, 'd', filter.disciplines.join(','))
  setOrDelete(params, 'k', filter.kind ?? '')
  setOrDelete(params, 's', filter.districts.join(','))
  setOrDelete(params, 'r', filter.isRecent ? '1' : '')
  setOrDelete(params, 'v', filter.isInView ? '1' : '')
  setOrDelete(params, 'q', filter.query)
  formatSpaceConditions(filter, params)
}

/** Whether two filters ask for the same. */
export function isSameFilter(a: Filter, b: Filter): boolean {
  const [one, other] = [a, b].map((filter) => {
    const params = new URLSearchParams()
    formatFilter(filter, params)
    return params.toString()
  })
  return one === other
}

/** Whether the filter lets every entry through. */
export function isNoFilter(filter: Filter): boolean {
  const params = new URLSearchParams()
  formatFilter(filter, params)
  return params.size === 0
}
