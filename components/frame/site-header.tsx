'use client'

/** Brand, city, the ways through the house, and language. */
import { Plus, Sprout } from 'lucide'
import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { toAccountPath, toProposePath } from '#lib/core/view/paths.ts'
import { LanguageLinks } from './site-languages.tsx'
import { SiteLinks } from './site-links.tsx'
import { SiteMenu } from './site-menu.tsx'
import { SiteNavigation } from './site-navigation.tsx'

type Props = {
  city: string
  /** Known on the pages of signed-in people alone; all others are the same for everybody. */
  isSignedIn?: boolean
}

export function SiteHeader({ city, isSignedIn = false }: Props) {
  const t = useTranslations('site')
  const current = useLocale()
  const params = useSearchParams()
  const search = params.toString().replaceAll('%2C', ',')
  const carried = new URLSearchParams(params)
  // They belong to the page of a mailed link or of signing in, and go no further.
  for (const name of ['token', 'next']) carried.delete(name)
  const filter = carried.toString().replaceAll('%2C', ',')
  const account = (
    <a
      href={toAccountPath(current)}
      className="flex min-h-9 items-center whitespace-nowrap rounded-lg px-3 font-semibold text-muted hover:bg-paper"
    >
      {t(isSignedIn ? 'ownAccount' : 'account')}
    </a>
  )
  return (
    <header className="sticky top-0 z-20 flex h-14 shrink-0 items-center gap-6 border-line border-b bg-sheet px-4 print:hidden">
      <a href={`/${current}`} className="flex min-w-0 items-center gap-2.5">
        <span
          aria-hidden
          className="grid size-7 shrink-0 place-items-center rounded-lg bg-seedling text-on-seedling"
        >
          <LineIcon of={Sprout} className="size-4.5" />
        </span>
        <span className="font-bold font-display text-xl tracking-tight">{t('name')}</span>
        <span className="mt-0.5 truncate text-muted">{city}</span>
      </a>
      <nav aria-label={t('navigation')} className="hidden wide:block">
        <SiteNavigation search={filter} className="flex gap-1" />
      </nav>
      <div className="ml-auto hidden wide:block">{account}</div>
      <nav aria-label={t('language')} className="hidden wide:block">
        <LanguageLinks search={search} />
      </nav>
      <ProposeLink />
      <SiteMenu>
        <nav aria-label={t('navigation')}>
          <SiteNavigation search={filter} className="grid gap-1" />
        </nav>
        {account}
        <nav aria-label={t('language')} className="border-line border-t pt-2">
          <LanguageLinks search={search} />
        </nav>
        <SiteLinks className="grid gap-1 border-line border-t px-3 pt-3 [&_a]:min-h-9" />
      </SiteMenu>
    </header>
  )
}

/** On a narrow page its sign alone; the words are spoken. */
function ProposeLink() {
  const t = useTranslations('propose.title')
  return (
    <a
      href={toProposePath(useLocale())}
      title={t('space')}
      className="ml-auto inline-flex min-h-10 min-w-10 shrink-0 items-center justify-center gap-2 rounded-xl bg-seedling font-semibold text-on-seedling sm:px-4 wide:ml-0"
    >
      <LineIcon of={Plus} className="size-4.5" />
      <span className="sr-only sm:not-sr-only">{t('space')}</span>
    </a>
  )
}
