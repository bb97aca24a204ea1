/** One entry in a list: mark, name, what it does and where; pressing it opens its card. */
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { EntryGlyph } from '#components/ui/entry-glyph.tsx'
import { describeEntry } from '#lib/store/describe-entry.ts'
import type { LoadedSnapshot } from '#lib/store/load-snapshot.ts'

const SHOWN_SERVICES = 3

type Props = {
  snapshot: LoadedSnapshot
  rank: number
  isSelected: boolean
  onSelect(rank: number): void
}

export const ResultItem = memo(function ResultItem({ snapshot, rank, isSelected, onSelect }: Props) {
  const t = useTranslations()
  const { points, texts } = snapshot
  const mark = describeEntry(points, rank)
  const type = mark.kind === 'business' ? t(`disciplines.${mark.discipline}`) : t(`uses.${mark.use}`)
  const services = (texts.services[rank] ?? []).slice(0, SHOWN_SERVICES)
  return (
    <li data-entry-id={texts.slugs[rank]} data-kind={mark.kind} className="border-line border-b">
      <button
        type="button"
        aria-current={isSelected}
        onClick={() => onSelect(rank)}
        className="flex w-full cursor-pointer gap-3 px-4 py-3 text-left -outline-offset-3 hover:bg-paper aria-current:bg-seedling-ground"
      >
        <EntryGlyph {...mark} large />
        <span className="min-w-0 flex-1">
          <span className="block font-semibold leading-snug">{texts.names[rank]}</span>
          <span className="block text-muted text-sm">
            {type} · {texts.districts[rank] || t('results.unplaced')}
          </span>
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
      </button>
    </li>
  )
})
