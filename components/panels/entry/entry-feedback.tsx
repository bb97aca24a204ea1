/** Ways to say that an entry should change, or that it is wrong. */
import { useLocale, useTranslations } from 'next-intl'
import { toProposeChangePath } from '#lib/core/view/paths.ts'

type Props = {
  slug: string
  /** Of links that lead away. */
  linkTarget?: '_blank' | undefined
}

export function EntryFeedback({ slug, linkTarget }: Props) {
  const t = useTranslations('propose.title')
  const locale = useLocale()
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 text-sm print:hidden">
      {(['change', 'objection'] as const).map((type) => (
        <li key={type}>
          <a
            href={toProposeChangePath(locale, slug, type)}
            target={linkTarget}
            className="inline-flex min-h-11 items-center font-semibold text-seedling underline underline-offset-2 beside:min-h-8"
          >
            {t(type)}
          </a>
        </li>
      ))}
    </ul>
  )
}
