/** For a form, or the button that sends it: while the answer is on its way, another press sends nothing. */
import type { SyntheticEvent } from 'react'

export function holdWhile(isPending: boolean): (event: SyntheticEvent) => void {
  return (event) => {
    if (isPending) event.preventDefault()
  }
}
