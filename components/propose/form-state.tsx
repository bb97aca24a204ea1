'use client'

/** What the fields of a form share: what was typed before, and what is wrong with it. */
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use } from 'react'
import { toFieldAria } from '#components/ui/form-field.tsx'
import type { FieldFault } from '#lib/core/domain/proposal.ts'

type FormState = { values: Readonly<Record<string, string>>; faults: readonly FieldFault[] }

const State = createContext<FormState>({ values: {}, faults: [] })

export function FormStateProvider({ values, faults, children }: FormState & { children: ReactNode }) {
  return <State value={{ values, faults }}>{children}</State>
}

/** The id of a field; a place has one field for its words and none for its numbers. */
export function toFieldId(field: string): string {
  return `field-${field === 'lng' || field === 'lat' ? 'address' : field}`
}

/** `also` are fields whose faults stand here. */
type FieldOptions = { hint?: string | undefined; also?: readonly string[] }

/** A field's first value, its fault in words, and the attributes that tie both to its control. */
export function useField(name: string, { hint, also = [] }: FieldOptions = {}) {
  const t = useTranslations('faults')
  const { values, faults } = use(State)
  const found = faults.find(({ field }) => field === name || also.includes(field))
  const fault = found ? t(found.code, found.values) : null
  const id = toFieldId(name)
  return { id, value: values[name] ?? '', fault, aria: toFieldAria({ id, hint, fault }) }
}
