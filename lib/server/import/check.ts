/** Turns a draft into a row for the database: every field read and checked, identity and hash computed. */
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { DISCLOSURES, RENT_CLASSES, SPACE_STATES, SPACE_USES } from '#lib/core/domain/entry.ts'
import { parseDay, parseNumber, parseText, parseVagueDay, parseWebsite, parseYesNo } from './fields.ts'
import { parseChoice, splitList } from './interpret.ts'
import { isTellingName, toHash, toRef, toSlug } from './name.ts'
import { parseCoordinates, toLngLat } from './position.ts'
import type { Profile } from './profile.ts'
import { type Draft, type EntryRow, type RawRow, RowFault } from './row.ts'

const CONFIRMERS = ['owner', 'citizen', 'moderator', 'source'] as const
const NAMELESS_SPACE = 'Leerstand'
const MOST_SERVICES = 30

export type CheckContext = { profile: Profile; box: Bbox; source: string }

/** Throws a RowFault for the first field that cannot be read. The hash is that of the row as it stands in the file. */
export function checkDraft(raw: RawRow, draft: Draft, { profile, box, source }: CheckContext): EntryRow {
  const { texts, kind } = draft
  const corner = raw.position === undefined ? parseCoordinates(texts.lng, texts.lat) : raw.position
  const place = corner && toLngLat(corner, profile.projection, box)
  const address = formatAddress(texts)
  const written = parseText('name', texts.name, 200)
  const name = written || (kind === 'space' ? NAMELESS_SPACE : '')
  if (!name) throw new RowFault('name', 'name-missing')
  const disclosure = texts.disclosure
    ? parseChoice('disclosure', texts.disclosure, DISCLOSURES)
    : profile.disclosure
  const ref = identify(
    raw,
    draft,
    profile,
    [name, address ?? '', place?.lng ?? '', place?.lat ?? ''].join('|'),
  )
  const row: Omit<EntryRow, 'hash' | 'slug'> = {
    ref,
    kind,
    review: draft.review,
    matches_by_name: kind === 'business' && isTellingName(name),
    name,
    summary: parseText('summary', texts.summary, 2000),
    services: parseServices(texts.services),
    website: readWebsite(texts.website, profile),
    address,
    lng: place?.lng ?? null,
    lat: place?.lat ?? null,
    disclosure,
    disciplines: draft.disciplines,
    wz_codes: draft.wzCodes,
    verified: parseYesNo('verified', texts.verified) ?? false,
    ...checkSpace(draft),
    ...checkConfirmation(texts),
  }
  return {
    ...row,
    hash: toHash(JSON.stringify(row)).slice(0, 32),
    slug: toSlug(name, disclosure === 'exact' ? `${source}\n${ref}` : null),
  }
}

function checkSpace({ texts, use }: Draft) {
  const vacant = parseVagueDay('vacant_since', texts.vacant_since)
  return {
    use: texts.use ? parseChoice('use', texts.use, SPACE_USES) : (use ?? 'shop'),
    state: texts.state ? parseChoice('state', texts.state, SPACE_STATES) : ('reported' as const),
    certainty: parseWhole('certainty', texts.certainty, [0, 10]),
    area_square_meters: parseNumber('area_square_meters', texts.area_square_meters, [0.1, 9_999_999]),
    floor: parseText('floor', texts.floor, 40) || null,
    rent_class: texts.rent_class ? parseChoice('rent_class', texts.rent_class, RENT_CLASSES) : null,
    available_from: parseDay('available_from', texts.available_from),
    former_use: parseText('former_use', texts.former_use, 200) || null,
    step_free: parseYesNo('step_free', texts.step_free),
    vacant_since: vacant?.day ?? null,
    vacant_since_precision: vacant?.precision ?? null,
  }
}

function checkConfirmation(texts: Draft['texts']) {
  const confirmed_on = parseDay('confirmed_on', texts.confirmed_on)
  if (confirmed_on && (confirmed_on < '1990' || confirmed_on >= '2100'))
    throw new RowFault('confirmed_on', 'too-far-away', { text: confirmed_on, first: 1990, last: 2099 })
  const confirmed_by = texts.confirmed_by
    ? parseChoice('confirmed_by', texts.confirmed_by, CONFIRMERS)
    : 'source'
  return { confirmed_on, confirmed_by: confirmed_on && confirmed_by }
}

/** Nobody can mend OpenStreetMap's links from here, so a broken one is left out there and refused elsewhere. */
function readWebsite(text: string | undefined, profile: Profile): string | null {
  try {
    return parseWebsite('website', profile.reads === 'osm' ? text?.split(';')[0]?.trim() : text)
  } catch (fault) {
    if (profile.reads === 'osm' && fault instanceof RowFault) return null
    throw fault
  }
}

function parseWhole(
  field: string,
  text: string | undefined,
  [least, most]: readonly [number, number],
): number | null {
  const number = parseNumber(field, text, [least, most])
  if (number !== null && !Number.isInteger(number))
    throw new RowFault(field, 'no-whole-number', { text: text ?? '', least, most })
  return number
}

function parseServices(text: string | undefined): string[] {
  const services = [...new Set(splitList(text).map((service) => parseText('services', service, 100)))]
  if (services.length > MOST_SERVICES)
    throw new RowFault('services', 'too-many-services', { count: services.length, most: MOST_SERVICES })
  return services
}

function formatAddress(texts: Draft['texts']): string | null {
  const parts = [
    [texts.street, texts.house_number].filter(Boolean).join(' '),
    [texts.postcode, texts.place].filter(Boolean).join(' '),
  ]
  return parseText('address', texts.address ?? parts.filter(Boolean).join(', '), 300) || null
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
