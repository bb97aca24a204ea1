/** The form in which staff works on an entry: which fields, how each is put in, and how a sent form is read. Named as the columns. */
import { type Bbox, containsPoint } from '#lib/core/domain/bbox.ts'
import type { Kind } from '#lib/core/domain/entry.ts'
import { type FieldWith, findField, isOfKind, listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import type { FieldType } from '#lib/core/domain/fields/field-definition.ts'
import { readField } from '#lib/core/domain/fields/read-field.ts'
import type { FaultCode, FieldFault } from '#lib/core/domain/proposal.ts'
import { toPlainNumber } from '#lib/core/i18n/plain-number.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import type { Fields } from '#lib/server/proposals/parse-proposal.ts'
import { toFieldFault } from '#lib/server/proposals/refusal.ts'

export const STATUSES = ['candidate', 'published', 'hidden', 'withdrawn'] as const

/** One control of the form. */
export type FieldSpec = {
  name: string
  input: 'text' | 'long' | 'number' | 'choice' | 'choices'
  /** Codes of a choice. */
  choices?: readonly string[]
  isRequired?: boolean
  isWide?: boolean
  hasHint?: boolean
}

const INPUTS = {
  text: 'text',
  'long-text': 'long',
  list: 'text',
  number: 'number',
  'whole-number': 'number',
  day: 'text',
  'vague-day': 'text',
  'yes-no': 'choice',
  choice: 'choice',
  choices: 'choices',
  link: 'text',
  mail: 'text',
} as const satisfies Record<FieldType, FieldSpec['input']>

export function entryForm(kind: Kind): readonly FieldSpec[] {
  return listStaffFields(kind).flatMap(toSpecs)
}

function listStaffFields(kind: Kind): readonly FieldWith<'staff'>[] {
  return listFieldsWith('staff')
    .filter((field) => isOfKind(field, kind))
    .toSorted((a, b) => a.staff.position - b.staff.position)
}

/** Disciplines are put in apart: the primary one, and the others. */
function toSpecs(field: FieldWith<'staff'>): FieldSpec[] {
  const { name, staff } = field
  const choices = 'choices' in field ? field.choices : ['yes', 'no']
  if (name === 'disciplines')
    return [
      { name: 'primary_discipline', input: 'choice', choices, isRequired: true },
      { name: 'secondary_disciplines', input: 'choices', choices, isWide: true },
    ]
  const { position: _, ...shown } = staff
  const input = INPUTS[field.type]
  return [{ name, input, ...(input === 'choice' && { choices }), ...shown }]
}

/** What was typed, so that a form with a fault shows it again. */
export type Typed = Record<string, string | string[]>
export type ReadForm = { fields: Fields; faults: FieldFault[]; typed: Typed }

/** Reads every field of the form; an empty one becomes null and so takes the value away. `country` is where a place must lie. */
export function readEntryForm(kind: Kind, form: FormData, country: Bbox): ReadForm {
  const typed: Typed = Object.fromEntries(
    entryForm(kind).map(({ name, input }) => [
      name,
      input === 'choices' ? form.getAll(name).map(String) : (form.get(name)?.toString() ?? ''),
    ]),
  )
  const fields: Fields = {}
  const faults: FieldFault[] = []
  for (const field of listStaffFields(kind)) {
    const [name, value] = toTyped(field, typed)
    try {
      Object.assign(fields, readField(field, value))
    } catch (fault) {
      faults.push(toFieldFault(name, fault))
      continue
    }
    if (field.staff.isRequired && isNothing(fields[field.name]))
      faults.push({ field: name, code: 'required' })
  }
  // What nobody has verified is not verified.
  if (fields.verified === null) fields.verified = false
  faults.push(...findPlaceFaults(fields, faults, country))
  return { fields, faults, typed }
}

/** The control at which a field's faults stand, and what was typed; without a primary discipline the others count for nothing. */
function toTyped({ name }: FieldWith<'staff'>, typed: Typed): [control: string, value: unknown] {
  if (name !== 'disciplines') return [name, typed[name]]
  const primary = typed.primary_discipline
  return ['primary_discipline', primary ? [primary, typed.secondary_disciplines ?? []].flat() : []]
}

function isNothing(value: Fields[string] | undefined): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

/** What the form shows of an entry: numbers as the language writes them, and the primary discipline apart from the others. */
export function toFormValues(entry: Readonly<Record<string, unknown>>, locale: Locale): Typed {
  const [primary = '', ...others] = Array.isArray(entry.disciplines) ? entry.disciplines.map(String) : []
  const values = Object.entries({ ...entry, primary_discipline: primary, secondary_disciplines: others })
  return Object.fromEntries(
    values.map(([name, value]) => [name, toInput(name, toKnownPart(entry, name, value), locale)]),
  )
}

/** Of a day of which only month or year is known, just that: the form would make it an exact day. */
function toKnownPart(entry: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown {
  const field = findField(name)
  if (field?.type !== 'vague-day' || typeof value !== 'string') return value
  const precision = entry[field.precisionName]
  return value.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10)
}

function toInput(name: string, value: unknown, locale: Locale): string | string[] {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return toPlainNumber(value, locale)
  if (Array.isArray(value)) return findField(name)?.type === 'list' ? value.join(', ') : value.map(String)
  return String(value)
}

function findPlaceFaults(fields: Fields, known: readonly FieldFault[], country: Bbox): FieldFault[] {
  if (known.some(({ field }) => field === 'lng' || field === 'lat')) return []
  const { lng, lat } = fields
  const miss = (field: string, code: FaultCode): FieldFault[] => [{ field, code }]
  if ((lng === null) !== (lat === null)) return miss(lng === null ? 'lng' : 'lat', 'required')
  const isOutside = typeof lng === 'number' && typeof lat === 'number' && !containsPoint(country, lng, lat)
  return isOutside ? miss('lng', 'outside-country') : []
}
