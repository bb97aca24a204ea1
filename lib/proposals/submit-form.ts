/** A proposal from a form without script: the same rules as the interface, with what was typed given back. */
import { readCity } from '#lib/city.ts'
import { GONE_PHOTO } from '#lib/domain/photo.ts'
import type { FieldFault, ProposalForm, ProposalProblem } from '#lib/domain/proposal.ts'
import type { AdminClient } from '#lib/supabase/admin.ts'
import { parseProposal } from './parse-proposal.ts'
import { hashInput } from './read-body.ts'
import { submitProposal } from './submit-proposal.ts'

/** Names the sending, so that a form sent twice counts once; no part of the proposal. */
const KEY_FIELD = 'idempotency_key'
const MAX_KEPT_LENGTH = 4000

type Context = {
  client: AdminClient
  secretKey: string
  /** Network address of the visitor. */
  address: string
  /** Why photos of the form could not be taken in. */
  photoFaults: readonly FieldFault[]
}

/** The path of the stored proposal's status page, or the form as it is to be shown again. */
export async function submitForm(form: FormData, context: Context): Promise<string | ProposalForm> {
  const values = readValues(form)
  const again = (faults: readonly FieldFault[], problem: ProposalProblem | null = null): ProposalForm => ({
    faults,
    problem,
    values,
  })
  const { proposal, faults } = parseProposal(values, readCity().countryBox)
  if (!proposal || context.photoFaults.length > 0) return again([...faults, ...context.photoFaults])
  const key = form.get(KEY_FIELD)
  const result = await submitProposal(proposal, {
    client: context.client,
    secretKey: context.secretKey,
    sender: { address: context.address, personId: null, isTrusted: false },
    idempotencyKey: typeof key === 'string' && key ? key.slice(0, 200) : null,
    bodyHash: hashInput(values),
  }).catch((fault: unknown) => {
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
    // Another text under the same key: the form comes back with a new key.
    case 'conflict':
    case 'unavailable':
      return again([], 'unavailable')
  }
}

/** What was filled in, by name; several of one name are joined by commas. Next's own fields are left out. */
function readValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION') || name === KEY_FIELD) continue
    const text = form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .join(',')
      .slice(0, MAX_KEPT_LENGTH)
    if (text) values[name] = text
  }
  return values
}
