/** The results as the server knows them: what stands in the list's place until the snapshot has come, and without script. */
import type { Filter } from '#lib/domain/filter.ts'
import type { ListedEntry } from '#lib/domain/listed-entry.ts'
import { EntryList } from './entry-list.tsx'
import { ResultSection } from './result-section.tsx'
import { ResultCount } from './result-sentence.tsx'
import { ResultSkeleton } from './result-skeleton.tsx'
import { FirstTools } from './result-tools.tsx'

type Props = {
  first: (Record<'matching' | 'unplaced' | 'unknown' | 'total', number> & { entries: ListedEntry[] }) | null
  /** What the file holds that is offered beside the list; no file without it. */
  exported?: Filter
  linkTarget?: '_blank'
}

export function FirstList({ first, exported, linkTarget }: Props) {
  return (
    <>
      <ResultCount
        matching={first?.matching}
        total={first?.total}
        unplaced={first?.unplaced}
        unknown={first?.unknown}
      />
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
    </>
  )
}
