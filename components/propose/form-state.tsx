'use client'

/** What the fields of a form share: what was typed before, and what is wrong with it. */
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use } from 'react'
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

/** A field's first value, its fault in words, and the attributes that tie both to its control. */
export function useField(name: string, { hasHint = false, also = [] as readonly string[] } = {}) {
  const t = useTranslations('faults')
  const { values, faults } = use(State)
  const found = faults.find(({ field }) => field === name || also.includes(field))
  const fault = found ? t(found.code, found.values) : null
  const id = toFieldId(name)
  const described = [fault && `${id}-fault`, hasHint && `${id}-hint`].filter(Boolean).join(' ')
  return {
    id,
    value: values[name] ?? '',
    fault,
    aria: { 'aria-invalid': fault ? true : undefined, 'aria-describedby': described || undefined },
  }
}
