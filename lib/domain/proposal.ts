/** What a visitor sends: kept beside the entry, never over it. */

/** `new` entry, `change` of one, `objection` to one ("this is not vacant", "please remove me"), `closing` ("this has been let"). */
export const PROPOSAL_TYPES = ['new', 'change', 'objection', 'closing'] as const
export type ProposalType = (typeof PROPOSAL_TYPES)[number]

export const PROPOSAL_STATES = ['received', 'in_review', 'accepted', 'declined', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export const RENT_CLASSES = ['free', 'low', 'middle', 'high'] as const
export type RentClass = (typeof RENT_CLASSES)[number]

export const MAX_NOTE_LENGTH = 2000

/** Why a field cannot be taken; the reader's language says it in words, with the values put in. */
export const FAULT_CODES = [
  'required',
  'too-long',
  'no-number',
  'no-whole-number',
  'out-of-range',
  'no-day',
  'unknown-choice',
  'no-website',
  'no-address',
  'unknown-field',
  'outside-country',
  'no-place',
  'place-not-found',
  'unknown-entry',
  'nothing-changed',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]
export type FieldFault = { field: string; code: FaultCode; values?: Record<string, string | number> }
