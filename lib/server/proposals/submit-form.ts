/** A proposal from a form that no script sends, or that a signed-in person sends: the same rules as the interface, with what was typed given back. */

import type { Kind } from '#lib/core/domain/entry.ts'
import { GONE_PHOTO } from '#lib/core/domain/photo.ts'
import {
  type FieldFault,
  NEAR_FIELD,
  type NearEntry,
  type ProposalForm,
  type ProposalProblem,
} from '#lib/core/domain/proposal.ts'
import { readCity } from '#lib/server/city.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { locateAddress } from './locate-address.ts'
import { type ParsedProposal, parseProposal } from './parse-proposal.ts'
import { hashInput } from './read-body.ts'
import { type ProposalSender, submitProposal } from './submit-proposal.ts'

/** Names the sending, so that a form sent twice counts once; no part of the proposal. */
const KEY_FIELD = 'idempotency_key'
const MAX_KEPT_LENGTH = 4000

type Context = {
  client: AdminClient
  secretKey: string
  sender: ProposalSender
  /** Why photos of the form could not be taken in. */
  photoFaults: readonly FieldFault[]
  /** Finds entries of a kind around a place (degrees); left out where they were shown beside the form. */
  findNear?: (place: { lng: number; lat: number }, kind: Kind) => Promise<NearEntry[]>
}

/** The path of the stored proposal's status page, or the form as it is to be shown again. */
export async function submitForm(form: FormData, context: Context): Promise<string | ProposalForm> {
  const values = readValues(form)
  const isNearShown = form.has(NEAR_FIELD)
  const again = (faults: readonly FieldFault[], problem: ProposalProblem | null = null): ProposalForm => ({
    faults,
    problem,
    values,
    near: [],
    isNearShown,
  })
  const { proposal, faults } = parseProposal(values, readCity().countryBox)
  if (!proposal || context.photoFaults.length > 0) return again([...faults, ...context.photoFaults])
  const near = isNearShown ? [] : await findNear(proposal, context)
  if (near.length > 0) return { ...again([]), near, isNearShown: true }
  const key = form.get(KEY_FIELD)
  const submit = (idempotencyKey: string | null) =>
    submitProposal(proposal, { ...context, idempotencyKey, bodyHash: hashInput(values) })
  const result = await submit(typeof key === 'string' && key ? key.slice(0, 200) : null)
    // A form that had arrived already and was changed afterwards is a proposal of its own.
    .then((first) => (first.outcome === 'conflict' ? submit(null) : first))
    .catch((fault: unknown) => {
      console.error(fault)
      return { outcome: 'unavailable' as const }
    })
  switch (result.outcome) {
    case 'stored':
    case 'repeated':
      return result.statusPath
    case 'unknown-entry':
      return again([{ field: 'target', code: 'unknown-entry' }])
    case 'unknown-photo':
      return again([GONE_PHOTO])
    case 'proof-needed':
      return again([{ field: 'contact_email', code: 'needs-address' }])
    case 'too-many':
      return again([], 'tooMany')
    case 'conflict':
    case 'unavailable':
      return again([], 'unavailable')
  }
}

/** Whatever keeps them from being found keeps nobody from sending. */
async function findNear(
  { type, kind, lng, lat, address }: ParsedProposal,
  { client, findNear: find }: Context,
): Promise<NearEntry[]> {
  if (type !== 'new' || !find) return []
  try {
    const place =
      lng !== null && lat !== null ? { lng, lat } : address && (await locateAddress(client, address))
    return place ? await find(place, kind) : []
  } catch (fault) {
    console.error(fault)
    return []
  }
}

/** What was filled in, by name; several of one name are joined by commas. Next's own fields are left out. */
function readValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION') || name === KEY_FIELD || name === NEAR_FIELD) continue
    const text = form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .join(',')
      .slice(0, MAX_KEPT_LENGTH)
    if (text) values[name] = text
  }
  return values
}
