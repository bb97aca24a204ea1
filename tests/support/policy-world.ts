/** Invented registers for properties of the policies; each row's text says which row it is. */
import fc from 'fast-check'
import type { Role } from '#lib/core/domain/role.ts'

const POINT = 'extensions.st_setsrid(extensions.st_makepoint(7, 51), 4326)'
export const SQUARE = 'extensions.st_makeenvelope(7, 51, 7.005, 51.005, 4326)'
export const POLICY_ROLES = ['member', 'moderator', 'planner', 'admin'] as const
export const POLICY_STATUSES = ['candidate', 'published', 'hidden', 'withdrawn'] as const
export const STATES = ['received', 'in_review', 'accepted', 'declined', 'withdrawn'] as const

export const PEOPLE = 6
export const ROWS = 6

/** Numbers name people and rows; a proposal or an area of person `PEOPLE` is nobody's. */
export type World = {
  roles: readonly Role[]
  spaces: readonly (typeof POLICY_STATUSES)[number][]
  businesses: readonly (typeof POLICY_STATUSES)[number][]
  proposals: readonly { owner: number; state: (typeof STATES)[number] }[]
  areas: readonly { owner: number; isShared: boolean }[]
  photos: readonly { space: number | null; proposal: number | null }[]
}
export const owner = fc.nat(PEOPLE)
const rows = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: ROWS, maxLength: ROWS })

export const worlds: fc.Arbitrary<World> = fc.record({
  roles: fc.array(fc.constantFrom(...POLICY_ROLES), { minLength: PEOPLE, maxLength: PEOPLE }),
  spaces: rows(fc.constantFrom(...POLICY_STATUSES)),
  businesses: rows(fc.constantFrom(...POLICY_STATUSES)),
  proposals: rows(fc.record({ owner, state: fc.constantFrom(...STATES) })),
  areas: rows(fc.record({ owner, isShared: fc.boolean() })),
  photos: rows(
    fc.oneof(
      fc.record({ space: fc.nat(ROWS - 1), proposal: fc.constant(null) }),
      fc.record({ space: fc.constant(null), proposal: fc.nat(ROWS - 1) }),
    ),
  ),
})

const ID_PARTS = { person: 1, space: 2, business: 3, proposal: 4, area: 5, photo: 6 } as const
export type Thing = keyof typeof ID_PARTS

export const toId = (thing: Thing, nth: number) =>
  `00000000-0000-4000-800${ID_PARTS[thing]}-${String(nth).padStart(12, '0')}`
/** The word that tells a row wherever it is read. */
const toPolicyMark = (thing: Thing, nth: number) => `${thing}-mark-${nth}`
const ref = (thing: Thing, nth: number | null) => (nth === null ? 'null' : `'${toId(thing, nth)}'`)
export const toPerson = (nth: number) => (nth === PEOPLE ? 'null' : `'${toId('person', nth)}'`)
export const toReference = (nth: number) => `KZ-0000-000${nth}`

/** Lays a world. */
export function toSql(world: World): string {
  const people = world.roles.map(
    (role, nth) => `insert into auth.users (id, email) values (${toPerson(nth)}, 'person-${nth}@example.org');
      update public.profiles set role = '${role}' where user_id = ${toPerson(nth)};`,
  )
  const spaces = world.spaces.map(
    (status, nth) => `insert into public.spaces (id, slug, name, status, source_key, location)
      values (${ref('space', nth)}, 'space-${nth}', '${toPolicyMark('space', nth)}', '${status}', 'proposals', ${POINT});`,
  )
  const businesses = world.businesses.map(
    (status, nth) => `insert into public.businesses (id, slug, name, status, source_key, location)
      values (${ref('business', nth)}, 'business-${nth}', '${toPolicyMark('business', nth)}', '${status}', 'proposals', ${POINT});
      insert into public.business_disciplines values (${ref('business', nth)}, 'design', 'primary');`,
  )
  const proposals = world.proposals.map(
    ({ owner: by, state }, nth) => `insert into public.proposals
      (id, reference, token_hash, type, kind, payload, note, state, proposer_id, answered_at)
      values (${ref('proposal', nth)}, '${toReference(nth)}', repeat('${nth}', 64), 'new', 'space', '{"name": "New"}',
        '${toPolicyMark('proposal', nth)}', '${state}', ${toPerson(by)}, ${state === 'received' || state === 'in_review' ? 'null' : 'now()'});`,
  )
  const areas = world.areas.map(
    ({ owner: by, isShared }, nth) => `insert into public.areas (id, name, outline, is_shared, owner_id)
      values (${ref('area', nth)}, '${toPolicyMark('area', nth)}', ${SQUARE}, ${isShared || by === PEOPLE}, ${toPerson(by)});`,
  )
  const photos = world.photos.map(
    ({ space, proposal }, nth) => `insert into public.photos
      (id, alt_text, license, width_pixels, height_pixels, space_id, proposal_id)
      values (${ref('photo', nth)}, '${toPolicyMark('photo', nth)}', 'cc0', 1, 1, ${ref('space', space)}, ${ref('proposal', proposal)});`,
  )
  return [people, spaces, businesses, proposals, areas, photos].flat().join('\n')
}
