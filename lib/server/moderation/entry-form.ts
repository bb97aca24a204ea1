/** The form in which staff works on an entry: which fields, how each is put in, and how a sent form is read. Named as the columns. */
import { type Bbox, containsPoint } from '#lib/core/domain/bbox.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { DISCLOSURES, type Kind, RENT_CLASSES, SPACE_STATES, SPACE_USES } from '#lib/core/domain/entry.ts'
import type { FaultCode, FieldFault } from '#lib/core/domain/proposal.ts'
import { toPlainNumber } from '#lib/core/i18n/plain-number.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import {
  Refusal,
  readChoice,
  readChoices,
  readNumber,
  readText,
  readVagueDay,
  readYesNo,
} from '#lib/server/proposals/fields.ts'
import {
  COLUMN_NAMES,
  ENTRY_FIELDS,
  type Fields,
  SPACE_FIELDS,
} from '#lib/server/proposals/parse-proposal.ts'

export const STATUSES = ['candidate', 'published', 'hidden', 'withdrawn'] as const

export type FieldSpec = {
  name: string
  input: 'text' | 'long' | 'number' | 'day' | 'choice' | 'choices' | 'yes-no'
  choices?: readonly string[]
  isRequired?: true
}

const HEAD: FieldSpec[] = [
  { name: 'name', input: 'text', isRequired: true },
  { name: 'address', input: 'text' },
  { name: 'lng', input: 'number' },
  { name: 'lat', input: 'number' },
  { name: 'disclosure', input: 'choice', choices: DISCLOSURES, isRequired: true },
  { name: 'summary', input: 'long' },
  { name: 'services', input: 'text' },
  { name: 'website', input: 'text' },
]
const ALIKE = ['noise_allowed', 'power', 'water', 'heating', 'internet', 'loading_access', 'street_windows']

const FORMS: Record<Kind, readonly FieldSpec[]> = {
  business: [
    ...HEAD,
    { name: 'primary_discipline', input: 'choice', choices: DISCIPLINES, isRequired: true },
    { name: 'secondary_disciplines', input: 'choices', choices: DISCIPLINES },
    { name: 'verified', input: 'yes-no' },
  ],
  space: [
    ...HEAD,
    { name: 'use', input: 'choice', choices: SPACE_USES, isRequired: true },
    { name: 'state', input: 'choice', choices: SPACE_STATES, isRequired: true },
    { name: 'area_square_meters', input: 'number' },
    { name: 'floor', input: 'text' },
    { name: 'step_free', input: 'yes-no' },
    { name: 'rent_class', input: 'choice', choices: RENT_CLASSES },
    { name: 'vacant_since', input: 'text' },
    { name: 'former_use', input: 'text' },
    { name: 'available_from', input: 'day' },
    { name: 'available_until', input: 'day' },
    { name: 'shortest_term_months', input: 'number' },
    { name: 'longest_term_months', input: 'number' },
    { name: 'permitted_use', input: 'text' },
    { name: 'ceiling_height_meters', input: 'number' },
    ...ALIKE.map((name): FieldSpec => ({ name, input: 'yes-no' })),
  ],
}

export function entryForm(kind: Kind): readonly FieldSpec[] {
  return FORMS[kind]
}

/** What was typed, so that a form with a fault shows it again. */
export type Typed = Record<string, string | string[]>
export type ReadForm = { fields: Fields; faults: FieldFault[]; typed: Typed }

/** Reads every field of the form; an empty one becomes null and so takes the value away. `country` is where a place must lie. */
export function readEntryForm(kind: Kind, form: FormData, country: Bbox): ReadForm {
  const fields: Fields = {}
  const faults: FieldFault[] = []
  const typed: Typed = {}
  for (const { name, input, isRequired } of entryForm(kind)) {
    const value = input === 'choices' ? form.getAll(name).map(String) : (form.get(name)?.toString() ?? '')
    typed[name] = value
    try {
      Object.assign(fields, readField(kind, name, value))
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      faults.push({ field: name, code: fault.code, ...(fault.values && { values: fault.values }) })
      continue
    }
    if (isRequired && fields[name] === null) faults.push({ field: name, code: 'required' })
  }
  faults.push(...findPlaceFaults(fields, faults, country))
  return { fields: toColumns(fields), faults, typed }
}

/** What the form shows of an entry: numbers as the language writes them, and the primary discipline apart from the others. */
export function toFormValues(entry: Readonly<Record<string, unknown>>, locale: Locale): Typed {
  const [primary = '', ...others] = Array.isArray(entry.disciplines) ? entry.disciplines.map(String) : []
  const values = Object.entries({ ...entry, primary_discipline: primary, secondary_disciplines: others })
  return Object.fromEntries(values.map(([name, value]) => [name, toInput(name, value, locale)]))
}

function toInput(name: string, value: unknown, locale: Locale): string | string[] {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return toPlainNumber(value, locale)
  if (Array.isArray(value)) return name === 'services' ? value.join(', ') : value.map(String)
  return String(value)
}

function toColumns({
  primary_discipline: primary,
  secondary_disciplines: others,
  ...fields
}: Fields): Fields {
  if (typeof primary !== 'string') return fields
  return { ...fields, disciplines: [...new Set([primary, ...(Array.isArray(others) ? others : [])])] }
}

function readField(kind: Kind, name: string, value: string | string[]): Fields {
  if (name === 'vacant_since') {
    const vacant = readVagueDay(value)
    return { vacant_since: vacant?.day ?? null, vacant_since_precision: vacant?.precision ?? null }
  }
  const reader = READERS[kind][name]
  if (!reader) throw new Error(`There is no reader for the field ${name}.`)
  return { [name]: reader(value) }
}

const STAFF_FIELDS: typeof ENTRY_FIELDS = {
  address: (value) => readText(value, 300),
  lng: (value) => readNumber(value, -180, 180),
  lat: (value) => readNumber(value, -90, 90),
  verified: (value) => readYesNo(value) ?? false,
  state: (value) => readChoice(value, SPACE_STATES),
}

const READERS: Record<Kind, typeof ENTRY_FIELDS> = {
  business: {
    ...ENTRY_FIELDS,
    ...STAFF_FIELDS,
    primary_discipline: (value) => readChoice(value, DISCIPLINES),
    secondary_disciplines: (value) => readChoices(value, DISCIPLINES),
  },
  space: {
    ...ENTRY_FIELDS,
    ...Object.fromEntries(
      Object.entries(SPACE_FIELDS).map(([name, reader]) => [COLUMN_NAMES[name] ?? name, reader]),
    ),
    ...STAFF_FIELDS,
  },
}

function findPlaceFaults(fields: Fields, known: readonly FieldFault[], country: Bbox): FieldFault[] {
  if (known.some(({ field }) => field === 'lng' || field === 'lat')) return []
  const { lng, lat } = fields
  const miss = (field: string, code: FaultCode): FieldFault[] => [{ field, code }]
  if ((lng === null) !== (lat === null)) return miss(lng === null ? 'lng' : 'lat', 'required')
  const isOutside = typeof lng === 'number' && typeof lat === 'number' && !containsPoint(country, lng, lat)
  return isOutside ? miss('lng', 'outside-country') : []
}
