/** What a visitor sends: kept beside the entry, never over it. */
import type { EntryMark } from './listed-entry.ts'

/** `new` entry, `change` of one, `objection` to one ("this is not vacant", "please remove me"), `closing` ("this has been let"). */
export const PROPOSAL_TYPES = ['new', 'change', 'objection', 'closing'] as const
export type ProposalType = (typeof PROPOSAL_TYPES)[number]

export const PROPOSAL_STATES = ['received', 'in_review', 'accepted', 'declined', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export const MAX_NOTE_LENGTH = 2000

/** A field that people never see: anyone who fills it in is a machine. */
export const PROPOSAL_TRAP_FIELD = 'fax'

/** Of the form alone: entries near by were shown before. */
export const NEAR_FIELD = 'near_shown'

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
  'leave-empty',
  'needs-address',
  'photo-type',
  'photo-heic',
  'photo-too-large',
  'photo-too-many-pixels',
  'photo-damaged',
  'photo-animated',
  'photo-gone',
  'photo-too-often',
  'photo-not-stored',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]
export type FieldFault = { field: string; code: FaultCode; values?: Record<string, string | number> }

/** What a form shows again after a proposal could not be taken: nothing that was typed is lost. */
export type ProposalForm = {
  faults: readonly FieldFault[]
  /** What is wrong with the whole, as a key of the texts `propose.problems`. */
  problem: ProposalProblem | null
  values: ProposalValues
  /** Entries around the place, to be looked at before it is sent; without script they come with the server's answer. */
  near: readonly NearEntry[]
  /** They have been shown: the next sending counts. */
  isNearShown: boolean
}
export type NearEntry = { slug: string; name: string; mark: EntryMark }
/** What was filled in, by the names of the fields. */
export type ProposalValues = Readonly<Record<string, string>>
export type ProposalProblem = 'offline' | 'tooMany' | 'unavailable'

export type AskedProposal = { type: ProposalType; kind: 'business' | 'space'; target: string | null }

/** What the address of the form asks for; without a target it is a new entry. */
export function parseAskedProposal(params: URLSearchParams): AskedProposal {
  const target = params.get('target')?.slice(0, 200) || null
  const type = PROPOSAL_TYPES.find((known) => known === params.get('type')) ?? 'change'
  const kind = params.get('kind') === 'business' ? 'business' : 'space'
  return { type: target === null ? 'new' : type === 'new' ? 'change' : type, kind, target }
}

/** Which title the form has, as a key of the texts `propose.title`. */
export function toProposalTitle(type: ProposalType, kind: 'business' | 'space') {
  if (type === 'new') return kind
  return type === 'change' ? 'change' : 'objection'
}

/** How a proposal stands, as its sender sees it. */
export type ProposalStatus = {
  reference: string
  type: ProposalType
  kind: 'business' | 'space'
  state: ProposalState
  awaits_confirmation: boolean
  answer: string
  question: string
  created_at: string
  answered_at: string | null
  entry_slug: string | null
}
