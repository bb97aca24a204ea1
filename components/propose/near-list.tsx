'use client'

/** Entries that may be meant already, each with the way to say something about it. */
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import type { NearEntry } from '#lib/core/domain/proposal.ts'
import { toEntryPath, toProposeChangePath } from '#lib/core/view/paths.ts'

type Props = {
  entries: readonly NearEntry[]
  /** It is the server's answer: nothing is sent yet. */
  isAnswer?: boolean
}

export function NearList({ entries, isAnswer = false }: Props) {
  const t = useTranslations('propose.near')
  const locale = useLocale()
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="scroll-mt-20 rounded-2xl border border-notice-line bg-notice-ground p-4 text-notice"
      // Where no script moves the focus, the browser does.
      {...(isAnswer && { tabIndex: -1, autoFocus: true })}
    >
      <h2 id={id} className="font-bold font-display text-lg">
        {t('title')}
      </h2>
      <p className="text-sm">{t('text')}</p>
      <ul className="mt-2">
        {entries.map(({ slug, name, mark }) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-3">
            <a
              href={toEntryPath(locale, slug)}
              target="_blank"
              rel="noopener"
              className="inline-flex min-h-11 items-center gap-2 font-semibold underline underline-offset-2"
            >
              <EntryGlyph {...mark} />
              {name}
            </a>
            <a
              href={toProposeChangePath(locale, slug, 'change')}
              className="inline-flex min-h-11 items-center underline underline-offset-2"
            >
              {t('same')}
              <span className="sr-only">: {name}</span>
            </a>
          </li>
        ))}
      </ul>
      {isAnswer && <p className="mt-2 font-semibold">{t('notSent')}</p>}
    </section>
  )
}
