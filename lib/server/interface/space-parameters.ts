/** The parameters of the public interface that ask something of spaces; no business meets them, and no space of which nobody has said. */
import { RENT_CLASSES, SHOWN_SPACE_STATES, SPACE_USES } from '#lib/core/domain/entry.ts'
import { parseIsoDate } from '#lib/core/domain/freshness.ts'
import {
  MAX_AREA_SQUARE_METERS,
  parseSquareMeters,
  type SpaceConditions,
} from '#lib/core/view/space-conditions.ts'
import { type Readers, takeCodes, USE_DAY } from './parse-parameters.ts'

const USE_AREA = `Use a whole number of square metres from 1 to ${MAX_AREA_SQUARE_METERS}.`

export const SPACE_READERS: Readers<SpaceConditions> = {
  use: (query, text) =>
    takeCodes(text, SPACE_USES, (uses) => {
      query.uses = uses
    }),
  state: (query, text) =>
    takeCodes(text, SHOWN_SPACE_STATES, (states) => {
      query.states = states
    }),
  min_area: (query, text) => {
    const from = parseSquareMeters(text)
    query.area = { ...query.area, from }
    return from === null ? USE_AREA : null
  },
  max_area: (query, text) => {
    const to = parseSquareMeters(text)
    query.area = { ...query.area, to }
    return to === null ? USE_AREA : null
  },
  step_free: (query, text) => {
    query.isStepFree = text === 'true'
    return query.isStepFree ? null : 'Use true, or leave the parameter out.'
  },
  available_by: (query, text) => {
    query.availableBy = parseIsoDate(text)
    return query.availableBy === null ? USE_DAY : null
  },
  rent_class: (query, text) =>
    takeCodes(text, RENT_CLASSES, (rents) => {
      query.rents = rents
    }),
}

export const SPACE_PARAMETERS = Object.keys(SPACE_READERS)
