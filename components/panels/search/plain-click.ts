/** Links that act at once where they can, and stay links for everything else one does with a link. */
import type { MouseEvent } from 'react'
import { useExplorer } from '#lib/client/store/explorer-store.ts'

/** Acts in place of following the link once the register is loaded; a click that asks for a new tab or window is let through. */
export function onPlainClick(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !useExplorer.getState().snapshot) return
    event.preventDefault()
    act()
  }
}
