'use client'

/** What to do where nothing is shown: leave out one condition, each with what that brings, or try to load again. */
import { useTranslations } from 'next-intl'
import { listReliefs, withoutCondition } from '#components/panels/filter/filter-conditions.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { isNoFilter, NO_FILTER } from '#lib/core/view/filter.ts'

const BUTTON =
  'min-h-11 cursor-pointer rounded-xl border border-edge px-3.5 text-left font-semibold hover:bg-paper beside:min-h-9'

export function ResultAdvice() {
  const scan = useExplorer((state) => state.scan)
  const failed = useExplorer((state) => state.failed)
  if (failed && !scan) return <Retry />
  return scan?.matching === 0 ? <Reliefs /> : null
}

function Retry() {
  const t = useTranslations('results')
  const load = useExplorer((state) => state.load)
  return (
    <div className="p-4 as-sheet:order-2">
      <p className="mb-3 text-pretty">{t('failed')}</p>
      <button type="button" onClick={() => void load()} className={BUTTON}>
        {t('retry')}
      </button>
    </div>
  )
}

function Reliefs() {
  const t = useTranslations('results')
  const filter = useExplorer((state) => state.filter)
  const scan = useExplorer((state) => state.scan)
  const setFilter = useExplorer((state) => state.setFilter)
  if (!scan) return null
  if (isNoFilter(filter)) return <p className="p-4 text-muted as-sheet:order-2">{t('empty')}</p>
  const reliefs = listReliefs(scan)
  return (
    <div className="p-4 as-sheet:order-2">
      {scan.unknown > 0 && <p className="mb-3 text-pretty">{t('unknownAdvice', { count: scan.unknown })}</p>}
      <p className="mb-3 text-pretty text-muted">{t(reliefs.length > 0 ? 'none' : 'noneAlone')}</p>
      <div className="flex flex-col items-start gap-2">
        {reliefs.map(({ condition, count }) => (
          <button
            key={condition}
            type="button"
            onClick={() => setFilter(withoutCondition(condition))}
            className={BUTTON}
          >
            {t(`relief.${condition}`)}{' '}
            <span className="font-normal text-muted">{t('reliefCount', { count })}</span>
          </button>
        ))}
        <button type="button" onClick={() => setFilter(NO_FILTER)} className={BUTTON}>
          {t('showAll')}
        </button>
      </div>
    </div>
  )
}
