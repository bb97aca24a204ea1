/** The areas that were found, as a list that leads to them on the map and into the comparison. */
import { useTranslations } from 'next-intl'
import { useShallow } from 'zustand/react/shallow'
import type { Subject } from '#lib/client/store/planning-state.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { isComparisonFull, listFound } from '#lib/client/store/planning-subjects.ts'
import { countWeighed, scoreArea, toMeasures } from '#lib/core/geo/areas/score.ts'
import { AreaMark } from './area-mark.tsx'
import { EmptyAreas } from './empty-areas.tsx'
import { useSubjectName } from './use-subject-name.ts'

export function AreaList() {
  const t = useTranslations('planning')
  const found = usePlanning((state) => state.found)
  const drawn = usePlanning((state) => state.drawn)
  if (!found) return null
  const subjects = listFound({ found })
  return (
    <>
      {subjects.length === 0 && <EmptyAreas />}
      <ul aria-label={t('areas.list')}>
        {subjects.map((subject, place) => (
          <Row key={subject.key} subject={subject} place={place} />
        ))}
        {drawn.map((subject) => (
          <Row key={subject.key} subject={subject} place={null} />
        ))}
      </ul>
    </>
  )
}

/** `place` is the area's place in the ranking; null for one that is not ranked. */
function Row({ subject, place }: { subject: Subject; place: number | null }) {
  const t = useTranslations('planning')
  const nameOf = useSubjectName()
  const isChosen = usePlanning((state) => state.chosen === subject.key)
  const isCompared = usePlanning((state) => state.view.compared.includes(subject.key))
  const isFull = usePlanning(isComparisonFull)
  const { choose, compare } = usePlanning.getState()
  const name = nameOf(subject)
  return (
    <li
      data-area={subject.key}
      className={`border-line border-b ${isChosen ? 'bg-seedling-ground forced-colors:border-l-8 forced-colors:border-l-[Highlight]' : ''}`}
    >
      <div className={`relative flex gap-3 px-4 pt-3 ${isChosen ? '' : 'hover:bg-paper'}`}>
        <AreaMark subject={subject} />
        <div className="min-w-0 flex-1">
          <button
            type="button"
            aria-pressed={isChosen}
            onClick={() => choose(isChosen ? null : subject.key, subject.box)}
            className="cursor-pointer text-left font-bold leading-snug before:absolute before:inset-0 focus-visible:outline-none focus-visible:before:outline-3 focus-visible:before:outline-seedling focus-visible:before:-outline-offset-3"
          >
            {subject.mark && <span className="sr-only">{subject.mark}, </span>}
            {name}
          </button>
          <FactLine subject={subject} />
          <Chips subject={subject} />
        </div>
        {place !== null && <ScoreMark place={place} subject={subject} />}
      </div>
      <label className="ml-15.5 inline-flex min-h-9 cursor-pointer items-center gap-2 pr-3 pb-1 text-sm has-disabled:cursor-default has-disabled:text-muted">
        <input
          type="checkbox"
          className="size-4 accent-seedling"
          checked={isCompared}
          disabled={isFull && !isCompared}
          onChange={(event) => compare(subject.key, event.target.checked)}
        />
        {t('areas.compare')}
        <span className="sr-only">: {name}</span>
      </label>
    </li>
  )
}

function FactLine({ subject: { facts } }: { subject: Subject }) {
  const t = useTranslations('planning.facts')
  const perKm2 = facts.businessesPerSquareKilometer.value
  return (
    <p className="text-muted text-sm tabular-nums">
      {t('line', { count: facts.businesses, area: facts.areaSquareKilometers })}
      {perKm2 === null ? ` · ${t('tooFew')}` : ` · ${t('perKm2', { value: perKm2 })}`}
    </p>
  )
}

function Chips({ subject: { facts } }: { subject: Subject }) {
  const t = useTranslations('planning.facts')
  const { evenness, smallSpacesShare, vacantSpaces, nearestStationMeters, nearestStation } = facts
  const chips = [
    evenness.value !== null && t('mixtureChip', { value: evenness.value }),
    vacantSpaces > 0 &&
      (smallSpacesShare.value === null
        ? t('spacesChip', { count: vacantSpaces })
        : t('smallChip', { count: Math.round(smallSpacesShare.value * smallSpacesShare.n) })),
    nearestStationMeters.value !== null &&
      t('stationChip', {
        name: nearestStation ?? t('station'),
        meters: Math.round(nearestStationMeters.value / 10) * 10,
      }),
  ].filter((chip) => chip !== false)
  return (
    <ul className="mt-1.5 flex flex-wrap gap-1.5 text-xs">
      {chips.map((chip) => (
        <li
          key={chip}
          className="rounded-md border border-line bg-sheet px-1.5 py-0.5 text-muted tabular-nums"
        >
          {chip}
        </li>
      ))}
    </ul>
  )
}

function ScoreMark({ subject, place }: { subject: Subject; place: number }) {
  const t = useTranslations('planning.score')
  const [weights, ranking] = usePlanning(useShallow((state) => [state.view.weights, state.ranking]))
  const score = scoreArea(toMeasures(subject.facts), weights)
  if ('refusal' in score) return null
  const kept = ranking && !('refusal' in ranking) ? ranking.keptShares[place] : null
  const weighed = countWeighed(score)
  const known = weighed - score.unknown.length
  return (
    <p className="w-20 shrink-0 text-right sm:w-27 text-muted text-xs leading-snug">
      <span className="sr-only">{t('label')} </span>
      <span className="block font-bold font-display text-ink text-xl tabular-nums">
        {score.value === null ? t('unknown') : t('value', { value: score.value })}
      </span>
      {kept !== null && kept !== undefined && t('kept', { share: kept })}
      {known < weighed && <span className="block">{t('restsOnShort', { known, of: weighed })}</span>}
    </p>
  )
}
