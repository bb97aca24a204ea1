/** Sends the form's draft once, and remembers what became of it. */
import { useCallback, useRef, useState } from 'react'
import type { ProposalForm, ProposalValues } from '#lib/core/domain/proposal.ts'
import { computeProof } from './proof.ts'
import { type ProofBox, sendProposal } from './send-proposal.ts'
import type { useDraft } from './use-draft.ts'

const OFFLINE = { faults: [], problem: 'offline' } as const

/** Stores it as the signed-in person's; null where nobody is signed in any more. */
export type SendAsPerson = (values: ProposalValues, key: string) => Promise<string | ProposalForm | null>

/** `sendAsPerson` is null for strangers, who prove some work instead. */
export function useSending(
  draft: Pick<ReturnType<typeof useDraft>, 'key' | 'keep' | 'forget'>,
  sendAsPerson: SendAsPerson | null,
) {
  const [isSending, setSending] = useState(false)
  const [result, setResult] = useState<Pick<ProposalForm, 'faults' | 'problem'> | null>(null)
  const box = useRef<ProofBox>({ proof: null })
  /** Begins the proof of work with the first thing that somebody enters, so that it is there when they send. */
  const prepare = useCallback(() => {
    if (!sendAsPerson) box.current.proof ??= computeProof()
  }, [sendAsPerson])
  const send = async (values: ProposalValues) => {
    setSending(true)
    draft.keep(values)
    const key = draft.key.current
    const answer =
      (await sendAsPerson?.(values, key).catch(() => OFFLINE)) ??
      (await sendProposal(values, key, box.current))
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
