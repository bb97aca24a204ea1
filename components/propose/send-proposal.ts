/** Sends a proposal to the public interface; whatever happens on the way, it counts once. */
import type { FieldFault, ProposalForm, ProposalValues } from '#lib/core/domain/proposal.ts'
import { computeProof } from './proof.ts'
import { createKey } from './use-draft.ts'

const LIMIT_MILLISECONDS = 20_000

/** A proof that is being computed, kept until it is spent. */
export type ProofBox = { proof: Promise<string | null> | null }

/** The path of the status page, or what the form has to say. The key names the draft: sent again under it, it is stored once. */
export async function sendProposal(
  values: ProposalValues,
  key: string,
  box: ProofBox,
): Promise<string | Pick<ProposalForm, 'faults' | 'problem'>> {
  box.proof ??= computeProof()
  let answer = await post(values, await box.proof, key)
  if (answer?.status === 428 && (await box.proof)) {
    // Too old or spent: another one, once.
    box.proof = computeProof()
    answer = await post(values, await box.proof, key)
  }
  // A draft that had arrived already and was changed afterwards is a proposal of its own.
  if (answer?.status === 409) {
    box.proof = computeProof()
    answer = await post(values, await box.proof, createKey())
  }
  if (!answer) {
    // Computed without a connection it is none.
    if (!(await box.proof)) box.proof = null
    return { faults: [], problem: 'offline' }
  }
  return readAnswer(answer)
}

async function post(values: ProposalValues, proof: string | null, key: string): Promise<Response | null> {
  try {
    return await fetch('/api/v1/proposals', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(proof ? { ...values, proof } : values),
      signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
    })
  } catch {
    return null
  }
}

async function readAnswer(answer: Response): Promise<string | Pick<ProposalForm, 'faults' | 'problem'>> {
  if (answer.status === 201) {
    const { pathname, search } = new URL(((await answer.json()) as { status_url: string }).status_url)
    return pathname + search
  }
  if (answer.status === 400) {
    const { errors = [] } = (await answer.json()) as { errors?: FieldFault[] }
    if (errors.length > 0) return { faults: errors, problem: null }
  }
  if (answer.status === 428)
    return { faults: [{ field: 'contact_email', code: 'needs-address' }], problem: null }
  return { faults: [], problem: answer.status === 429 ? 'tooMany' : 'unavailable' }
}
