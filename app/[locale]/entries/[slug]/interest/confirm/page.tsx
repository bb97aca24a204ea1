/** The page behind the link by which somebody confirms a message of interest; only its button sends the message on. */
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { ConfirmInterest } from '#components/interest/confirm-interest.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { sendConfirmedInterest } from '#lib/server/actions/interest.ts'
import { loadCityName } from '#lib/server/pages/load-frame.ts'

type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<Asked> }

export const metadata = { robots: { index: false } }

/** By what the button has led to. */
const STATES = new Map<string | null, 'sent' | 'expired' | 'later'>([
  ['yes', 'sent'],
  ['no', 'expired'],
  ['later', 'later'],
])

export default async function ConfirmInterestPage({ params, searchParams }: Props) {
  const { locale: asked, slug } = await params
  const locale = toLocale(asked)
  const search = toSearchParams(await searchParams)
  const state = STATES.get(search.get('done')) ?? 'open'
  const t = await getTranslations({ locale, namespace: `interest.steps.${state}` })
  const fields = { locale, slug, id: search.get('id') ?? '', token: search.get('token') ?? '' }
  return (
    <PageFrame city={loadCityName(locale)} title={t('title')} lead={t('text')} isDemonstration={false}>
      {(state === 'open' || state === 'later') && (
        <ConfirmInterest fields={fields} confirm={sendConfirmedInterest} />
      )}
    </PageFrame>
  )
}
