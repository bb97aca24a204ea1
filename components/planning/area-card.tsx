/** The card of the chosen area over the map: what it is, in a sentence, its disciplines and its main facts. */
import { Printer, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useShallow } from 'zustand/react/shallow'
import { MAX_COMPARED } from '#lib/domain/planning-view.ts'
import { usePlanning } from '#lib/store/planning-store.ts'
import { pickSubjects, type Subject } from '#lib/store/planning-subjects.ts'
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
  if (!subject) return null
  return (
    <article
      aria-label={nameOf(subject)}
      className="z-20 overflow-y-auto border-line bg-sheet p-4 border-t beside:absolute beside:top-3 beside:right-3 beside:max-h-[calc(100%-8rem)] beside:w-92 beside:rounded-2xl beside:border beside:shadow-card print:hidden"
    >
      <div className="flex items-start gap-3">
        <AreaMark subject={subject} />
        <h2 className="min-w-0 flex-1 text-balance font-bold font-display text-xl leading-tight">
          {nameOf(subject)}
        </h2>
        <button
          type="button"
          aria-label={t('card.close')}
          onClick={() => usePlanning.getState().choose(null)}
          className="-mt-1 -mr-1 grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-paper"
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      <Sentence subject={subject} />
      <DisciplineStrip facts={subject.facts} />
      <Facts subject={subject} />
      <Actions subject={subject} />
    </article>
  )
}

function Sentence({ subject: { facts } }: { subject: Subject }) {
  const t = useTranslations('planning.card')
  const loaded = usePlanning((state) => state.loaded)
  const all = loaded?.ground.columns.kind.filter((kind) => kind === 0).length ?? 0
  const city = loaded?.citySquareKilometers ?? 0
  return (
    <p className="mt-2 text-muted text-sm">
      {city > 0
        ? t('sentence', { count: facts.businesses, all, share: facts.areaSquareKilometers / city })
        : t('sentenceWithoutCity', { count: facts.businesses, all, area: facts.areaSquareKilometers })}
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
  const compared = usePlanning((state) => state.view.compared)
  const isCompared = compared.includes(key)
  const { compare } = usePlanning.getState()
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <button
        type="button"
        aria-disabled={!isCompared && compared.length >= MAX_COMPARED}
        onClick={() => (isCompared || compared.length < MAX_COMPARED) && compare(key, !isCompared)}
        className="inline-flex min-h-10 cursor-pointer items-center rounded-xl bg-seedling px-4 font-semibold text-on-seedling text-sm hover:opacity-90 aria-disabled:opacity-60"
      >
        {t(isCompared ? 'removeFromComparison' : 'compare')}
      </button>
      <button
        type="button"
        onClick={() => {
          if (!isCompared && compared.length < MAX_COMPARED) compare(key, true)
          // The table is on the page before it is printed.
          requestAnimationFrame(() => window.print())
        }}
        className="inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-xl border border-edge px-4 font-semibold text-sm hover:bg-paper"
      >
        <Printer aria-hidden className="size-4" />
        {t('report')}
      </button>
    </div>
  )
}
