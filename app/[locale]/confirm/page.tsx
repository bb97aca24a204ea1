/** Where the mail leads that asks whether a space is still free: two buttons, one press. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { ConfirmSpace } from '#components/upkeep/confirm-space.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { answer } from '#lib/server/actions/confirmation.ts'
import { loadCityName } from '#lib/server/pages/load-frame.ts'
import { loadSpaceToConfirm } from '#lib/server/pages/load-mailed-link.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'upkeep.open' })
  return { title: `${t('title')} · Keimzelle`, robots: { index: false, follow: false } }
}

const DONE = ['vacant', 'let', 'expired'] as const

export default async function ConfirmSpacePage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const asked = toSearchParams(await searchParams)
  const token = asked.get('token') ?? ''
  const done = DONE.find((known) => known === asked.get('done'))
  const space = done ? null : await loadSpaceToConfirm(token)
  const state = done ?? (space === 'unavailable' ? space : space ? 'open' : 'expired')
  const t = await getTranslations({ locale, namespace: `upkeep.${state}` })
  return (
    <PageFrame
      city={loadCityName(locale)}
      title={t('title')}
      lead={t('text', { space: typeof space === 'object' && space ? space.space : '' })}
      isDemonstration={false}
    >
      {typeof space === 'object' && space && (
        <ConfirmSpace slug={space.slug} fields={{ token, locale }} answer={answer} />
      )}
    </PageFrame>
  )
}
