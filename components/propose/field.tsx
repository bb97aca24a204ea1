'use client'

/** Fields of the form for proposals: each knows what was typed before and what is wrong with it. */
import { useTranslations } from 'next-intl'
import type { HTMLAttributes } from 'react'
import { FIELD } from '#components/ui/button-styles.ts'
import { FormField } from '#components/ui/form-field.tsx'
import { useField } from './form-state.tsx'

type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  /** Among fields that are all optional, none says so. */
  showsOptional?: boolean
  /** Where no script runs, a mail address stands for the proof of work. */
  isNeededWithoutScript?: boolean
}

export function TextField({
  maxLength,
  ...props
}: FieldProps & {
  maxLength?: number | undefined
  type?: 'text' | 'email' | 'url'
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  autoComplete?: string
}) {
  const { name, label, hint, type = 'text', inputMode, autoComplete = 'off' } = props
  const { id, value, fault, aria } = useField(name, { hint })
  return (
    <FormField {...{ id, label, hint, fault }} mark={<Optional {...props} />}>
      <input
        {...{ id, name, type, inputMode, autoComplete, maxLength, ...aria }}
        defaultValue={value}
        className={FIELD}
      />
    </FormField>
  )
}

export function LongField(props: FieldProps & { maxLength: number; rows: number }) {
  const { name, label, hint, rows, maxLength } = props
  const { id, value, fault, aria } = useField(name, { hint })
  return (
    <FormField {...{ id, label, hint, fault }} mark={<Optional {...props} />}>
      <textarea {...{ id, name, rows, maxLength, ...aria }} defaultValue={value} className={FIELD} />
    </FormField>
  )
}

export function SelectField(props: FieldProps & { choices: readonly (readonly [string, string])[] }) {
  const { name, label, hint } = props
  const { id, value, fault, aria } = useField(name, { hint })
  return (
    <FormField {...{ id, label, hint, fault }} mark={<Optional {...props} />}>
      <select {...{ id, name, ...aria }} defaultValue={value} className={FIELD}>
        {props.choices.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </FormField>
  )
}

export function Optional({
  showsOptional = true,
  isNeededWithoutScript = false,
}: Pick<FieldProps, 'showsOptional' | 'isNeededWithoutScript'>) {
  const t = useTranslations('propose')
  if (!showsOptional) return null
  return (
    <span className={`font-normal text-muted ${isNeededWithoutScript ? 'noscript:hidden' : ''}`}>
      {' '}
      ({t('optional')})
    </span>
  )
}
