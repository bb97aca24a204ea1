/** Stores a parsed proposal by one call: repetition first, then limits, then the proof, then contact, mail and reference. */
import { readProof } from '#lib/server/guard/proof-of-work.ts'
import { hashAddress, PROPOSAL_LIMITS, toBucket } from '#lib/server/guard/rate-limit.ts'
import { parseAddress } from '#lib/server/import/parse-address.ts'
import { type TakenProposal, takeProposal } from '#lib/server/queries/proposals.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import type { ParsedProposal } from './parse-proposal.ts'
import { createReference, createToken, hashToken, toStatusPath, toStatusToken } from './reference.ts'

export type ProposalSender = {
  /** Network address; only its hash of the day is kept. */
  address: string
  /** The signed-in person, if any. */
  personId: string | null
  /** Proposals of theirs were accepted before. */
  isTrusted: boolean
}

export type SubmitContext = {
  client: AdminClient
  secretKey: string
  sender: ProposalSender
  idempotencyKey: string | null
  /** Of the request's body, to tell a repetition from a conflict. */
  bodyHash: string
}

export type SubmitResult =
  | { outcome: 'stored' | 'repeated'; reference: string; statusPath: string; awaitsConfirmation: boolean }
  | { outcome: 'conflict' | 'proof-needed' | 'unknown-entry' | 'unknown-photo' }
  | { outcome: 'too-many'; retryAfterSeconds: number }

/**
 * What a proposal rests on: a session, a proof of work that is still to be spent, or a mail address that is confirmed before a moderator sees
 * anything. With a wrong proof the address does not count.
 */
type Standing =
  | { standing: 'session' | 'address' | 'none' }
  | { standing: 'proof'; challenge: { id: string; expires: string } }

/** Rejects only when the database does not answer. */
export async function submitProposal(
  proposal: ParsedProposal,
  { client, secretKey, sender, idempotencyKey, bodyHash }: SubmitContext,
): Promise<SubmitResult> {
  const standing = await findStanding(proposal, sender, secretKey)
  const { name, most, windowSeconds } = limitFor(sender)
  const taken = await takeProposal(client, {
    ...toDocument(proposal, sender, secretKey, standing.standing === 'address'),
    ...standing,
    sought: parseAddress(proposal.address),
    rate: { bucket: toBucket(name, whoIs(sender, secretKey)), most, window_seconds: windowSeconds },
    idempotency_key: idempotencyKey,
    body_hash: bodyHash,
  })
  return toResult(taken, proposal, secretKey, standing.standing === 'address')
}

async function findStanding(
  { proof, contactEmail }: ParsedProposal,
  { personId }: ProposalSender,
  secretKey: string,
): Promise<Standing> {
  if (personId !== null) return { standing: 'session' }
  if (proof === null) return { standing: contactEmail ? 'address' : 'none' }
  const challenge = await readProof(secretKey, proof)
  return challenge ? { standing: 'proof', challenge } : { standing: 'none' }
}

/** The proposal in the words of the database's function. */
function toDocument(
  proposal: ParsedProposal,
  sender: ProposalSender,
  secretKey: string,
  awaitsConfirmation: boolean,
): object {
  const reference = createReference()
  const confirmation = awaitsConfirmation ? createToken() : null
  const { lng, lat } = proposal
  const place = lng !== null && lat !== null ? { lng, lat } : null
  return {
    reference,
    token_hash: hashToken(toStatusToken(reference, secretKey)),
    type: proposal.type,
    kind: proposal.kind,
    target: proposal.target,
    payload: {
      ...proposal.payload,
      ...(proposal.address !== null && { address: proposal.address }),
      ...place,
    },
    note: proposal.note,
    ...place,
    awaits_confirmation: awaitsConfirmation,
    proposer_id: sender.personId,
    locale: proposal.locale,
    contact_name: proposal.contactName,
    contact_email: proposal.contactEmail,
    confirmation_hash: confirmation && hashToken(confirmation),
    mail: {
      status_path: toStatusPath(proposal.locale, reference, secretKey),
      ...(confirmation && { confirm_path: `/${proposal.locale}/propose/confirm?token=${confirmation}` }),
    },
    photos: proposal.photos,
  }
}

function toResult(
  row: TakenProposal,
  { locale }: ParsedProposal,
  secretKey: string,
  awaitsConfirmation: boolean,
): SubmitResult {
  switch (row.outcome) {
    case 'stored':
    case 'repeated': {
      const { outcome, reference } = row
      const statusPath = toStatusPath(locale, reference, secretKey)
      return { outcome, reference, statusPath, awaitsConfirmation }
    }
    case 'too-many':
      return { outcome: row.outcome, retryAfterSeconds: row.wait_seconds }
    default:
      return { outcome: row.outcome }
  }
}

function limitFor({ personId, isTrusted }: ProposalSender) {
  if (personId === null) return PROPOSAL_LIMITS.anonymous
  return isTrusted ? PROPOSAL_LIMITS.trusted : PROPOSAL_LIMITS.member
}

function whoIs({ personId, address }: ProposalSender, secretKey: string): string {
  return personId ?? hashAddress(address, secretKey, new Date().toISOString().slice(0, 10))
}
