/** What the search box proposes, group after group, and what taking each of them does. */
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { listEntryOfRank } from '#lib/client/store/describe-entry.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import type { EntryMark } from '#lib/core/domain/listed-entry.ts'
import type { Place } from '#lib/core/domain/place.ts'
import { wordsOfDiscipline } from '#lib/core/search/discipline-words.ts'
import { fold } from '#lib/core/search/fold.ts'
import { type Label, toLabels } from '#lib/core/search/labels.ts'
import { suggestFor } from '#lib/core/search/suggest.ts'
import { filterBy, openDistrict, openEntry, openPlace, openStreet } from './search-actions.ts'

export type SearchSuggestion = {
  id: string
  group: 'entries' | 'disciplines' | 'services' | 'districts' | 'streets' | 'places'
  label: string
  detail: string
  mark?: EntryMark
  choose(): void
}

/** None before the entries have come. A group that has the very words comes before the others. */
export function useSuggestions(query: string, places: readonly Place[]): SearchSuggestion[] {
  const t = useTranslations()
  const snapshot = useExplorer((state) => state.snapshot)
  const disciplines = useMemo(
    () =>
      toLabels(
        DISCIPLINES.map((code) => ({
          code,
          label: t(`disciplines.${code}`),
          detail: wordsOfDiscipline(code),
        })),
      ),
    [t],
  )
  return useMemo(() => {
    if (!snapshot || query.trim() === '') return []
    const found = suggestFor(snapshot, disciplines, query)
    const countOf = ({ count }: Label) => t('search.entries', { count })
    const suggestions = [
      ...found.entries.map((rank): SearchSuggestion => {
        const { slug, name, district, mark } = listEntryOfRank(snapshot, rank)
        const choose = () => openEntry(rank)
        return { id: slug, group: 'entries', label: name, detail: district, mark, choose }
      }),
      ...found.disciplines.map(({ code, label }): SearchSuggestion => {
        const mark = { kind: 'business', discipline: code, state: 'verified' } as const
        const choose = () => filterBy({ disciplines: [code] })
        return { id: code, group: 'disciplines', label, detail: '', mark, choose }
      }),
      ...found.services.map((service): SearchSuggestion => {
        const choose = () => filterBy({ query: service.label })
        return {
          id: service.label,
          group: 'services',
          label: service.label,
          detail: countOf(service),
          choose,
        }
      }),
      ...found.districts.map((district): SearchSuggestion => {
        const choose = () => openDistrict(district)
        return {
          id: district.label,
          group: 'districts',
          label: district.label,
          detail: countOf(district),
          choose,
        }
      }),
      ...found.streets.map((street): SearchSuggestion => {
        const { label, detail } = street
        return { id: `${label}|${detail}`, group: 'streets', label, detail, choose: () => openStreet(street) }
      }),
      ...places.map((place): SearchSuggestion => {
        const detail = place.source === 'photon' ? t('search.openStreetMap') : ''
        const choose = () => openPlace(place)
        return { id: `${place.label}|${place.lng}`, group: 'places', label: place.label, detail, choose }
      }),
    ]
    const asked = fold(query.trim())
    const isVeryWord = ({ label }: SearchSuggestion) => fold(label) === asked
    const first = new Set(suggestions.filter(isVeryWord).map(({ group }) => group))
    return suggestions.toSorted((a, b) => Number(first.has(b.group)) - Number(first.has(a.group)))
  }, [snapshot, query, places, disciplines, t])
}
