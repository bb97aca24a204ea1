/** Entries around a place, so that nothing comes onto the map twice. */
import { getTranslations } from 'next-intl/server'
import { ListWithMap } from '#components/map/places/list-with-map.tsx'
import type { MarkedPlace } from '#components/map/places/marked-places-map.ts'
import { TextLink } from '#components/ui/text-link.tsx'
import { toMapPath, toStaffEntryPath } from '#lib/core/view/paths.ts'
import type { Nearby } from '#lib/server/pages/load-staff-entry.ts'
import { PlaceSign } from './place-sign.tsx'

export async function NearbyEntries({ locale, nearby }: { locale: string; nearby: Nearby }) {
  const t = await getTranslations()
  if (!nearby) return <p>{t('moderation.noPlace')}</p>
  const { lng, lat, entries: others } = nearby
  const places: MarkedPlace[] = [
    { key: 'here', lng, lat, sign: '★', label: t('moderation.here'), isMain: true },
    ...others.map(({ slug, name, entry_lng, entry_lat }, index) => ({
      key: slug,
      lng: entry_lng,
      lat: entry_lat,
      sign: `${index + 1}`,
      label: `${index + 1}: ${name}`,
      isMain: false,
    })),
  ]
  return (
    <ListWithMap label={t('moderation.placesOnMap')} places={places}>
      <p data-place-key="here" className="rounded-lg px-2 data-chosen:bg-seedling-ground">
        <span aria-hidden>★ </span>
        {t('moderation.here')}
      </p>
      {others.length === 0 && <p className="mt-2 px-2 text-muted">{t('moderation.noNearby')}</p>}
      <ul className="divide-y divide-line" data-nearby>
        {others.map(({ slug, name, kind, status, address, meters }, index) => (
          <li
            key={slug}
            data-place-key={slug}
            className="flex flex-wrap items-center gap-x-3 px-2 py-1.5 data-chosen:bg-seedling-ground"
          >
            <PlaceSign sign={`${index + 1}`} />
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
      <TextLink href={toMapPath(locale, { lng, lat })}>{t('editing.toMap')}</TextLink>
    </ListWithMap>
  )
}
