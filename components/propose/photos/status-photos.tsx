/** The photos of a proposal, for those who have its link; more can be added until it is answered. */
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { PhotoList } from '#components/photos/photo-list.tsx'
import { type ProposalLink, StatusLinkFields } from '#components/propose/status-link-fields.tsx'
import { MAX_PHOTOS, type Photo } from '#lib/core/domain/photo.ts'
import { AddPhotoForm } from './add-photo-form.tsx'

type Props = {
  photos: readonly Photo[]
  link: ProposalLink
  canAdd: boolean
  action: ComponentProps<typeof AddPhotoForm>['action']
}

export function StatusPhotos({ photos, link, canAdd, action }: Props) {
  const t = useTranslations('photos')
  if (photos.length === 0 && !canAdd) return null
  const query = `?${new URLSearchParams({ reference: link.reference, token: link.token })}`
  return (
    <section aria-labelledby="photos" className="space-y-3">
      <h2 id="photos" className="font-bold font-display text-xl">
        {t('own')}
      </h2>
      {photos.length === 0 && <p className="text-muted">{t('none')}</p>}
      <PhotoList photos={photos} name={link.reference} query={query} />
      {canAdd && photos.length < MAX_PHOTOS && (
        <AddPhotoForm action={action}>
          <StatusLinkFields link={link} />
        </AddPhotoForm>
      )}
    </section>
  )
}
