/** The values of an entry's fields in words. */
import { useTranslations } from 'next-intl'
import { findField } from '#lib/core/domain/fields/all-fields.ts'
import { toPlainNumber } from '#lib/core/i18n/plain-number.ts'
import { toLocale } from '#lib/core/i18n/routing.ts'
import type { StoredValue } from '#lib/server/queries/stored-values.ts'

type Words = { (key: string): string; has(key: string): boolean }

/** The name of a choice of a field. */
export function useChoiceName(): (field: string, choice: string) => string {
  const t = useTranslations()
  return (field, choice) => nameChoice(t as unknown as Words, field, choice)
}

function nameChoice(t: Words, field: string, choice: string): string {
  if (choice === 'yes' || choice === 'no') return t(`staff.${choice}`)
  const known = findField(/_?disciplines?$/.test(field) ? 'disciplines' : field)
  const groups = [known && 'choices' in known ? known.choiceNames : undefined, 'entryFields.choices']
  const key = groups.map((group) => `${group}.${choice}`).find((candidate) => t.has(candidate))
  return key ? t(key) : choice
}

/** Columns that hold codes and are no field of the table. */
const CODES = ['status', 'vacant_since_precision']

function holdsCodes(field: string): boolean {
  return CODES.includes(field) || 'choices' in (findField(field) ?? {})
}

/** Any value in words of a language; nothing where there is none. */
export function toWords(translate: unknown, field: string, value: StoredValue, locale: string): string {
  const t = translate as Words
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return ''
  if (typeof value === 'boolean') return t(value ? 'staff.yes' : 'staff.no')
  if (Array.isArray(value)) return value.map((one) => toWords(t, field, one, locale)).join(', ')
  if (typeof value === 'number') return toPlainNumber(value, toLocale(locale))
  return holdsCodes(field) ? nameChoice(t, field, String(value)) : String(value)
}

/** The name of a field. */
export function toLabel(translate: unknown, field: string): string {
  const t = translate as Words
  return t.has(`entryFields.labels.${field}`) ? t(`entryFields.labels.${field}`) : field
}
