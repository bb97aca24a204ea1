'use client'

/** One photo: chosen, sent at once and shown again, or sent with the form where no script runs. */
import { X } from 'lucide'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useField } from '#components/propose/form-state.tsx'
import { FILE_FIELD } from '#components/ui/button-styles.ts'
import { FieldFaultText } from '#components/ui/form-field.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { PHOTO_TYPES, toPhotoFields } from '#lib/core/domain/photo.ts'
import type { FaultCode } from '#lib/core/domain/proposal.ts'
import { PhotoNotes } from './photo-notes.tsx'
import { sendPhoto } from './send-photo.ts'
import type { PhotoStep } from './use-photo-steps.ts'

type Props = {
  nth: number
  /** Photos that an older draft names have gone by now. */
  areGone: boolean
  onStep(step: PhotoStep): void
}

export function PhotoField({ nth, areGone, onStep }: Props) {
  const t = useTranslations()
  const fields = toPhotoFields(nth)
  const { id: fieldId, value, fault, aria } = useField(fields.id, { hint: t('photos.hint') })
  const [photo, setPhoto] = useState({ id: value, preview: '' })
  const [progress, setProgress] = useState<'taking' | FaultCode | null>(null)
  useEffect(() => {
    if (areGone) setPhoto({ id: '', preview: '' })
  }, [areGone])
  useEffect(() => () => URL.revokeObjectURL(photo.preview), [photo.preview])
  const take = async (file: File | undefined) => {
    if (!file) return
    setProgress('taking')
    onStep('begun')
    const answer = await sendPhoto(file)
    if ('id' in answer) setPhoto({ id: answer.id, preview: URL.createObjectURL(file) })
    setProgress('id' in answer ? null : answer.fault)
    onStep('ended')
  }
  const problem = progress && progress !== 'taking' ? t(`faults.${progress}`) : photo.id ? null : fault
  return (
    <fieldset className="space-y-4 rounded-xl border border-line p-4">
      <legend className="px-1 font-semibold">{t('photos.file', { nth })}</legend>
      {photo.id ? (
        <div className="flex items-center gap-3">
          <input type="hidden" name={fields.id} value={photo.id} />
          {photo.preview && (
            // biome-ignore lint/performance/noImgElement: it lies on this device alone
            <img
              src={photo.preview}
              alt={t('photos.preview', { nth })}
              className="size-20 rounded-lg object-cover"
            />
          )}
          <button
            type="button"
            aria-label={t('photos.remove', { nth })}
            onClick={() => {
              setPhoto({ id: '', preview: '' })
              onStep('removed')
            }}
            className="grid size-11 cursor-pointer place-items-center rounded-xl hover:bg-paper noscript:hidden"
          >
            <LineIcon of={X} className="size-4" />
          </button>
        </div>
      ) : (
        <div className="space-y-1.5">
          <input
            id={fieldId}
            type="file"
            name={fields.file}
            accept={PHOTO_TYPES}
            aria-label={t('photos.file', { nth })}
            {...aria}
            {...(problem && { 'aria-invalid': true, 'aria-describedby': `${fieldId}-fault ${fieldId}-hint` })}
            onChange={(event) => {
              const file = event.target.files?.[0]
              event.target.value = ''
              void take(file)
            }}
            className={FILE_FIELD}
          />
          <FieldFaultText id={fieldId} text={problem} />
          <p id={`${fieldId}-hint`} className="text-muted text-sm">
            {t('photos.hint')}
          </p>
        </div>
      )}
      <p role="status" className="font-semibold text-seedling empty:hidden">
        {progress === 'taking' ? t('photos.taking') : photo.id && t('photos.taken')}
      </p>
      <div className={photo.id ? '' : 'hidden noscript:block'}>
        <PhotoNotes fields={fields} />
      </div>
    </fieldset>
  )
}
