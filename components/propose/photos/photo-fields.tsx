'use client'

/** Photos with a proposal: the first is offered, each further one on demand. */
import { ChevronDown, Plus } from 'lucide'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormStateProvider } from '#components/propose/form-state.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { GONE_PHOTO, MAX_PHOTOS, PHOTO_FIELDS } from '#lib/core/domain/photo.ts'
import type { FieldFault, ProposalValues } from '#lib/core/domain/proposal.ts'
import { PhotoField } from './photo-field.tsx'
import type { PhotoStep } from './use-photo-steps.ts'

type Props = {
  values: ProposalValues
  faults: readonly FieldFault[]
  onStep(step: PhotoStep): void
}

export function PhotoFields({ values, faults, onStep }: Props) {
  const t = useTranslations('photos')
  const present = PHOTO_FIELDS.filter(({ id }) => values[id]).length
  const [count, setCount] = useState(Math.max(1, present))
  const [carried, setCarried] = useState<ProposalValues>({})
  const isFaulty = faults.some(({ field }) => field.startsWith('photo_'))
  const areGone = faults.some(({ code }) => code === GONE_PHOTO.code)
  /** Anyone who took one photo has mostly taken the next, under the same licence. */
  const add = (form: HTMLFormElement | null) => {
    const last = PHOTO_FIELDS[count - 1]
    const next = PHOTO_FIELDS[count]
    if (!form || !last || !next) return
    const data = new FormData(form)
    setCarried({
      ...carried,
      [next.author]: String(data.get(last.author) ?? ''),
      [next.license]: String(data.get(last.license) ?? ''),
    })
    setCount(count + 1)
  }
  return (
    <details
      open={present > 0 || isFaulty}
      className="group rounded-2xl border border-line bg-sheet"
      data-photo-fields
    >
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between rounded-2xl px-4 font-semibold hover:bg-paper [&::-webkit-details-marker]:hidden">
        {t('optional')}
        <LineIcon of={ChevronDown} className="size-5 text-muted group-open:rotate-180" />
      </summary>
      <div className="space-y-4 border-line border-t p-4">
        <p className="text-muted">{t('lead')}</p>
        <FormStateProvider values={{ ...carried, ...values }} faults={faults}>
          {PHOTO_FIELDS.slice(0, count).map((fields, index) => (
            <PhotoField key={fields.id} nth={index + 1} areGone={areGone} onStep={onStep} />
          ))}
        </FormStateProvider>
        <p className="hidden text-muted text-sm noscript:block">{t('moreWithoutScript')}</p>
        {count < MAX_PHOTOS && (
          <button
            type="button"
            onClick={(event) => add(event.currentTarget.form)}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-xl border border-edge bg-sheet px-4 font-semibold hover:bg-paper noscript:hidden"
          >
            <LineIcon of={Plus} className="size-4" />
            {t('more')}
          </button>
        )}
      </div>
    </details>
  )
}
