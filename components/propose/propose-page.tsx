/** The form with what leads to it and on from it. */
import { useLocale, useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { TextLink } from '#components/ui/text-link.tsx'
import { toEntryPath, toProposePath } from '#lib/core/view/paths.ts'
import { ProposeForm } from './propose-form.tsx'

type Props = Omit<ComponentProps<typeof ProposeForm>, 'target' | 'locale'> & {
  /** The entry that it is about; null for a new one. */
  target: { slug: string; name: string } | null
}

export function ProposePage({ target, ...form }: Props) {
  const t = useTranslations('propose')
  const locale = useLocale()
  const other = form.kind === 'space' ? 'business' : 'space'
  return (
    <>
      <p className="mt-4">
        {target
          ? t.rich('about', {
              name: () => <TextLink href={toEntryPath(locale, target.slug)}>{target.name}</TextLink>,
            })
          : null}
        {!target && <TextLink href={toProposePath(locale, other)}>{t(`links.${other}`)}</TextLink>}
      </p>
      <ProposeForm {...form} target={target?.slug ?? null} locale={locale} />
    </>
  )
}
