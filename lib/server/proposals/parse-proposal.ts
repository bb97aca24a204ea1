/**
 * From what somebody sent, form or JSON, to a proposal that may be stored, or to a list of fields that cannot be taken. Unknown
 * keys are refused, so that nothing is assigned that no form offers.
 */
import { type Bbox, containsPoint } from '#lib/core/domain/bbox.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { DISCLOSURES, KINDS, RENT_CLASSES, SPACE_USES } from '#lib/core/domain/entry.ts'
import { PHOTO_FIELDS, type PhotoNote } from '#lib/core/domain/photo.ts'
import {
  type FieldFault,
  MAX_NOTE_LENGTH,
  PROPOSAL_TRAP_FIELD,
  PROPOSAL_TYPES,
} from '#lib/core/domain/proposal.ts'
import {
  Refusal,
  readChoice,
  readChoices,
  readDay,
  readList,
  readMailAddress,
  readNumber,
  readText,
  readVagueDay,
  readWebsite,
  readWhole,
  readYesNo,
} from './fields.ts'
import { readPhotoNotes } from './read-photos.ts'

export type Fields = Record<string, string | number | boolean | readonly string[] | null>

export type ParsedProposal = {
  type: (typeof PROPOSAL_TYPES)[number]
  kind: (typeof KINDS)[number]
  /** Slug of the entry that it is about; null for a new one. */
  target: string | null
  /** Named as the entry's columns; only what was filled in. */
  payload: Fields
  lng: number | null
  lat: number | null
  address: string | null
  note: string
  contactName: string | null
  contactEmail: string | null
  locale: 'de' | 'en'
  proof: string | null
  /** Taken in before; in their order. */
  photos: PhotoNote[]
}

export type ParseResult = { proposal: ParsedProposal; faults: [] } | { proposal: null; faults: FieldFault[] }

/** What describes an entry of either kind, of a business, of a space: form name, column, reader. */
export const ENTRY_FIELDS: Record<string, (value: unknown) => Fields[string]> = {
  name: (value) => readText(value, 200),
  summary: (value) => readText(value, 2000, true),
  services: (value) => readList(value, 30),
  website: readWebsite,
  disclosure: (value) => readChoice(value, DISCLOSURES),
}
const BUSINESS_FIELDS: typeof ENTRY_FIELDS = {
  disciplines: (value) => readChoices(value, DISCIPLINES),
}
export const SPACE_FIELDS: typeof ENTRY_FIELDS = {
  use: (value) => readChoice(value, SPACE_USES),
  area_m2: (value) => readNumber(value, 1, 1_000_000),
  floor: (value) => readText(value, 40),
  ceiling_height_meters: (value) => readNumber(value, 1, 50),
  rent_class: (value) => readChoice(value, RENT_CLASSES),
  available_from: readDay,
  available_until: readDay,
  shortest_term_months: (value) => readWhole(value, 0, 600),
  longest_term_months: (value) => readWhole(value, 0, 600),
  permitted_use: (value) => readText(value, 200),
  former_use: (value) => readText(value, 200),
  step_free: readYesNo,
  noise_allowed: readYesNo,
  power: readYesNo,
  water: readYesNo,
  heating: readYesNo,
  internet: readYesNo,
  loading_access: readYesNo,
  street_windows: readYesNo,
}
export const COLUMN_NAMES: Record<string, string> = { area_m2: 'area_square_meters' }
const ENVELOPE = [
  'type',
  'kind',
  'target',
  'lng',
  'lat',
  'address',
  'vacant_since',
  'is_offerer',
  'note',
  'contact_name',
  'contact_email',
  'locale',
  'proof',
  PROPOSAL_TRAP_FIELD,
  ...PHOTO_FIELDS.flatMap(({ id, author, license, alt }) => [id, author, license, alt]),
]

