/** The parameters of the public interface: from an address to a checked query, or to what is wrong with it and its cure. */
import { type Bbox, parseBbox } from '#lib/domain/bbox.ts'
import { DISCIPLINES, type Discipline, isDiscipline } from '#lib/domain/discipline.ts'
import { KINDS, type Kind } from '#lib/domain/entry.ts'
import { MAX_QUERY_LENGTH } from '#lib/domain/filter.ts'
import { toDay, toIsoDate } from '#lib/domain/freshness.ts'

export const MAX_ENTRIES_PER_PAGE = 500

/** Null, empty and no limit mean "no condition"; several disciplines or districts are joined by "or". */
export type EntriesQuery = {
  kind: Kind | null
  disciplines: readonly Discipline[]
  districts: readonly string[]
  bbox: Bbox | null
  /** The first day that counts, in days since 1970. */
  confirmedSinceDay: number | null
  query: string
  limit: number | null
  offset: number
}

/** One wrong parameter and what to write instead. */
export type ParameterFault = { parameter: string; detail: string }

export type Parsed<Query> = { query: Query; faults: [] } | { query: null; faults: ParameterFault[] }

/** Per parameter: puts its value into the query and returns null, or returns the cure. */
export type Readers<Query> = Record<string, (query: Query, text: string) => string | null>

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
const WHOLE_NUMBER = /^\d{1,9}$/
const MAX_SHOWN_LENGTH = 50

const READERS: Readers<EntriesQuery> = {
  kind: (query, text) => {
    query.kind = KINDS.find((kind) => kind === text) ?? null
    return query.kind ? null : `Use one of: ${KINDS.join(', ')}.`
  },
  discipline: readDisciplines,
  district: (query, text) => {
    query.districts = text.split(',').map((name) => name.trim())
    const isFit = query.districts.every((name) => name !== '' && name.length <= MAX_QUERY_LENGTH)
    return isFit
      ? null
      : `Use one or more names of districts, joined by commas, each at most ${MAX_QUERY_LENGTH} characters.`
  },
  bbox: (query, text) => {
    query.bbox = parseBbox(text)
    return query.bbox
      ? null
      : 'Use west,south,east,north in degrees (WGS 84), with west <= east and south <= north, such as 6.9,51,7.1,51.1.'
  },
  confirmed_since: (query, text) => {
    const day = ISO_DATE.test(text) ? toDay(text) : Number.NaN
    query.confirmedSinceDay = day
    const isFit = !Number.isNaN(day) && toIsoDate(day) === text
    return isFit ? null : 'Use a day of the calendar as YYYY-MM-DD, such as 2026-03-31.'
  },
  q: (query, text) => {
    query.query = text.trim()
    return query.query.length <= MAX_QUERY_LENGTH ? null : `Use at most ${MAX_QUERY_LENGTH} characters.`
  },
  limit: (query, text) => {
    query.limit = WHOLE_NUMBER.test(text) ? Number(text) : 0
    return query.limit >= 1 && query.limit <= MAX_ENTRIES_PER_PAGE
      ? null
      : `Use a whole number from 1 to ${MAX_ENTRIES_PER_PAGE}.`
  },
  offset: (query, text) => {
    query.offset = Number(text)
    return WHOLE_NUMBER.test(text) ? null : 'Use a whole number from 0 on.'
  },
}

export const PARAMETERS = Object.keys(READERS)

/** Reads the parameters of an address; lists every unknown, doubled or wrong one. */
export function parseEntriesQuery(params: URLSearchParams): Parsed<EntriesQuery> {
  const query: EntriesQuery = {
    kind: null,
    disciplines: [],
    districts: [],
    bbox: null,
    confirmedSinceDay: null,
    query: '',
    limit: null,
    offset: 0,
  }
  return parseParameters(params, query, READERS)
}

/** One or more codes of disciplines, joined by commas. */
export function readDisciplines(query: { disciplines: readonly Discipline[] }, text: string): string | null {
  const codes = text.split(',').map((code) => code.trim())
  query.disciplines = codes.filter(isDiscipline)
  return codes.length === query.disciplines.length
    ? null
    : `Use one or more of these, joined by commas: ${DISCIPLINES.join(', ')}.`
}

/** Fills a query of defaults from an address; lists every unknown, doubled or wrong parameter. */
export function parseParameters<Query>(
  params: URLSearchParams,
  query: Query,
  readers: Readers<Query>,
): Parsed<Query> {
  const known = Object.keys(readers)
  const faults = [...new Set(params.keys())].flatMap((parameter): ParameterFault[] => {
    const shown = parameter.slice(0, MAX_SHOWN_LENGTH)
    const read = Object.hasOwn(readers, parameter) ? readers[parameter] : undefined
    if (!read)
      return [{ parameter: shown, detail: `There is no such parameter. Known are: ${known.join(', ')}.` }]
    const values = params.getAll(parameter)
    const cure = values.length > 1 ? 'Give it once.' : read(query, values[0] ?? '')
    return cure ? [{ parameter: shown, detail: cure }] : []
  })
  return faults.length > 0 ? { query: null, faults } : { query, faults: [] }
}
