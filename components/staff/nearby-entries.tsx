/** Entries around a place, so that nothing comes onto the map twice. */
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/about/text-link.tsx'
import { readStaffNearby } from '#lib/data/moderation.ts'
import { toMapPath, toStaffEntryPath } from '#lib/domain/paths.ts'
import { createSessionClient } from '#lib/supabase/session.ts'

type Props = { locale: string; lng: number | null; lat: number | null; except?: string | null }

export async function NearbyEntries({ locale, lng, lat, except }: Props) {
  const t = await getTranslations()
  if (lng === null || lat === null) return <p>{t('moderation.noPlace')}</p>
  const entries = await readStaffNearby(await createSessionClient(), { lng, lat })
  const others = entries.filter(({ slug }) => slug !== except)
  return (
    <>
      {others.length === 0 && <p className="text-muted">{t('moderation.noNearby')}</p>}
      <ul className="divide-y divide-line" data-nearby>
        {others.map(({ slug, name, kind, status, address, meters }) => (
          <li key={slug} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
            <TextLink href={toStaffEntryPath(locale, slug)}>{name}</TextLink>
            <span className="text-muted text-sm">
              {[t(`moderation.kinds.${kind}`), address, t(`editing.statuses.${status}`)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="ml-auto tabular-nums">{t('entry.meters', { meters: Math.round(meters) })}</span>
          </li>
        ))}
      </ul>
      <TextLink href={toMapPath(locale, { lng, lat })}>{t('moderation.onMap')}</TextLink>
    </>
  )
}
