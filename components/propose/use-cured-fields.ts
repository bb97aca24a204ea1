/** Fields that were edited since the form was answered: what was said about them may no longer be true. */
import { useCallback, useState } from 'react'
import type { FieldFault } from '#lib/core/domain/proposal.ts'
import { toFieldId } from './form-state.tsx'

/** `cure` takes the name of a control; a place has one for its words and none for its numbers. */
export function useCuredFields(faults: readonly FieldFault[]) {
  const [state, setState] = useState({ faults, cured: new Set<string>() })
  // Another answer speaks of the form as it is now.
  if (state.faults !== faults) setState({ faults, cured: new Set() })
  const cure = useCallback((name: string) => {
    setState(({ faults, cured }) => {
      const edited = faults.filter(({ field }) => toFieldId(field) === toFieldId(name))
      return { faults, cured: new Set([...cured, ...edited.map(({ field }) => field)]) }
    })
  }, [])
  return { cured: state.faults === faults ? state.cured : new Set<string>(), cure }
}
