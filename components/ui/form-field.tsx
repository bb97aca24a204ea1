/** One field of a form: its label, its control, what is wrong with it, and how it is filled in. Every form uses this one markup. */
import { CircleAlert } from 'lucide'
import type { ReactNode } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'

type Words = {
  /** Of the control; fault and hint have it with `-fault` and `-hint`. */
  id: string
  label: string
  hint?: string | undefined
  fault?: string | null | undefined
}

/** What ties fault and hint to the control. */
export function toFieldAria({ id, hint, fault }: Omit<Words, 'label'>) {
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return { 'aria-invalid': fault ? true : undefined, 'aria-describedby': described || undefined }
}

/** `mark` stands behind the label, such as a star or "optional". */
export function FormField({
  id,
  label,
  hint,
  fault,
  mark,
  children,
}: Words & { mark?: ReactNode; children: ReactNode }) {
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-semibold">
        {label}
        {mark}
      </label>
      {children}
      <FieldFaultText id={id} text={fault} />
      <FieldHint id={id} text={hint} />
    </div>
  )
}

/** Several controls under one name; `isTitle` where the name is one of the form's great questions. */
export function FormFieldGroup({
  id,
  label,
  hint,
  fault,
  isTitle = false,
  children,
}: Words & { isTitle?: boolean; children: ReactNode }) {
  return (
    <fieldset className="space-y-2" aria-describedby={toFieldAria({ id, hint, fault })['aria-describedby']}>
      <legend className={isTitle ? 'font-bold font-display text-xl' : 'font-semibold'}>{label}</legend>
      <FieldHint id={id} text={hint} />
      <FieldFaultText id={id} text={fault} />
      {children}
    </fieldset>
  )
}

export function FieldFaultText({ id, text }: { id: string; text: string | null | undefined }) {
  if (!text) return null
  return (
    <p id={`${id}-fault`} className="flex items-start gap-1.5 font-semibold text-danger text-sm">
      <LineIcon of={CircleAlert} className="mt-0.5 size-4 shrink-0" />
      {text}
    </p>
  )
}

function FieldHint({ id, text }: { id: string; text: string | undefined }) {
  if (!text) return null
  return (
    <p id={`${id}-hint`} className="text-muted text-sm">
      {text}
    </p>
  )
}
