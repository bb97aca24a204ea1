/** The results as the server knows them: what stands in the list's place until the snapshot has come, and without script. */
import type { ListedEntry } from '#lib/domain/listed-entry.ts'
import { ResultItem } from './result-item.tsx'
import { ResultSection } from './result-section.tsx'
import { ResultCount } from './result-sentence.tsx'
import { ResultSkeleton } from './result-skeleton.tsx'

type Props = { first: { entries: ListedEntry[]; matching: number; total: number } | null }

export function FirstList({ first }: Props) {
  return (
    <>
      <ResultCount matching={first?.matching} total={first?.total} />
      <ResultSection>
        {first ? (
          <ul>
            {first.entries.map((entry) => (
              <ResultItem key={entry.slug} entry={entry} />
            ))}
          </ul>
        ) : (
          <ResultSkeleton />
        )}
      </ResultSection>
    </>
  )
}
