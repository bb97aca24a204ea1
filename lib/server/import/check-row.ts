/** Turns a draft into a row for the database: every field read and checked, identity and hash computed. */
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { CONFIRMERS, DISCLOSURES } from '#lib/core/domain/entry.ts'
import { listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import type { FieldDefinition } from '#lib/core/domain/fields/field-definition.ts'
import type { ImportedColumns } from '#lib/core/domain/fields/field-values.ts'
import { type ColumnValue, readField } from '#lib/core/domain/fields/read-field.ts'
import { readChoice } from '#lib/core/domain/values/choice-value.ts'
import { readDay } from '#lib/core/domain/values/day-value.ts'
import { ValueFault } from '#lib/core/domain/values/value-fault.ts'
import { readCell, readTextCell } from './fields.ts'
import { isTellingName, toHash, toRef, toSlug } from './name.ts'
import { parseCoordinates, toLngLat } from './position.ts'
import type { Profile } from './profile.ts'
import { type Column, type Draft, type EntryRow, type RawRow, RowFault } from './row.ts'

const NAMELESS_SPACE = 'Leerstand'

export type CheckContext = { profile: Profile; box: Bbox; source: string }

/** Throws a RowFault for the first field that cannot be read. The hash is that of the row as it stands in the file. */
export function checkDraft(raw: RawRow, draft: Draft, { profile, box, source }: CheckContext): EntryRow {
  const { texts, kind } = draft
  const corner = raw.position === undefined ? parseCoordinates(texts.lng, texts.lat) : raw.position
  const place = corner && toLngLat(corner, profile.projection, box)
  const address = formatAddress(texts)
  const name = readTextCell('name', texts.name, 200) || (kind === 'space' ? NAMELESS_SPACE : '')
  if (!name) throw new RowFault('name', 'name-missing')
  const disclosure = readCell('disclosure', texts.disclosure, (text) => readChoice(text, DISCLOSURES))
  const ref = identify(
    raw,
    draft,
    profile,
    [name, address ?? '', place?.lng ?? '', place?.lat ?? ''].join('|'),
  )
  const row: Omit<EntryRow, 'hash' | 'slug'> = {
    ...readFields(texts, profile),
    ref,
    kind,
    review: draft.review,
    matches_by_name: kind === 'business' && isTellingName(name),
    name,
    address,
    lng: place?.lng ?? null,
    lat: place?.lat ?? null,
    disclosure: disclosure ?? profile.disclosure,
    disciplines: draft.disciplines,
    wz_codes: draft.wzCodes,
    ...(draft.use && !texts.use && { use: draft.use }),
    ...checkConfirmation(texts),
  }
  return {
    ...row,
    hash: toHash(JSON.stringify(row)).slice(0, 32),
    slug: toSlug(name, row.disclosure === 'exact' ? `${source}\n${ref}` : null),
  }
}

/** What the profile, the file's geometry or several columns together say. */
const OTHERWISE_READ = new Set([
  'kind',
  'name',
  'address',
  'lng',
  'lat',
  'disclosure',
  'disciplines',
  'confirmed_on',
  'confirmed_by',
])

const PLAIN_FIELDS = listFieldsWith('importColumn').filter(({ name }) => !OTHERWISE_READ.has(name))

/** The fields of which each has a column of its own. */
function readFields(texts: Draft['texts'], profile: Profile): ImportedColumns {
  const columns = PLAIN_FIELDS.map((field) => {
    const text = texts[field.importColumn as Column]
    const read = field.type === 'link' && profile.reads === 'osm' ? readLinkOfOsm : readField
    const values = readCell(field.importColumn, text, (value) => read(field, value))
    return values[field.name] === null ? { ...values, [field.name]: toDefault(field) } : values
  })
  return Object.assign({}, ...columns)
}

function toDefault({ importDefault, isAlwaysKnown }: FieldDefinition): ColumnValue {
  return importDefault ?? (isAlwaysKnown ? '' : null)
}

/** Nobody can mend OpenStreetMap's links from here, so a broken one is left out there and refused elsewhere. */
function readLinkOfOsm(field: FieldDefinition, value: unknown): Record<string, ColumnValue> {
  try {
    return readField(field, typeof value === 'string' ? value.split(';')[0]?.trim() : value)
  } catch (fault) {
    if (fault instanceof ValueFault) return { [field.name]: null }
    throw fault
  }
}

function checkConfirmation(texts: Draft['texts']): Pick<EntryRow, 'confirmed_on' | 'confirmed_by'> {
  const confirmed_on = readCell('confirmed_on', texts.confirmed_on, readDay)
  if (confirmed_on && (confirmed_on < '1990' || confirmed_on >= '2100'))
    throw new RowFault('confirmed_on', 'too-far-away', { text: confirmed_on, first: 1990, last: 2099 })
  const confirmed_by =
    readCell('confirmed_by', texts.confirmed_by, (text) => readChoice(text, CONFIRMERS)) ?? 'source'
  return { confirmed_on, confirmed_by: confirmed_on === null ? null : confirmed_by }
}

function formatAddress(texts: Draft['texts']): string | null {
  const parts = [
    [texts.street, texts.house_number].filter(Boolean).join(' '),
    [texts.postcode, texts.place].filter(Boolean).join(' '),
  ]
  return readTextCell('address', texts.address ?? parts.filter(Boolean).join(', '), 300) || null
}

/** What tells a row from all others: its own id, the columns that the profile names, else what and where it is. */
function identify(raw: RawRow, { texts }: Draft, profile: Profile, content: string): string {
  if (profile.ref) {
    const missing = profile.ref.find((column) => !(column in raw.fields))
    if (missing) throw new RowFault(missing, 'ref-missing')
    return toRef(profile.ref.map((column) => raw.fields[column]?.trim()).join('|'))
  }
  const own = raw.id ?? texts.id
  return own ? toRef(own) : `content/${toHash(content).slice(0, 32)}`
}
