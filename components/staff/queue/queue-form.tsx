'use client'

/** The rows of the queue as one form: what is ticked is decided together. */
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useState } from 'react'
import { FIELD, PLAIN_BUTTON, PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { Notice } from '#components/ui/notice.tsx'
import { ANSWER_TEMPLATES } from '#lib/core/domain/answer-templates.ts'
import { type DecisionReport, decideMany } from '#lib/server/actions/moderation.ts'

type Props = { isCandidates: boolean; isEmpty: boolean; children: ReactNode }

export function QueueForm({ isCandidates, isEmpty, children }: Props) {
  const t = useTranslations('moderation')
  const templates = useTranslations('answerTemplates')
  const locale = useLocale()
  const [report, act, isPending] = useActionState(decideMany, null)
  const [isMissing, setMissing] = useState(false)
  return (
    <form
      action={act}
      onSubmit={(event) => {
        const isEmpty = new FormData(event.currentTarget).getAll('pick').length === 0
        setMissing(isEmpty)
        if (isEmpty || isPending) event.preventDefault()
      }}
    >
      <input type="hidden" name="locale" value={locale} />
      {isMissing && <Notice tone="bad">{t('nonePicked')}</Notice>}
      {report && !isMissing && <ReportNotice key={report.attempt} report={report} />}
      {children}
      <section
        hidden={isEmpty}
        aria-labelledby="several"
        className="mt-6 rounded-2xl border border-line bg-sheet p-4 print:hidden"
      >
        <h2 id="several" className="font-bold font-display text-lg">
          {t('several')}
        </h2>
        {!isCandidates && (
          <>
            <p className="text-muted text-sm">{t('severalText')}</p>
            <label className="mt-3 block max-w-sm">
              <span className="font-semibold">{t('template')}</span>
              <select name="template" className={FIELD}>
                <option value="">{t('noTemplate')}</option>
                {ANSWER_TEMPLATES.map((template) => (
                  <option key={template} value={template}>
                    {templates(`${template}.title`)}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
        <div className="mt-3 flex flex-wrap gap-2.5">
          <button
            type="submit"
            name="decision"
            value="accept"
            data-shortcut="a"
            aria-disabled={isPending}
            className={PRIMARY_BUTTON}
          >
            {t(isCandidates ? 'publishPicked' : 'acceptPicked')}
          </button>
          <button
            type="submit"
            name="decision"
            value="decline"
            data-shortcut="d"
            aria-disabled={isPending}
            className={PLAIN_BUTTON}
          >
            {t(isCandidates ? 'withdrawPicked' : 'declinePicked')}
          </button>
        </div>
      </section>
    </form>
  )
}

function ReportNotice({ report: { done, conflicts, failures } }: { report: DecisionReport }) {
  const t = useTranslations('moderation')
  const isBad = conflicts.length > 0 || failures.length > 0 || done === 0
  return (
    <Notice tone={isBad ? 'bad' : 'good'}>
      <p>{done === 0 && !isBad ? t('nonePicked') : t('report', { done })}</p>
      {conflicts.length > 0 && <p>{t('conflicts', { references: conflicts.join(', ') })}</p>}
      {failures.length > 0 && <p>{t('failures', { references: failures.join(', ') })}</p>}
    </Notice>
  )
}
