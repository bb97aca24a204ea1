/** A mark in words: what it is, what is in it, what pressing it does. */
import { useFormatter, useTranslations } from 'next-intl'
import { describeEntry } from '#lib/client/store/describe-entry.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { countDisciplines, type MapItem } from '#lib/core/geo/map/map-clusters.ts'

const NAMED_DISCIPLINES = 3

const SEVERAL = { business: 'businesses', space: 'spaces' } as const
const SEVERAL_AT_ONE_PLACE = { business: 'businessesAtOnePlace', space: 'spacesAtOnePlace' } as const

export type MarkText = { title: string; detail: string; action: string }

export function useMarkText(): (item: MapItem) => MarkText {
  const t = useTranslations()
  const format = useFormatter()
  const snapshot = useExplorer((state) => state.snapshot)
  return ({ kind, isOnePlace, ranks }) => {
    const [first] = ranks
    if (!snapshot || first === undefined) return { title: '', detail: '', action: '' }
    const { points, texts } = snapshot
    if (ranks.length === 1) {
      const entry = describeEntry(points, first)
      const detail = entry.kind === 'business' ? t(`disciplines.${entry.discipline}`) : t(`uses.${entry.use}`)
      return { title: texts.names[first] ?? '', detail, action: t('map.marks.opensCard') }
    }
    const counts = countDisciplines(points, ranks)
      .map((count, position) => ({ count, discipline: DISCIPLINES[position] ?? 'other' }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
    const parts = counts
      .slice(0, NAMED_DISCIPLINES)
      .map(({ count, discipline }) => `${format.number(count)} ${t(`disciplines.${discipline}`)}`)
    const others = counts.slice(NAMED_DISCIPLINES).reduce((sum, { count }) => sum + count, 0)
    if (others > 0) parts.push(t('map.marks.others', { count: others }))
    return {
      title: t(`map.marks.${isOnePlace ? SEVERAL_AT_ONE_PLACE[kind] : SEVERAL[kind]}`, {
        count: ranks.length,
      }),
      detail: parts.join(', '),
      action: t(isOnePlace ? 'map.marks.opensList' : 'map.marks.comesNearer'),
    }
  }
}
