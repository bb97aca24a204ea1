'use client'

/** Fields with label, hint and fault, each beside the other. */
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { HTMLAttributes, ReactNode } from 'react'
import { CONTROL } from '#components/ui/button-styles.ts'
import { useField } from './form-state.tsx'

type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  /** Among fields that are all optional, none says so. */
  saysOptional?: boolean
  /** Where no script runs, a mail address stands for the proof of work. */
  isNeededWithoutScript?: boolean
}

export function TextField({
  maxLength,
  ...props
}: FieldProps & {
  maxLength?: number
  type?: 'text' | 'email' | 'url'
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  autoComplete?: string
}) {
  const { id, value, fault, aria } = useField(props.name, { hasHint: Boolean(props.hint) })
  const { type = 'text', inputMode, autoComplete = 'off' } = props
  return (
    <FieldFrame {...props} id={id} fault={fault}>
      <input
        {...{ id, type, inputMode, autoComplete, maxLength, ...aria }}
        name={props.name}
        defaultValue={value}
        className={`h-11 ${CONTROL}`}
      />
    </FieldFrame>
  )
}

export function LongField(props: FieldProps & { maxLength: number; rows: number }) {
  const { id, value, fault, aria } = useField(props.name, { hasHint: Boolean(props.hint) })
  const { name, rows, maxLength } = props
  return (
    <FieldFrame {...props} id={id} fault={fault}>
      <textarea
        {...{ id, name, rows, maxLength, ...aria }}
        defaultValue={value}
        className={`py-2 ${CONTROL}`}
      />
    </FieldFrame>
  )
}

export function SelectField(props: FieldProps & { choices: readonly (readonly [string, string])[] }) {
  const { id, value, fault, aria } = useField(props.name)
  return (
    <FieldFrame {...props} id={id} fault={fault}>
      <select {...{ id, ...aria }} name={props.name} defaultValue={value} className={`h-11 ${CONTROL}`}>
        {props.choices.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

type FrameProps = FieldProps & { id: string; fault: string | null; children: ReactNode }

export function FieldFrame({ id, label, hint, fault, children, ...props }: FrameProps) {
  const t = useTranslations('propose')
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-semibold">
        {label}
        {(props.saysOptional ?? true) && (
          <span className={`font-normal text-muted ${props.isNeededWithoutScript ? 'noscript:hidden' : ''}`}>
            {' '}
            ({t('optional')})
          </span>
        )}
      </label>
      {children}
      <Fault id={id} text={fault} />
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}

export function Fault({ id, text }: { id: string; text: string | null }) {
  if (!text) return null
  return (
    <p id={`${id}-fault`} className="flex items-start gap-1.5 font-semibold text-danger text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {text}
    </p>
  )
}