/** `country` is where a place must lie, in degrees. */
export function parseProposal(input: Readonly<Record<string, unknown>>, country: Bbox): ParseResult {
  const faults: FieldFault[] = []
  const read = <T>(field: string, reader: (value: unknown) => T): T | null => {
    try {
      return reader(Object.hasOwn(input, field) ? input[field] : undefined)
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      faults.push({ field, code: fault.code, ...(fault.values && { values: fault.values }) })
      return null
    }
  }
  const kind = read('kind', (value) => readChoice(value, KINDS)) ?? 'space'
  const type = read('type', (value) => readChoice(value, PROPOSAL_TYPES)) ?? 'new'
  const own = { ...ENTRY_FIELDS, ...(kind === 'business' ? BUSINESS_FIELDS : SPACE_FIELDS) }
  for (const field of Object.keys(input))
    if (!ENVELOPE.includes(field) && !Object.hasOwn(own, field))
      faults.push({ field: field.slice(0, 100), code: 'unknown-field' })

  const payload: Fields = {}
  for (const [field, reader] of Object.entries(own)) {
    const value = read(field, reader)
    if (value !== null && !(Array.isArray(value) && value.length === 0))
      payload[COLUMN_NAMES[field] ?? field] = value
  }
  const vacant = read('vacant_since', readVagueDay)
  if (vacant && kind === 'space')
    Object.assign(payload, { vacant_since: vacant.day, vacant_since_precision: vacant.precision })
  // An owner or manager offers what they propose; a citizen only reports it.
  if (read('is_offerer', readYesNo) && kind === 'space' && type === 'new')
    Object.assign(payload, { is_offerer: true, state: 'offered' })
  const proposal: ParsedProposal = {
    type,
    kind,
    target: read('target', (value) => readText(value, 120)),
    payload,
    lng: read('lng', (value) => readNumber(value, -180, 180)),
    lat: read('lat', (value) => readNumber(value, -90, 90)),
    address: read('address', (value) => readText(value, 300)),
    note: read('note', (value) => readText(value, MAX_NOTE_LENGTH, true)) ?? '',
    contactName: read('contact_name', (value) => readText(value, 200)),
    contactEmail: read('contact_email', readMailAddress),
    locale: read('locale', (value) => readChoice(value, ['de', 'en'] as const)) ?? 'de',
    proof: read('proof', (value) => readText(value, 4000)),
    photos: readPhotoNotes(read, (field, code) => faults.push({ field, code }), type),
  }
  read(PROPOSAL_TRAP_FIELD, (value) => {
    if (value) throw new Refusal('leave-empty')
  })
  faults.push(...findMissing(proposal, country, new Set(faults.map(({ field }) => field))))
  return faults.length > 0 ? { proposal: null, faults } : { proposal, faults: [] }
}

/** What the whole lacks; fields that are faulty already are not named twice. */
function findMissing(proposal: ParsedProposal, country: Bbox, faulty: ReadonlySet<string>): FieldFault[] {
  const { type, kind, payload, lng, lat, target, address, note, contactEmail } = proposal
  const found: FieldFault[] = []
  const miss = (field: string, code: FieldFault['code'] = 'required') => {
    if (!faulty.has(field)) found.push({ field, code })
  }
  if ((lng === null) !== (lat === null)) miss(lng === null ? 'lng' : 'lat')
  if (lng !== null && lat !== null && !containsPoint(country, lng, lat)) miss('lng', 'outside-country')
  if (type !== 'new' && !target) miss('target')
  if (type === 'new') {
    if (lng === null && lat === null && address === null) miss('address', 'no-place')
    if (kind === 'business' && !payload.name) miss('name')
    if (kind === 'business' && !payload.disciplines) miss('disciplines')
    if (kind === 'space' && !payload.use) miss('use')
  }
  if (payload.is_offerer && contactEmail === null) miss('contact_email')
  if (type === 'change' && Object.keys(payload).length === 0 && lng === null && address === null && !note)
    miss('note', 'nothing-changed')
  if (type === 'objection' && !note) miss('note')
  return found
}
