'use client'

/**
 * What is wrong, above the form, each with a link to its field; takes the focus when it comes. What was edited since is ticked off and keeps its
 * line, so that nothing jumps under the hand.
 */
import { Check } from 'lucide'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { PHOTO_FIELDS } from '#lib/core/domain/photo.ts'
import type { ProposalForm } from '#lib/core/domain/proposal.ts'
import { toFieldId } from './form-state.tsx'

const PHOTO_PARTS = ['id', 'author', 'license', 'alt'] as const

/** Which part of which photo a field is; null for any other field. */
function findPhotoField(field: string): { nth: number; part: (typeof PHOTO_PARTS)[number] } | null {
  for (const [index, fields] of PHOTO_FIELDS.entries()) {
    const part = PHOTO_PARTS.find((name) => fields[name] === field)
    if (part) return { nth: index + 1, part }
  }
  return null
}

type Props = Pick<ProposalForm, 'faults' | 'problem'> & { cured: ReadonlySet<string> }

export function FaultSummary({ faults, cured, problem }: Props) {
  const t = useTranslations()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0 || problem) summary.current?.focus()
  }, [faults, problem])
  const nameOf = (field: string) => {
    const photo = findPhotoField(field)
    if (photo) return t(`propose.photoFields.${photo.part}`, { nth: photo.nth })
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
                  className={`inline-flex min-h-11 items-center gap-2 font-semibold underline-offset-2 ${cured.has(field) ? 'line-through' : 'underline'}`}
                >
                  {cured.has(field) && (
                    <LineIcon
                      of={Check}
                      role="img"
                      aria-label={t('propose.cured')}
                      className="size-4 shrink-0"
                    />
                  )}
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
