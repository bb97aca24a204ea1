'use client'

/** One entry in a list: mark, name, what it is and where, how fresh; opening it shows its card, or its page without script. */
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { FreshnessNote } from '#components/panels/entry/freshness-note.tsx'
import { onPlainClick } from '#components/panels/search/plain-click.ts'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import type { ListedEntry } from '#lib/core/domain/listed-entry.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'

const SHOWN_SERVICES = 3

type Props = {
  entry: ListedEntry
  isSelected?: boolean
  /** Takes the place of following the link. */
  onSelect?(slug: string): void
  linkTarget?: '_blank' | undefined
}

export const ResultItem = memo(function ResultItem({
  entry,
  isSelected = false,
  onSelect,
  linkTarget,
}: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const { slug, name, mark, district, areaSquareMeters: area } = entry
  const format = useFormatter()
  const type = mark.kind === 'business' ? t(`disciplines.${mark.discipline}`) : t(`uses.${mark.use}`)
  const services = entry.services.slice(0, SHOWN_SERVICES)
  return (
    <li data-entry-id={slug} data-kind={mark.kind} className="border-line border-b">
      <a
        href={toEntryPath(locale, slug)}
        target={linkTarget}
        aria-current={isSelected}
        onClick={onSelect && onPlainClick(() => onSelect(slug))}
        className="flex w-full gap-3 px-4 py-3 -outline-offset-3 hover:bg-paper aria-current:bg-seedling-ground"
      >
        <EntryGlyph {...mark} large />
        <span className="min-w-0 flex-1">
          <span className="block font-semibold leading-snug">{name}</span>
          <span className="block text-muted text-sm">
            {type}
            {area !== null && ` · ${format.number(area)}\u00a0m²`}
            {district && ` · ${district}`}
          </span>
          <FreshnessNote day={entry.confirmedDay} />
          {services.length > 0 && (
            <span className="mt-1.5 flex flex-wrap gap-1.5">
              {services.map((service) => (
                <span key={service} className="rounded-md border border-line px-1.5 text-muted text-sm">
                  {service}
                </span>
              ))}
            </span>
          )}
        </span>
      </a>
    </li>
  )
})
