/** Where the person who offers a space answers a message, without seeing or showing an address. */
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { InterestReplyForm } from '#components/interest/interest-reply-form.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { sendReply } from '#lib/server/actions/interest.ts'
import { loadInterest } from '#lib/server/pages/load-entry.ts'
import { loadCityName } from '#lib/server/pages/load-frame.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export const metadata = { robots: { index: false } }

export default async function ReplyPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const search = toSearchParams(await searchParams)
  const link = { id: search.get('id') ?? '', token: search.get('token') ?? '' }
  const interest = await loadInterest(link)
  const t = await getTranslations({ locale, namespace: 'interest' })
  const title = t('replyTitle', { space: interest.space })
  return (
    <PageFrame city={loadCityName(locale)} title={title} lead={t('replyLead')} isDemonstration={false}>
      <figure className="mt-8 mb-8 max-w-2xl rounded-2xl border border-line bg-sheet p-4 sm:p-5">
        <blockquote className="whitespace-pre-line break-words">{interest.message}</blockquote>
        <figcaption className="mt-3 text-muted">{interest.name ?? t('unnamed')}</figcaption>
      </figure>
      <InterestReplyForm {...link} send={sendReply} />
    </PageFrame>
  )
}
