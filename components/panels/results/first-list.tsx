/** The results as the server knows them, for as long as the snapshot has not come, and without script. The sentence stays and follows it. */

import type { ListedEntry } from '#lib/core/domain/listed-entry.ts'
import type { Filter } from '#lib/core/view/filter.ts'
import { EntryList } from './entry-list.tsx'
import { ResultSection } from './result-section.tsx'
import { type ResultCounts, ResultSentence } from './result-sentence.tsx'
import { ResultSkeleton } from './result-skeleton.tsx'
import { FirstTools } from './result-tools.tsx'
import { UntilLoaded } from './until-loaded.tsx'

type Props = {
  first: (ResultCounts & { entries: ListedEntry[] }) | null
  /** What the file holds that is offered beside the list; no file without it. */
  exported?: Filter
  linkTarget?: '_blank'
}

export function FirstList({ first, exported, linkTarget }: Props) {
  return (
    <>
      <ResultSentence first={first && toCounts(first)} />
      <UntilLoaded>
        <ResultSection>
          {exported && <FirstTools filter={exported} />}
          {first ? (
            <EntryList
              entries={first.entries}
              located={first.matching - first.unplaced}
              unplaced={first.unplaced}
              linkTarget={linkTarget}
            />
          ) : (
            <ResultSkeleton />
          )}
        </ResultSection>
      </UntilLoaded>
    </>
  )
}

/** Without the entries: they stand in the page, and would be sent a second time. */
function toCounts({ matching, total, unplaced, unknown }: ResultCounts): ResultCounts {
  return { matching, total, unplaced, unknown }
}
