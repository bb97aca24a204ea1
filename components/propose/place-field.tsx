'use client'

/** Where it is: tapped on the map, found by its address, or the visitor's own position. */
import { LocateFixed, MapPin, X } from 'lucide'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PlacePicker } from '#components/map/places/place-picker.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { type Bbox, isBeyond } from '#lib/core/domain/bbox.ts'
import type { GeoPoint } from '#lib/core/domain/place.ts'
import type { Camera } from '#lib/core/view/view.ts'
import { AddressField } from './address-field.tsx'
import { askPosition, type PositionNote } from './ask-position.ts'

export type CityPlace = { name: string; camera: Camera; box: Bbox }

type Props = {
  city: CityPlace
  point: GeoPoint | null
  onPick(point: GeoPoint | null): void
  isNeeded: boolean
}

export function PlaceField({ city, point, onPick, isNeeded }: Props) {
  const t = useTranslations('propose.place')
  return (
    <fieldset className="space-y-3">
      <legend className="font-bold font-display text-xl">{t(isNeeded ? 'label' : 'changed')}</legend>
      <p className="text-muted noscript:hidden">{t('hint')}</p>
      <PlacePicker camera={city.camera} point={point} onPick={onPick} />
      <div className="flex flex-wrap items-center gap-2 noscript:hidden">
        <PositionButton onPick={onPick} />
        {/* Together they come to the next line, if there is no room. */}
        <div className="flex items-center">
          <p role="status" className="flex min-h-11 items-center gap-1.5 font-semibold text-seedling">
            {point && (
              <>
                <LineIcon of={MapPin} className="size-4 shrink-0" />
                {t('chosen')}
              </>
            )}
          </p>
          {point && (
            <button
              type="button"
              aria-label={t('remove')}
              title={t('remove')}
              onClick={() => onPick(null)}
              className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-xl hover:bg-sheet"
            >
              <LineIcon of={X} className="size-4" />
            </button>
          )}
        </div>
      </div>
      <AddressField isNeeded={isNeeded} onPick={onPick} />
      <p role="status" className="empty:hidden">
        {point && isBeyond(city.box, point) && (
          <span className="block rounded-xl border border-notice-line bg-notice-ground px-4 py-2 text-notice">
            {t('outside', { city: city.name })}
          </span>
        )}
      </p>
      <HiddenPoint point={point} />
    </fieldset>
  )
}

/** Seven decimals are a centimetre. */
function HiddenPoint({ point }: { point: GeoPoint | null }) {
  if (!point) return null
  return (
    <>
      <input type="hidden" name="lng" value={point.lng.toFixed(7)} />
      <input type="hidden" name="lat" value={point.lat.toFixed(7)} />
    </>
  )
}

function PositionButton({ onPick }: { onPick(point: GeoPoint): void }) {
  const t = useTranslations()
  const [note, setNote] = useState<PositionNote | null>(null)
  return (
    <>
      <button
        type="button"
        onClick={() => askPosition(setNote, onPick)}
        className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-xl border border-edge bg-sheet px-4 font-semibold hover:bg-paper"
      >
        <LineIcon of={LocateFixed} className="size-4" />
        {t('propose.place.mine')}
      </button>
      <p role="status" className="text-muted text-sm empty:hidden">
        {note && t(note)}
      </p>
    </>
  )
}
