/** What was typed is kept on this device until it is sent, with the key under which it is sent. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ProposalValues } from '#lib/core/domain/proposal.ts'

type Draft = { key: string; values: ProposalValues }

/** `restored` is null until a kept draft has been found; `round` changes with what the fields have to show again. */
export function useDraft(name: string) {
  const storageKey = `keimzelle-draft/${name}`
  const [restored, setRestored] = useState<ProposalValues | null>(null)
  const [round, setRound] = useState(0)
  const key = useRef('')
  useEffect(() => {
    const draft = readDraft(storageKey)
    key.current = draft?.key ?? createKey()
    if (!draft) return
    setRestored(draft.values)
    setRound((before) => before + 1)
  }, [storageKey])
  const keep = useCallback(
    (values: ProposalValues) => {
      const draft: Draft = { key: key.current, values }
      // Storage may be full or forbidden; the form works without.
      try {
        localStorage.setItem(storageKey, JSON.stringify(draft))
      } catch {}
    },
    [storageKey],
  )
  const forget = useCallback(() => {
    try {
      localStorage.removeItem(storageKey)
    } catch {}
    key.current = createKey()
  }, [storageKey])
  const discard = () => {
    forget()
    setRestored(null)
    setRound((before) => before + 1)
  }
  return { restored, round, key, keep, forget, discard }
}

/** 128 random bits; works on plain http too, where `randomUUID` is missing. */
export function createKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

function readDraft(storageKey: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Draft | null
    return draft && typeof draft.key === 'string' && typeof draft.values === 'object' ? draft : null
  } catch {
    return null
  }
}
