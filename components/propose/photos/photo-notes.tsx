'use client'

/** What belongs to a photo: who took it, how it may be used, and what it shows. */
import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '#components/propose/field.tsx'
import {
  MAX_ALT_TEXT_LENGTH,
  MAX_AUTHOR_LENGTH,
  PHOTO_LICENSES,
  type toPhotoFields,
} from '#lib/core/domain/photo.ts'

export function PhotoNotes({ fields }: { fields: ReturnType<typeof toPhotoFields> }) {
  const t = useTranslations('photos')
  const licenses = PHOTO_LICENSES.map((code) => [code, t(`licenses.${code}`)] as const)
  return (
    <div className="grid gap-4">
      <TextField
        name={fields.alt}
        label={t('alt')}
        hint={t('altHint')}
        maxLength={MAX_ALT_TEXT_LENGTH}
        showsOptional={false}
      />
      <TextField
        name={fields.author}
        label={t('author')}
        maxLength={MAX_AUTHOR_LENGTH}
        autoComplete="name"
        showsOptional={false}
      />
      <SelectField
        name={fields.license}
        label={t('license')}
        choices={[['', t('choose')], ...licenses]}
        showsOptional={false}
      />
    </div>
  )
}
