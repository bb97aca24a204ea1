'use client'

/** The fields of an entry's form, each with its fault beside it. */
import { useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'
import type { FormState } from '#lib/core/domain/staff-form.ts'
import type { FieldSpec, Typed } from '#lib/server/moderation/entry-form.ts'
import { EntryField } from './entry-field.tsx'

type Props = {
  /** Distinguishes the ids of two forms on one page. */
  prefix: string
  specs: readonly FieldSpec[]
  values: Typed
  state: FormState
}

export function EntryFields({ prefix, specs, values, state }: Props) {
  const t = useTranslations()
  const { faults, typed, attempt } = state
  return (
    <div key={attempt} className="space-y-5">
      {faults.length > 0 && (
        <Notice tone="bad">
          <p>{t('staff.faulty', { count: faults.length })}</p>
          <ul className="list-disc pl-5">
            {faults.map(({ field, text }) => (
              <li key={field}>
                <a href={`#${prefix}-${field}`} className="inline-block min-h-6 underline">
                  {t(`entryFields.labels.${field}`)}
                </a>
                {`: ${text}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {specs.map((spec) => (
          <EntryField
            key={spec.name}
            id={`${prefix}-${spec.name}`}
            spec={spec}
            value={(typed ?? values)[spec.name] ?? ''}
            fault={faults.find(({ field }) => field === spec.name)?.text}
          />
        ))}
      </div>
    </div>
  )
}
