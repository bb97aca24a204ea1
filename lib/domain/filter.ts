/** What a visitor wants to see, and its form in the address: `d=design,music`, `k=business`, `q=druck`. */
import { DISCIPLINES, type Discipline, isDiscipline } from './discipline.ts'
import { KINDS, type Kind } from './entry.ts'

/** Empty lists and null mean "no condition"; several disciplines are joined by "or". */
export type Filter = {
  disciplines: readonly Discipline[]
  kind: Kind | null
  query: string
}

export const NO_FILTER: Filter = { disciplines: [], kind: null, query: '' }

export const MAX_QUERY_LENGTH = 100

/** Reads a filter from an address. Unknown codes are dropped, so that an old or mangled link still opens. */
export function parseFilter(params: URLSearchParams): Filter {
  const wanted = new Set((params.get('d') ?? '').split(',').filter(isDiscipline))
  const kind = KINDS.find((known) => known === params.get('k')) ?? null
  return {
    disciplines: DISCIPLINES.filter((discipline) => wanted.has(discipline)),
    kind,
    query: (params.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH),
  }
}

/** Writes a filter into an address' parameters; a condition that is not set leaves no trace. */
export function formatFilter(filter: Filter, params: URLSearchParams): void {
  setOrDelete(params, 'd', filter.disciplines.join(','))
  setOrDelete(params, 'k', filter.kind ?? '')
  setOrDelete(params, 'q', filter.query)
}

/** Whether the filter lets every entry through. */
export function isNoFilter(filter: Filter): boolean {
  return filter.disciplines.length === 0 && filter.kind === null && filter.query === ''
}

function setOrDelete(params: URLSearchParams, key: string, value: string): void {
  if (value === '') params.delete(key)
  else params.set(key, value)
}
