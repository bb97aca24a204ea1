'use client'

/** An address in words; what our own server knows is suggested below it. */
import { MapPin } from 'lucide'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FIELD } from '#components/ui/button-styles.ts'
import { FormField } from '#components/ui/form-field.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useCombobox } from '#components/ui/use-combobox.ts'
import { usePlaces } from '#lib/client/store/use-places.ts'
import type { GeoPoint } from '#lib/core/domain/place.ts'
import { MAX_QUERY_LENGTH } from '#lib/core/view/filter.ts'
import { Optional } from './field.tsx'
import { useField } from './form-state.tsx'

const MAX_ADDRESS_LENGTH = 300

type Props = { isNeeded: boolean; onPick(point: GeoPoint): void }

export function AddressField({ isNeeded, onPick }: Props) {
  const t = useTranslations('propose.place')
  const hint = t('addressHint')
  const { id, value, fault, aria } = useField('address', { hint, also: ['lng', 'lat'] })
  const [text, setText] = useState(value)
  const [isWanted, setWanted] = useState(false)
  const places = usePlaces(text.slice(0, MAX_QUERY_LENGTH), isWanted)
  const take = (index: number) => {
    const place = places[index]
    if (!place) return
    setText(place.label)
    onPick({ lng: place.lng, lat: place.lat })
  }
  const combobox = useCombobox({
    count: places.length,
    isWanted,
    setWanted,
    onChoose: take,
    onSubmit: () => take(0),
    onClear: () => {},
  })
  return (
    <div className="relative">
      <FormField {...{ id, hint, fault }} label={t('address')} mark={<Optional showsOptional={!isNeeded} />}>
        <div className="relative">
          <input
            id={id}
            name="address"
            maxLength={MAX_ADDRESS_LENGTH}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              combobox.show(true)
            }}
            {...aria}
            {...combobox.inputProps}
            className={`scroll-mt-20 ${FIELD}`}
          />
          {combobox.isOpen && (
            <div
              {...combobox.listProps(t('suggestions'))}
              className="absolute inset-x-0 top-full z-10 mt-1 rounded-xl border border-line bg-sheet py-1.5 shadow-card"
            >
              {places.map(({ label, lng }, index) => (
                <div
                  key={`${label}|${lng}`}
                  {...combobox.optionProps(index)}
                  className="flex min-h-11 cursor-pointer items-center gap-2.5 px-3 hover:bg-paper aria-selected:bg-seedling-ground"
                >
                  <LineIcon of={MapPin} className="size-4 shrink-0 text-muted" />
                  {label}
                </div>
              ))}
            </div>
          )}
        </div>
      </FormField>
    </div>
  )
}
