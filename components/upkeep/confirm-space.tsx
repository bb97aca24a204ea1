/** Two buttons, because a mail scanner opens links but presses none. */
import { useLocale, useTranslations } from 'next-intl'
import { PLAIN_BUTTON, PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { TextLink } from '#components/ui/text-link.tsx'
import { toEntryPath, toProposeChangePath } from '#lib/core/view/paths.ts'

type Props = {
  slug: string
  fields: Readonly<Record<string, string>>
  answer: (form: FormData) => Promise<void>
}

export function ConfirmSpace({ slug, fields, answer }: Props) {
  const t = useTranslations('upkeep')
  const locale = useLocale()
  return (
    <>
      <form action={answer} className="mt-8 flex flex-wrap gap-3">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" name="answer" value="vacant" className={PRIMARY_BUTTON}>
          {t('vacantButton')}
        </button>
        <button type="submit" name="answer" value="let" className={PLAIN_BUTTON}>
          {t('letButton')}
        </button>
      </form>
      <p className="mt-8 flex flex-wrap gap-x-6">
        <TextLink href={toEntryPath(locale, slug)}>{t('look')}</TextLink>
        <TextLink href={toProposeChangePath(locale, slug, 'change')}>{t('change')}</TextLink>
      </p>
    </>
  )
}
