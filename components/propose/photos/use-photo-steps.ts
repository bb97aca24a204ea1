/** Follows the photos of a form on their way, so that none is left behind when it is sent. */
import { useCallback, useEffect, useState } from 'react'

/** `ended` whether it arrived or not. */
export type PhotoStep = 'begun' | 'ended' | 'removed'

/** `onEdit` hears once the form holds what came of a step. */
export function usePhotoSteps(onEdit: () => void) {
  const [{ underway, changes }, setState] = useState({ underway: 0, changes: 0 })
  const followPhoto = useCallback((step: PhotoStep) => {
    setState((before) => ({
      underway: before.underway + (step === 'begun' ? 1 : step === 'ended' ? -1 : 0),
      changes: before.changes + (step === 'begun' ? 0 : 1),
    }))
  }, [])
  useEffect(() => {
    if (changes > 0) onEdit()
  }, [changes, onEdit])
  return { isPhotoOnTheWay: underway > 0, followPhoto }
}
