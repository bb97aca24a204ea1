'use client'

/** The list beneath the search box: suggestions in groups, each with its mark. */
import { Layers, MapPin, Wrench } from 'lucide'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useEffect, useRef } from 'react'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { ROUTE_ICON } from '#components/ui/route-icon.ts'
import type { useCombobox } from '#components/ui/use-combobox.ts'
import type { SearchSuggestion } from './use-suggestions.ts'

const ICONS = { services: Wrench, districts: Layers, streets: ROUTE_ICON, places: MapPin }

type Props = { suggestions: readonly SearchSuggestion[]; combobox: ReturnType<typeof useCombobox> }

export function SearchSuggestions({ suggestions, combobox }: Props) {
  const t = useTranslations('search')
  const groups = [...new Set(suggestions.map(({ group }) => group))]
  return (
    <div
      {...combobox.listProps(t('suggestions'))}
      className="absolute inset-x-0 top-full z-30 mt-1.5 max-h-[min(34rem,60dvh)] overflow-y-auto rounded-xl border border-line bg-sheet py-1.5 shadow-card"
    >
      {groups.map((group) => (
        <div key={group} {...combobox.groupProps(group)}>
          <div id={combobox.headingId(group)} className="px-3 pt-2 pb-0.5 font-semibold text-muted text-sm">
            {t(`groups.${group}`)}
          </div>
          {suggestions.map((suggestion, index) =>
            suggestion.group === group ? (
              <SuggestionOption
                key={suggestion.id}
                suggestion={suggestion}
                {...combobox.optionProps(index)}
              />
            ) : null,
          )}
        </div>
      ))}
    </div>
  )
}

function SuggestionOption({
  suggestion: { group, label, detail, mark },
  ...props
}: { suggestion: SearchSuggestion } & ComponentProps<'div'>) {
  const option = useRef<HTMLDivElement>(null)
  const isActive = props['aria-selected']
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const icon = group in ICONS ? ICONS[group as keyof typeof ICONS] : null
  return (
    <div
      ref={option}
      {...props}
      className="flex min-h-9 cursor-pointer scroll-my-8 items-center gap-2.5 px-3 py-1 leading-snug hover:bg-paper aria-selected:bg-seedling-ground forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-2"
    >
      {mark && <EntryGlyph {...mark} />}
      {icon && <LineIcon of={icon} className="size-6 shrink-0 p-1 text-muted" />}
      <span className="min-w-0 flex-1 break-words">{label}</span>
      {detail && <span className="max-w-2/5 shrink-0 truncate text-muted text-sm">{detail}</span>}
    </div>
  )
}
