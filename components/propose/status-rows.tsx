/** What is known of a proposal, row by row. */
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TextLink } from '#components/ui/text-link.tsx'
import type { ProposalStatus } from '#lib/core/domain/proposal.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'

export function StatusRows({ status }: { status: ProposalStatus }) {
  const t = useTranslations('proposal')
  const format = useFormatter()
  const locale = useLocale()
  const { reference, type, kind, state, created_at, answered_at, answer, entry_slug } = status
  const day = (moment: string) => format.dateTime(new Date(moment), { dateStyle: 'long' })
  const rows: [string, ReactNode][] = [
    [
      t('reference'),
      <strong key="reference" data-reference className="font-bold text-xl tabular-nums">
        {reference}
      </strong>,
    ],
    [t('subject'), t(`subjects.${type}.${kind}`)],
    [
      t('state'),
      <strong key="state" data-state={state}>
        {t(`states.${state}`)}
      </strong>,
    ],
    [t('sent'), day(created_at)],
    [t('answered'), answered_at && state !== 'withdrawn' && day(answered_at)],
    [
      t('answer'),
      answer && (
        <span key="answer" className="whitespace-pre-line">
          {answer}
        </span>
      ),
    ],
    [
      t('entry'),
      entry_slug && (
        <TextLink key="entry" href={toEntryPath(locale, entry_slug)}>
          {t('openEntry')}
        </TextLink>
      ),
    ],
  ]
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-2 rounded-2xl border border-line bg-sheet p-4 sm:p-6">
      {rows.map(([name, value]) =>
        value ? (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
