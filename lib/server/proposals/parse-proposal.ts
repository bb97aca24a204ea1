/**
 * From what somebody sent, form or JSON, to a proposal that may be stored, or to a list of fields that cannot be taken. Unknown
 * keys are refused, so that nothing is assigned that no form offers.
 */
import { type Bbox, containsPoint } from '#lib/core/domain/bbox.ts'
import { KINDS } from '#lib/core/domain/entry.ts'
import {
  type FieldWith,
  isOfKind,
  listFieldsWith,
  toProposedName,
} from '#lib/core/domain/fields/all-fields.ts'
import { type ColumnValue, readField } from '#lib/core/domain/fields/read-field.ts'
import { PHOTO_FIELDS, type PhotoNote } from '#lib/core/domain/photo.ts'
import {
  type FieldFault,
  MAX_NOTE_LENGTH,
  PROPOSAL_TRAP_FIELD,
  PROPOSAL_TYPES,
} from '#lib/core/domain/proposal.ts'
import { readChoice } from '#lib/core/domain/values/choice-value.ts'
import { readMailAddress } from '#lib/core/domain/values/link-value.ts'
import { readNumber } from '#lib/core/domain/values/number-value.ts'
import { readText } from '#lib/core/domain/values/text-value.ts'
import { readYesNo } from '#lib/core/domain/values/yes-no-value.ts'
import { readPhotoNotes } from './read-photos.ts'
import { Refusal, toFieldFault } from './refusal.ts'

export type Fields = Record<string, ColumnValue>

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

/** The fields that a proposal may name, by their names there. */
function listOwn(kind: (typeof KINDS)[number]): ReadonlyMap<string, FieldWith<'proposal'>> {
  const own = listFieldsWith('proposal').filter((field) => isOfKind(field, kind))
  return new Map(own.map((field) => [toProposedName(field), field]))
}

const ENVELOPE = [
  'type',
  'kind',
  'target',
  'lng',
  'lat',
  'address',
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
      faults.push(toFieldFault(field, fault))
      return null
    }
  }
  const kind = read('kind', (value) => readChoice(value, KINDS)) ?? 'space'
  const type = read('type', (value) => readChoice(value, PROPOSAL_TYPES)) ?? 'new'
  const own = listOwn(kind)
  for (const field of Object.keys(input))
    if (!ENVELOPE.includes(field) && !own.has(field))
      faults.push({ field: field.slice(0, 100), code: 'unknown-field' })

  const payload: Fields = {}
  for (const [name, field] of own) {
    const columns = Object.entries(read(name, (value) => readField(field, value)) ?? {})
    for (const [column, value] of columns)
      if (value !== null && !(Array.isArray(value) && value.length === 0)) payload[column] = value
  }
  // An owner or manager offers what they propose; a citizen only reports it.
  if (read('is_offerer', readYesNo) && kind === 'space' && type === 'new')
    Object.assign(payload, { is_offerer: true, state: 'offered' })
  const proposal: ParsedProposal = {
    type,
    kind,
    target: read('target', (value) => readText(value, 120)),
    payload,
    lng: read('lng', (value) => readNumber(value, [-180, 180])),
    lat: read('lat', (value) => readNumber(value, [-90, 90])),
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
