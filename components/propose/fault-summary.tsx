'use client'

/** What is wrong, above the form, each with a link to its field; takes the focus when it comes. */
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { ProposalForm } from '#lib/domain/proposal.ts'
import { toFieldId } from './form-state.tsx'

export function FaultSummary({ faults, problem }: Pick<ProposalForm, 'faults' | 'problem'>) {
  const t = useTranslations()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0 || problem) summary.current?.focus()
  }, [faults, problem])
  const nameOf = (field: string) => {
    const key = `propose.fields.${/^(lng|lat)$/.test(field) ? 'address' : field}` as 'propose.fields.use'
    return t.has(key) ? t(key) : field
  }
  if (faults.length === 0 && !problem) return null
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      // Where no script moves the focus, the browser does.
      // biome-ignore lint/a11y/noAutofocus: the page answers a form, and this is the answer
      autoFocus
      className="scroll-mt-20 rounded-2xl border border-danger bg-danger-ground p-4 text-danger"
    >
      {problem ? (
        <p className="font-semibold">{t(`propose.problems.${problem}`)}</p>
      ) : (
        <>
          <h2 className="font-bold font-display text-xl">{t('propose.faults')}</h2>
          <p className="mt-1">{t('propose.faultsText')}</p>
          <ul className="mt-2">
            {faults.map(({ field, code, values }) => (
              <li key={field}>
                <a
                  href={`#${toFieldId(field)}`}
                  className="inline-flex min-h-8 items-center font-semibold underline underline-offset-2"
                >
                  {t('propose.fault', { field: nameOf(field), fault: t(`faults.${code}`, values) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
