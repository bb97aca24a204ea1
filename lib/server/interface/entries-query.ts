/** The parameters by which the public interface selects entries. */
import { type Bbox, parseBbox } from '#lib/core/domain/bbox.ts'
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import { KINDS, type Kind } from '#lib/core/domain/entry.ts'
import type { SpaceConditions } from '#lib/core/domain/fields/filter-fields.ts'
import { toDay } from '#lib/core/domain/freshness.ts'
import { parseIsoDate } from '#lib/core/domain/values/day-value.ts'
import { MAX_QUERY_LENGTH } from '#lib/core/view/filter.ts'
import { NO_SPACE_CONDITIONS } from '#lib/core/view/space-conditions.ts'
import { type Parsed, parseParameters, type Readers, takeCodes, USE_DAY } from './parse-parameters.ts'
import { SPACE_READERS } from './space-parameters.ts'

export const MAX_ENTRIES_PER_PAGE = 500

/** Null, empty and no limit mean "no condition"; several disciplines or districts are joined by "or". */
export type EntriesQuery = SpaceConditions & {
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

const WHOLE_NUMBER = /^\d{1,9}$/

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
    query.confirmedSinceDay = toDay(parseIsoDate(text))
    return parseIsoDate(text) === null ? USE_DAY : null
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
  ...SPACE_READERS,
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
    ...NO_SPACE_CONDITIONS,
  }
  return parseParameters(params, query, READERS)
}

/** One or more codes of disciplines, joined by commas. */
export function readDisciplines(query: { disciplines: readonly Discipline[] }, text: string): string | null {
  return takeCodes(text, DISCIPLINES, (disciplines) => {
    query.disciplines = disciplines
  })
}
