/** From an address of the public interface to a checked query, or to what is wrong with it and its cure. */

/** One wrong parameter and what to write instead. */
export type ParameterFault = { parameter: string; detail: string }

export type Parsed<Query> = { query: Query; faults: [] } | { query: null; faults: ParameterFault[] }

/** Per parameter: puts its value into the query and returns null, or returns the cure. */
export type Readers<Query> = Record<string, (query: Query, text: string) => string | null>

const MAX_SHOWN_LENGTH = 50

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
    if (!read) return [{ parameter: shown, detail: `There is no such parameter. ${cureUnknown(known)}` }]
    const values = params.getAll(parameter)
    const cure = values.length > 1 ? 'Give it once.' : read(query, values[0] ?? '')
    return cure ? [{ parameter: shown, detail: cure }] : []
  })
  return faults.length > 0 ? { query: null, faults } : { query, faults: [] }
}

/** For an address that has no parameters: any is one too many. */
export function parseNoParameters(params: URLSearchParams): Parsed<object> {
  return parseParameters(params, {}, {})
}

function cureUnknown(known: readonly string[]): string {
  return known.length > 0 ? `Known are: ${known.join(', ')}.` : 'Leave it out: this address has none.'
}

/** Takes one or more known codes, joined by commas. */
export function takeCodes<Code extends string>(
  text: string,
  known: readonly Code[],
  take: (codes: Code[]) => void,
): string | null {
  const asked = text.split(',').map((code) => code.trim())
  const codes = asked.flatMap((code) => known.find((one) => one === code) ?? [])
  take(codes)
  return codes.length === asked.length
    ? null
    : `Use one or more of these, joined by commas: ${known.join(', ')}.`
}

/** The cure for a day that is none. */
export const USE_DAY = 'Use a day of the calendar as YYYY-MM-DD, such as 2026-03-31.'
