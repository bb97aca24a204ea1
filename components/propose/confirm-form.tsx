/** One button, so that a program that only opens links confirms nothing. */
import { useTranslations } from 'next-intl'
import { PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { TextLink } from '#components/ui/text-link.tsx'
import { toProposePath } from '#lib/core/view/paths.ts'

type Props = {
  /** Null where the link was spent or never whole. */
  token: string | null
  locale: string
  action(form: FormData): Promise<void>
}

export function ConfirmForm({ token, locale, action }: Props) {
  const t = useTranslations('proposal.confirm')
  if (!token)
    return (
      <div className="mt-6 max-w-2xl space-y-4">
        <p role="status" className="rounded-2xl border border-notice-line bg-notice-ground p-4 text-notice">
          {t('expired')}
        </p>
        <p>
          <TextLink href={toProposePath(locale)}>{t('again')}</TextLink>
        </p>
      </div>
    )
  return (
    <form action={action} className="mt-6 max-w-2xl space-y-6">
      <p className="text-lg">{t('text')}</p>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      <button type="submit" className={PRIMARY_BUTTON}>
        {t('button')}
      </button>
    </form>
  )
}
