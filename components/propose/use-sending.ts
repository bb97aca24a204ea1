/** Sends the form's draft once, and remembers what became of it. */
import { useCallback, useRef, useState } from 'react'
import type { ProposalForm, ProposalValues } from '#lib/domain/proposal.ts'
import { computeProof } from './proof.ts'
import { type ProofBox, sendProposal } from './send-proposal.ts'
import type { useDraft } from './use-draft.ts'

export function useSending(draft: Pick<ReturnType<typeof useDraft>, 'key' | 'keep' | 'forget'>) {
  const [isSending, setSending] = useState(false)
  const [result, setResult] = useState<Pick<ProposalForm, 'faults' | 'problem'> | null>(null)
  const box = useRef<ProofBox>({ proof: null })
  /** Begins the proof of work with the first thing that somebody enters, so that it is there when they send. */
  const prepare = useCallback(() => {
    box.current.proof ??= computeProof()
  }, [])
  const send = async (values: ProposalValues) => {
    setSending(true)
    draft.keep(values)
    const answer = await sendProposal(values, draft.key.current, box.current)
    if (typeof answer === 'string') {
      draft.forget()
      window.location.assign(`${answer}&done=sent`)
      return
    }
    setResult(answer)
    setSending(false)
  }
  return { isSending, result, send, prepare }
}
