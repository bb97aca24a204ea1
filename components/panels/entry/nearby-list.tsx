/** Entries near by, with their distance. */
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { onPlainClick } from '#components/panels/search/plain-click.ts'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { NearbyEntry } from '#lib/core/domain/entry-details.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'

/** Finer than this, neither grid nor address is. */
const STEP_METERS = 10

export function NearbyList({ nearby }: { nearby: readonly NearbyEntry[] }) {
  const t = useTranslations('entry')
  const locale = useLocale()
  const open = useExplorer((state) => state.open)
  const id = useId()
  if (nearby.length === 0) return null
  return (
    <section aria-labelledby={id} className="-mx-4 mt-4 -mb-4 border-line border-t px-4 pt-3 pb-2">
      <h3 id={id} className="mb-1 font-semibold text-muted text-sm">
        {t('nearby')}
      </h3>
      <ul>
        {nearby.map(({ slug, name, mark, meters }) => {
          const shownMeters = Math.round(meters / STEP_METERS) * STEP_METERS
          return (
            <li key={slug}>
              <a
                href={toEntryPath(locale, slug)}
                onClick={onPlainClick(() => open(slug))}
                className="-mx-2 flex min-h-9 items-center gap-2 rounded-lg px-2 hover:bg-paper"
              >
                <EntryGlyph {...mark} />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="shrink-0 text-muted text-sm tabular-nums">
                  {shownMeters === 0 ? t('samePlace') : t('meters', { meters: shownMeters })}
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
