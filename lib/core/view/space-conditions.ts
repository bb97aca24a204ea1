/**
 * What a visitor asks of spaces, and its form in the address: `u=workshop,studio` (use), `z=verified,offered` (Zustand), `f=40-100`,
 * `f=40-` or `f=-100` (Fläche in m²), `e=1` (ebenerdig: step-free), `b=2027-03-01` (available by that day), `p=free,low` (price class).
 * The letters are none of the planning page's, because addresses go along from page to page. What nobody has said of a space meets no
 * condition.
 */
import {
  RENT_CLASSES,
  type RentClass,
  SHOWN_SPACE_STATES,
  SPACE_USES,
  type SpaceState,
  type SpaceUse,
} from '#lib/core/domain/entry.ts'
import { parseIsoDate } from '#lib/core/domain/freshness.ts'
import { readCodes, setOrDelete } from './parameters.ts'

/** Whole square metres, both ends included; null where an end is open. */
export type AreaRange = { readonly from: number | null; readonly to: number | null }

/** Empty lists, null and false mean "no condition"; several values of one list are joined by "or". */
export type SpaceConditions = {
  uses: readonly SpaceUse[]
  states: readonly SpaceState[]
  area: AreaRange
  isStepFree: boolean
  /** ISO date: free on that day or before. */
  availableBy: string | null
  rents: readonly RentClass[]
}

export const NO_SPACE_CONDITIONS: SpaceConditions = {
  uses: [],
  states: [],
  area: { from: null, to: null },
  isStepFree: false,
  availableBy: null,
  rents: [],
}

export const MAX_AREA_SQUARE_METERS = 999_999

/** Reads conditions from an address; what is unknown or mangled is dropped. */
export function parseSpaceConditions(params: URLSearchParams): SpaceConditions {
  return {
    uses: readCodes(params.get('u'), SPACE_USES),
    states: readCodes(params.get('z'), SHOWN_SPACE_STATES),
    area: parseArea(params.get('f')),
    isStepFree: params.get('e') === '1',
    availableBy: parseIsoDate(params.get('b')),
    rents: readCodes(params.get('p'), RENT_CLASSES),
  }
}

/** Writes conditions into an address' parameters; one that is not set leaves no trace. */
export function formatSpaceConditions(conditions: SpaceConditions, params: URLSearchParams): void {
  setOrDelete(params, 'u', conditions.uses.join(','))
  setOrDelete(params, 'z', conditions.states.join(','))
  setOrDelete(params, 'f', formatArea(conditions.area))
  setOrDelete(params, 'e', conditions.isStepFree ? '1' : '')
  setOrDelete(params, 'b', conditions.availableBy ?? '')
  setOrDelete(params, 'p', conditions.rents.join(','))
}

/** Whether anything is asked of spaces that no business can meet. */
export function asksOfSpaces(conditions: SpaceConditions): boolean {
  const params = new URLSearchParams()
  formatSpaceConditions(conditions, params)
  return params.size > 0
}

/** Square metres as somebody typed or linked them; null for anything but a whole number from 1 on. */
export function parseSquareMeters(text: string): number | null {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= MAX_AREA_SQUARE_METERS ? number : null
}

function parseArea(text: string | null): AreaRange {
  const [, from = '', to = ''] = /^(\d*)-(\d*)$/.exec(text ?? '') ?? []
  return { from: parseSquareMeters(from), to: parseSquareMeters(to) }
}

function formatArea({ from, to }: AreaRange): string {
  return from === null && to === null ? '' : `${from ?? ''}-${to ?? ''}`
}
