/** What one can do with an entry: visit its website, send it on, find the way, print it. Script-free, the links remain. */
import { ExternalLink, Mail } from 'lucide'
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { PrintButton } from '#components/panels/results/print-button.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { ROUTE_ICON } from '#components/ui/route-icon.ts'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { toExactPlace } from '#lib/core/geo/select/exact-place.ts'
import { toInterestPath } from '#lib/core/view/paths.ts'
import { ShareButton } from './share-button.tsx'

const ACTION =
  'inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-xl border border-edge px-3 font-semibold hover:bg-paper'

type Props = {
  entry: Entry
  path: string
  /** Of links that lead away. */
  linkTarget?: '_blank' | undefined
}

export function EntryActions({ entry, path, linkTarget }: Props) {
  const t = useTranslations()
  const noteId = useId()
  const locale = useLocale()
  const website = entry.website && /^https?:/.test(entry.website) ? entry.website : null
  const place = toExactPlace(entry)
  const leaving = website && place ? 'both' : website ? 'website' : place ? 'route' : null
  return (
    <div className="mt-4 print:hidden">
      <div className="flex flex-wrap gap-2">
        {website && (
          <a
            href={website}
            target={linkTarget}
            rel="noopener noreferrer nofollow"
            aria-describedby={noteId}
            className="inline-flex min-h-10 items-center gap-2 rounded-xl bg-seedling px-4 font-semibold text-on-seedling"
          >
            {t('card.website')}
            <LineIcon of={ExternalLink} className="size-4" />
          </a>
        )}
        {entry.kind === 'space' && (
          <a
            href={toInterestPath(locale, entry.slug)}
            target={linkTarget}
            className="inline-flex min-h-10 items-center gap-2 rounded-xl bg-seedling px-4 font-semibold text-on-seedling"
          >
            {t('interest.open')}
            <LineIcon of={Mail} className="size-4" />
          </a>
        )}
        <ShareButton title={entry.name} path={path} className={ACTION} />
        {place && (
          <a
            href={toRouteAddress(place)}
            target={linkTarget}
            rel="noopener noreferrer"
            aria-describedby={noteId}
            className={ACTION}
          >
            <LineIcon of={ROUTE_ICON} className="size-4" />
            {t('entry.route')}
          </a>
        )}
        <PrintButton className={ACTION} />
      </div>
      {leaving && (
        <p id={noteId} className="mt-2 text-muted text-sm">
          {t(`entry.leaves.${leaving}`)}
        </p>
      )}
    </div>
  )
}

/** A plain link, opened by the visitor alone; the place to five decimals, about a metre. */
function toRouteAddress([lng, lat]: readonly [number, number]): string {
  const to = encodeURIComponent(`${lat.toFixed(5)},${lng.toFixed(5)}`)
  return `https://www.openstreetmap.org/directions?to=${to}`
}
