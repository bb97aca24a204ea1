/** Makes the loaded snapshot searchable in the browser's idle time, so that the first letter is answered at once. */
import { catalogueOf } from '#lib/core/search/labels.ts'
import { prepareSearch } from '#lib/core/search/search-texts.ts'
import type { LoadedSnapshot } from './load-snapshot.ts'

/** Works slice by slice until it is done or the signal aborts; what is missing then, a search does by itself. */
export function prepareWhenIdle({ texts, points }: LoadedSnapshot, signal: AbortSignal): void {
  const work = () => {
    if (signal.aborted) return
    if (prepareSearch({ texts, points })) catalogueOf(texts, points)
    else whenIdle(work)
  }
  whenIdle(work)
}

/** Safari has no idle callback: there the next task has to do. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work)
  else setTimeout(work)
}
