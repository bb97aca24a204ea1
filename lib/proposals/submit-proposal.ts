/** Stores a parsed proposal: repetition first, then limits, then the proof, then one transaction with contact, mail and reference. */
import { acceptProof } from '#lib/guard/proof-of-work.ts'
import { hashAddress, PROPOSAL_LIMITS, takeRate } from '#lib/guard/rate-limit.ts'
import type { AdminClient } from '#lib/supabase/admin.ts'
import { locateAddress } from './locate-address.ts'
import type { ParsedProposal } from './parse-proposal.ts'
import { createReference, createToken, hashToken, toStatusPath, toStatusToken } from './reference.ts'

export type Sender = {
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
  sender: Sender
  idempotencyKey: string | null
  /** Of the request's body, to tell a repetition from a conflict. */
  bodyHash: string
}

export type SubmitResult =
  | { outcome: 'stored' | 'repeated'; reference: string; statusPath: string; awaitsConfirmation: boolean }
  | { outcome: 'conflict' | 'proof-needed' | 'unknown-entry' | 'unknown-photo' }
  | { outcome: 'too-many'; retryAfterSeconds: number }

/**
 * Rejects only when the database does not answer. Where there is neither a session nor a proof, a mail address takes its place and is
 * confirmed before a moderator sees anything.
 */
export async function submitProposal(
  proposal: ParsedProposal,
  context: SubmitContext,
): Promise<SubmitResult> {
  const { client, secretKey, sender } = context
  const repetition = await findRepetition(context)
  if (repetition === 'conflict') return { outcome: 'conflict' }
  if (repetition) return toResult('repeated', repetition, proposal, secretKey, false)
  const wait = await takeRate(client, limitFor(sender), whoIs(sender, secretKey))
  if (wait > 0) return { outcome: 'too-many', retryAfterSeconds: wait }
  const isProven =
    sender.personId !== null ||
    (proposal.proof !== null && (await acceptProof(client, secretKey, proposal.proof)))
  if (!isProven && (proposal.proof !== null || !proposal.contactEmail)) return { outcome: 'proof-needed' }
  return store(proposal, context, !isProven)
}

async function store(
  proposal: ParsedProposal,
  { client, secretKey, sender, idempotencyKey, bodyHash }: SubmitContext,
  awaitsConfirmation: boolean,
): Promise<SubmitResult> {
  const reference = createReference()
  const confirmation = awaitsConfirmation ? createToken() : null
  const place = await locate(client, proposal)
  const { data, error } = await client.rpc('proposal_submit', {
    payload: JSON.stringify({
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
      idempotency_key: idempotencyKey,
      body_hash: bodyHash,
      photos: proposal.photos,
    }),
  })
  if (error?.code === '23503') return { outcome: 'unknown-entry' }
  if (error) throw new Error(`The proposal cannot be stored: ${error.message}`)
  const [row] = data
  if (row?.outcome === 'conflict' || row?.outcome === 'unknown-photo') return { outcome: row.outcome }
  return toResult(
    row?.outcome === 'repeated' ? 'repeated' : 'stored',
    row?.reference ?? reference,
    proposal,
    secretKey,
    awaitsConfirmation,
  )
}

function toResult(
  outcome: 'stored' | 'repeated',
  reference: string,
  { locale }: ParsedProposal,
  secretKey: string,
  awaitsConfirmation: boolean,
): SubmitResult {
  return { outcome, reference, statusPath: toStatusPath(locale, reference, secretKey), awaitsConfirmation }
}

async function findRepetition({
  client,
  idempotencyKey,
  bodyHash,
}: SubmitContext): Promise<string | 'conflict' | null> {
  if (!idempotencyKey) return null
  const { data, error } = await client.rpc('proposal_repeats', {
    idempotency_key: idempotencyKey,
    body: bodyHash,
  })
  if (error) throw new Error(`Earlier proposals cannot be read: ${error.message}`)
  const [row] = data
  if (!row) return null
  return row.outcome === 'conflict' ? 'conflict' : row.reference
}

function limitFor({ personId, isTrusted }: Sender) {
  if (personId === null) return PROPOSAL_LIMITS.anonymous
  return isTrusted ? PROPOSAL_LIMITS.trusted : PROPOSAL_LIMITS.member
}

function whoIs({ personId, address }: Sender, secretKey: string): string {
  return personId ?? hashAddress(address, secretKey, new Date().toISOString().slice(0, 10))
}

/** The given place, else the one of the address; without either a moderator finds it. */
async function locate(
  client: AdminClient,
  { lng, lat, address }: ParsedProposal,
): Promise<{ lng: number; lat: number } | null> {
  if (lng !== null && lat !== null) return { lng, lat }
  return address === null ? null : locateAddress(client, address)
}
