'use client'

/** Adds one photo to what is there already; works without script. */
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { FormStateProvider, useField } from '#components/propose/form-state.tsx'
import { FILE_FIELD } from '#components/ui/button-styles.ts'
import { FieldFaultText } from '#components/ui/form-field.tsx'
import { holdWhile } from '#components/ui/hold-while.ts'
import { MAX_PHOTOS, PHOTO_TYPES, toPhotoFields } from '#lib/core/domain/photo.ts'
import { EMPTY_PHOTO_FORM, type PhotoForm } from '#lib/core/domain/photo-form.ts'
import { PhotoNotes } from './photo-notes.tsx'

type Props = {
  action(state: PhotoForm, form: FormData): Promise<PhotoForm>
  /** Hidden fields that say to what it is added. */
  children: ReactNode
}

const FIELDS = toPhotoFields(1)

export function AddPhotoForm({ action, children }: Props) {
  const t = useTranslations('photos')
  const [{ faults, values, notice, attempt }, send, isPending] = useActionState(action, EMPTY_PHOTO_FORM)
  return (
    <details
      open={faults.length > 0}
      className="rounded-2xl border border-line bg-sheet px-4 py-1 open:pb-4"
      data-add-photo
    >
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">{t('add')}</summary>
      <p role="status" className="mt-2 font-semibold text-seedling empty:hidden">
        {notice === 'added' && t('added')}
      </p>
      <p role="alert" className="mt-2 font-semibold text-danger empty:hidden">
        {notice === 'full' && t('full', { most: MAX_PHOTOS })}
        {notice === 'closed' && t('closed')}
      </p>
      <FormStateProvider values={values} faults={faults}>
        <form
          key={attempt}
          action={send}
          onSubmit={holdWhile(isPending)}
          noValidate
          className="mt-3 space-y-4"
        >
          {children}
          <p className="text-muted">{t('lead')}</p>
          <PhotoInput kept={values[FIELDS.id]} />
          <PhotoNotes fields={FIELDS} />
          <button
            type="submit"
            aria-disabled={isPending}
            className="min-h-11 cursor-pointer rounded-xl border border-edge bg-sheet px-4 font-semibold hover:bg-paper aria-disabled:cursor-progress"
          >
            {t(isPending ? 'taking' : 'add')}
          </button>
        </form>
      </FormStateProvider>
    </details>
  )
}

/** A photo that was taken in stays so, whatever else is wrong. */
function PhotoInput({ kept }: { kept: string | undefined }) {
  const t = useTranslations('photos')
  const { id, fault, aria } = useField(FIELDS.id, { hint: t('hint') })
  if (kept)
    return (
      <p className="font-semibold text-seedling">
        <input type="hidden" name={FIELDS.id} value={kept} />
        {t('taken')}
      </p>
    )
  return (
    <div className="space-y-1.5">
      <input
        id={id}
        type="file"
        name={FIELDS.file}
        accept={PHOTO_TYPES}
        aria-label={t('file', { nth: 1 })}
        {...aria}
        className={FILE_FIELD}
      />
      <FieldFaultText id={id} text={fault} />
      <p id={`${id}-hint`} className="text-muted text-sm">
        {t('hint')}
      </p>
    </div>
  )
}
