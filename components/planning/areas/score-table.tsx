/** How areas compare under the planner's weights, criterion by criterion, and how sure their order is. */
import { useTranslations } from 'next-intl'
import { ScrollRegion } from '#components/ui/scroll-region.tsx'
import type { Subject } from '#lib/client/store/planning-state.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { CRITERIA } from '#lib/core/domain/score-weights.ts'
import {
  countWeighed,
  DRAWS,
  type Score,
  scoreArea,
  toMeasures,
  WEIGHT_SPREAD,
} from '#lib/core/geo/areas/score.ts'
import { COMPARED_TABLE, ComparedHead, ROW_HEAD, toTableWidth } from './compared-head.tsx'

export function ScoreTable({ subjects }: { subjects: readonly Subject[] }) {
  const t = useTranslations('planning')
  const weights = usePlanning((state) => state.view.weights)
  const scores = subjects.map(({ facts }) => scoreArea(toMeasures(facts), weights))
  const hasScores = scores.every((score) => !('refusal' in score))
  return (
    <div>
      <h3 id="comparison-score" className="font-bold font-display text-lg">
        {t('score.title')}
      </h3>
      <p className="mt-1 mb-3 max-w-2xl text-muted text-sm">
        {hasScores ? t('score.explain', { draws: DRAWS, spread: WEIGHT_SPREAD }) : t('weights.nothing')}
      </p>
      {hasScores && (
        <ScrollRegion
          labelledBy="comparison-score"
          className="rounded-2xl border border-line bg-sheet print:overflow-visible"
        >
          <table style={toTableWidth(subjects)} className={`${COMPARED_TABLE} text-sm`}>
            <caption className="sr-only">{t('score.title')}</caption>
            <ComparedHead first={t('score.criterion')} subjects={subjects} />
            <tbody>
              {CRITERIA.map((criterion) => (
                <tr key={criterion} className="border-line border-t">
                  <th scope="row" className={`${ROW_HEAD} py-1.5 font-medium`}>
                    {t(`weights.criteria.${criterion}`)}{' '}
                    <span className="font-normal text-muted">
                      · {t('weights.weighs', { value: weights[criterion] })}
                    </span>
                  </th>
                  {scores.map((score, place) => {
                    const part =
                      'refusal' in score ? null : score.parts.find((one) => one.criterion === criterion)
                    return (
                      <td key={subjects[place]?.key} className="px-3 py-1.5 tabular-nums">
                        {part?.scaled === null || part?.scaled === undefined
                          ? t('facts.unknown')
                          : t('score.value', { value: part.scaled })}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
            <Result
              subjects={subjects}
              scores={scores.map((score) => ('refusal' in score ? NO_SCORE : score))}
            />
          </table>
        </ScrollRegion>
      )}
    </div>
  )
}

const NO_SCORE: Score = { value: null, parts: [], unknown: [] }

function Result({ subjects, scores }: { subjects: readonly Subject[]; scores: readonly Score[] }) {
  const t = useTranslations('planning')
  const comparison = usePlanning((state) => state.comparison)
  const known = comparison && !('refusal' in comparison) ? comparison : null
  return (
    <tfoot>
      <tr className="border-ink border-t-2">
        <th scope="row" className={`${ROW_HEAD} py-2.5 font-bold`}>
          {t('score.label')}
        </th>
        {scores.map((score, place) => (
          <td key={subjects[place]?.key} className="px-3 py-2.5">
            <span data-score className="font-bold font-display text-2xl tabular-nums">
              {score.value === null ? t('score.unknown') : t('score.value', { value: score.value })}
            </span>
            {score.unknown.length > 0 && (
              <span className="block text-muted text-xs">
                {t('score.restsOn', {
                  known: countWeighed(score) - score.unknown.length,
                  of: countWeighed(score),
                })}
              </span>
            )}
          </td>
        ))}
      </tr>
      {subjects.length > 1 && (
        <tr className="border-line border-t">
          <th scope="row" className={`${ROW_HEAD} py-2 font-medium`}>
            {t('score.rank')}
          </th>
          {subjects.map(({ key }, place) => {
            const rank = known?.ranks[place] ?? null
            const kept = known?.keptShares[place] ?? null
            return (
              <td key={key} className="px-3 py-2 tabular-nums">
                {rank === null ? t('facts.unknown') : t('score.rankOf', { rank, count: subjects.length })}
                {kept !== null && (
                  <span className="block text-muted text-xs">{t('score.kept', { share: kept })}</span>
                )}
              </td>
            )
          })}
        </tr>
      )}
    </tfoot>
  )
}
