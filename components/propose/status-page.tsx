/** How a proposal stands: state, answer, question asked back, and taking it back. */
import { useLocale, useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { AddPhotoForm } from '#components/propose/photos/add-photo-form.tsx'
import { StatusPhotos } from '#components/propose/photos/status-photos.tsx'
import { DANGER_BUTTON } from '#components/ui/button-styles.ts'
import { TextLink } from '#components/ui/text-link.tsx'
import type { Photo } from '#lib/core/domain/photo.ts'
import type { ProposalStatus } from '#lib/core/domain/proposal.ts'
import { ProposalReplyForm } from './proposal-reply-form.tsx'
import { type ProposalLink, StatusLinkFields } from './status-link-fields.tsx'
import { StatusRows } from './status-rows.tsx'

type Props = {
  status: ProposalStatus | 'unavailable'
  photos: readonly Photo[]
  link: ProposalLink
  /** What was just done, as the address says. */
  done: string | null
  actions: Record<'reply' | 'withdraw', (form: FormData) => Promise<void>> & {
    addPhoto: ComponentProps<typeof AddPhotoForm>['action']
  }
}

const DONE = {
  sent: 'thanks',
  confirmed: 'confirmed',
  replied: 'replied',
  withdrawn: 'withdrawn',
  late: 'late',
} as const

export function StatusPage({ status, photos, link, done, actions }: Props) {
  const t = useTranslations('proposal')
  const locale = useLocale()
  const path = `/${locale}/propose/${link.reference}?token=${link.token}`
  if (status === 'unavailable')
    return (
      <p
        role="status"
        className="mt-6 rounded-2xl border border-notice-line bg-notice-ground p-4 text-notice"
      >
        {t('unavailable')} <TextLink href={path}>{t('again')}</TextLink>
      </p>
    )
  const notice = done && done in DONE ? DONE[done as keyof typeof DONE] : null
  const isOpen = status.state === 'received' || status.state === 'in_review'
  return (
    <div className="mt-6 max-w-2xl space-y-6">
      {notice && (
        <p
          role="status"
          className="rounded-2xl border border-seedling bg-seedling-ground p-4 font-semibold text-lg"
        >
          {t(notice)}
        </p>
      )}
      {status.awaits_confirmation && isOpen && (
        <p className="rounded-2xl border border-notice-line bg-notice-ground p-4 text-notice">
          {t('awaits')}
        </p>
      )}
      <StatusRows status={status} />
      <p>
        {t('keep')} <TextLink href={path}>{t('link')}</TextLink>
      </p>
      {status.question && isOpen && (
        <ProposalReplyForm
          question={status.question}
          link={link}
          isEmpty={done === 'empty'}
          action={actions.reply}
        />
      )}
      <StatusPhotos
        photos={photos}
        link={link}
        canAdd={isOpen && (status.type === 'new' || status.type === 'change')}
        action={actions.addPhoto}
      />
      {isOpen && (
        <form action={actions.withdraw} className="border-line border-t pt-6">
          <StatusLinkFields link={link} />
          <p id="withdraw" className="text-muted">
            {t('withdrawText')}
          </p>
          <button type="submit" aria-describedby="withdraw" className={`mt-3 ${DANGER_BUTTON}`}>
            {t('withdraw')}
          </button>
        </form>
      )}
    </div>
  )
}
