/** The card of the chosen area over the map: what it is, in a sentence, its disciplines and its main facts. */
import { Printer, X } from 'lucide'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { LineIcon } from '#components/ui/line-icon.tsx'
import type { Subject } from '#lib/client/store/planning-state.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { isComparisonFull, pickSubjects } from '#lib/client/store/planning-subjects.ts'
import type { SubjectKey } from '#lib/core/view/planning-view.ts'
import { AreaMark } from './area-mark.tsx'
import { DisciplineStrip } from './discipline-strip.tsx'
import { CARD_ROWS, useFactText } from './fact-text.ts'
import { useSubjectName } from './use-subject-name.ts'

export function AreaCard() {
  const t = useTranslations('planning')
  const [chosen, found, drawn, districts, loaded] = usePlanning(
    useShallow((state) => [state.chosen, state.found, state.drawn, state.districts, state.loaded]),
  )
  const nameOf = useSubjectName()
  const [subject] = chosen ? pickSubjects({ found, drawn, districts, loaded }, [chosen]) : []
  const card = useRef<HTMLElement>(null)
  // On a narrow screen the list lies far below the map: anyone who chooses there is led to what was chosen.
  useEffect(() => {
    if (!chosen) return
    card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'end' })
  }, [chosen])
  if (!subject) return null
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={nameOf(subject)}
      onKeyDown={({ key }) => key === 'Escape' && close(subject.key)}
      className="z-20 scroll-mb-2 overflow-y-auto outline-none border-line bg-sheet p-4 border-t beside:absolute beside:top-3 beside:right-3 beside:max-h-[calc(100%-8rem)] beside:w-92 beside:rounded-2xl beside:border beside:shadow-card print:hidden"
    >
      <div className="flex items-start gap-3">
        <AreaMark subject={subject} />
        <h2 className="min-w-0 flex-1 text-balance font-bold font-display text-xl leading-tight">
          {nameOf(subject)}
        </h2>
        <button
          type="button"
          aria-label={t('card.close')}
          onClick={() => close(subject.key)}
          className="-mt-1 -mr-1 grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-paper"
        >
          <LineIcon of={X} className="size-4" />
        </button>
      </div>
      <Sentence subject={subject} />
      <DisciplineStrip facts={subject.facts} />
      <Facts subject={subject} />
      <p className="mt-2 text-muted text-xs">{t('card.sources')}</p>
      <Actions subject={subject} />
    </article>
  )
}

/** Leads back to where the area was chosen in the list. */
function close(key: SubjectKey): void {
  usePlanning.getState().choose(null)
  document.querySelector<HTMLElement>(`[data-area="${CSS.escape(key)}"] button`)?.focus()
}

function Sentence({ subject: { facts } }: { subject: Subject }) {
  const t = useTranslations('planning.card')
  const loaded = usePlanning((state) => state.loaded)
  const all = loaded?.ground.columns.kind.filter((kind) => kind === 0).length ?? 0
  const city = loaded?.citySquareKilometers ?? 0
  const share = facts.areaSquareKilometers / city
  const known = { count: facts.businesses, all }
  return (
    <p className="mt-2 text-muted text-sm">
      {city > 0
        ? t('sentence', {
            ...known,
            share,
            expected: all * share,
            isUnderOne: all * share < 1 ? 'yes' : 'no',
          })
        : t('sentenceWithoutCity', { ...known, area: facts.areaSquareKilometers })}
    </p>
  )
}

function Facts({ subject: { facts } }: { subject: Subject }) {
  const toText = useFactText()
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      {CARD_ROWS.map((row) => {
        const { label, value, note } = toText(row, facts)
        return (
          <div key={row} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted">{label}</dt>
            <dd className="tabular-nums">
              {value} {note && <span className="text-muted">({note})</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Actions({ subject: { key } }: { subject: Subject }) {
  const t = useTranslations('planning.card')
  const isCompared = usePlanning((state) => state.view.compared.includes(key))
  const isFull = usePlanning(isComparisonFull)
  const { compare } = usePlanning.getState()
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <button
        type="button"
        aria-disabled={!isCompared && isFull}
        onClick={() => (isCompared || !isFull) && compare(key, !isCompared)}
        className="inline-flex min-h-10 cursor-pointer items-center rounded-xl bg-seedling px-4 font-semibold text-on-seedling text-sm hover:opacity-90 aria-disabled:opacity-60"
      >
        {t(isCompared ? 'removeFromComparison' : 'compare')}
      </button>
      <button
        type="button"
        onClick={() => {
          if (!isCompared && !isFull) compare(key, true)
          // The table is on the page before it is printed.
          requestAnimationFrame(() => window.print())
        }}
        className="inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-xl border border-edge px-4 font-semibold text-sm hover:bg-paper"
      >
        <LineIcon of={Printer} className="size-4" />
        {t('report')}
      </button>
    </div>
  )
}
