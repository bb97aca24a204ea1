'use client'

/** The sentence that says what is shown ("34 von 180 Betrieben: Design oder Musik, in Opladen"), and what to do where nothing is. */
import { useFormatter, useTranslations } from 'next-intl'
import { isNoFilter, NO_FILTER } from '#lib/domain/filter.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'

/** Of the loaded snapshot. */
export function ResultSentence() {
  const scan = useExplorer((state) => state.scan)
  return <ResultCount matching={scan?.matching} total={scan?.ofKind} unplaced={scan?.unplaced} />
}

type Props = { matching?: number | undefined; total?: number | undefined; unplaced?: number | undefined }

export function ResultCount({ matching, total, unplaced = 0 }: Props) {
  const t = useTranslations('results')
  const filter = useExplorer((state) => state.filter)
  const failed = useExplorer((state) => state.failed)
  const load = useExplorer((state) => state.load)
  const setFilter = useExplorer((state) => state.setFilter)
  const conditions = useConditions()
  const known = matching !== undefined && total !== undefined
  const kind = filter.kind ?? 'all'
  return (
    <div className="border-line border-b bg-paper px-4 py-3">
      <p role="status" data-result-count={matching}>
        {known
          ? t.rich('count', { kind, matching, total, b: (text) => <b className="font-bold">{text}</b> })
          : t(failed ? 'failed' : 'loading')}
        {known && conditions && `: ${conditions}`}
        {unplaced > 0 && <span className="text-muted"> ({t('unplacedCount', { count: unplaced })})</span>}
      </p>
      {matching === 0 && !isNoFilter(filter) && (
        <p className="mt-1 text-muted">
          {t('none')}{' '}
          <button
            type="button"
            onClick={() => setFilter(NO_FILTER)}
            className="min-h-6 cursor-pointer font-semibold text-seedling underline"
          >
            {t('showAll')}
          </button>
        </p>
      )}
      {failed && (
        <button
          type="button"
          onClick={load}
          className="mt-2 min-h-9 cursor-pointer rounded-lg border border-edge px-3 font-semibold"
        >
          {t('retry')}
        </button>
      )}
    </div>
  )
}

/** The filter's conditions besides the kind, in words. */
function useConditions(): string {
  const t = useTranslations()
  const format = useFormatter()
  const { disciplines, districts, isRecent, isInView, query } = useExplorer((state) => state.filter)
  const either = (words: string[]) => format.list(words, { type: 'disjunction' })
  return [
    disciplines.length > 0 && either(disciplines.map((code) => t(`disciplines.${code}`))),
    districts.length > 0 && t('results.inDistricts', { districts: either([...districts]) }),
    isInView && t('results.inView'),
    isRecent && t('results.recent'),
    query && t('results.query', { query }),
  ]
    .filter(Boolean)
    .join(', ')
}
