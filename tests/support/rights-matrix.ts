/** Who may touch what: the whole list. A table, column, view or function that stands here in no line is closed, and one that opens fails. */
import { ACTORS, type Actor } from './rights-rows.ts'

const SHARED_PUBLIC = `id slug name summary services website disclosure public_location public_address
  public_district_id status source_key confirmed_on confirmed_by`

/** What everyone may read: columns by name, or all. Tables that are not named here are closed. */
export const EVERYONE_READS: Record<string, string> = {
  disciplines: '*',
  wz_codes: '*',
  sources: '*',
  districts: '*',
  publication: '*',
  business_disciplines: '*',
  entries: '*',
  district_outlines: '*',
  space_states: '*',
  photos: `id proposal_id business_id space_id position author license alt_text width_pixels height_pixels`,
  addresses: 'id street house_number postcode place location',
  address_points: '*',
  address_streets: '*',
  context_places: 'id kind name location',
  context_points: '*',
  address_places: '*',
  space_steps: '*',
  businesses: `${SHARED_PUBLIC} verified`,
  spaces: `${SHARED_PUBLIC} use state certainty area_square_meters floor rent_class available_from former_use
    step_free vacant_since vacant_since_precision ceiling_height_meters available_until shortest_term_months
    longest_term_months permitted_use noise_allowed power water heating internet loading_access street_windows`,
}

/** What signed-in people may read besides. */
const SIGNED_IN_READ: Record<string, string> = {
  ...EVERYONE_READS,
  areas: '*',
  saved_areas: '*',
  profiles: '*',
  proposals: `id reference type kind business_id space_id payload note state awaits_confirmation answer question locale
    created_at updated_at answered_at`,
}

/** What signed-in people may write, by columns; row level security says who and which rows. Nobody else writes anything. */
const SIGNED_IN_WRITE: Record<string, Partial<Record<string, string>>> = {
  areas: { insert: 'name outline is_shared', update: 'name outline is_shared', delete: '' },
}

/** Functions of `public` that anybody's request may call. */
const CALLABLE_BY_EVERYONE = ['entry_departure', 'entry_successor']
/** Functions of `private` that only triggers and other functions call. */
const CALLED_BY_THE_DATABASE = ['own_entries', 'proposal_store', 'register_analyze']
/** Functions of `public` that the server calls alone, with the rights of the service. */
const COMMANDS =
  `end_demonstration geocode_addresses import_addresses import_batch import_context import_districts
  seed_demonstration`.split(/\s+/)
/** Functions of `public` that the server calls alone, and that run with their owner's rights. */
const STEPS_OF_THE_SERVER =
  `challenge_spend demonstration_code outbox_close outbox_take outbox_add promise_role proposal_confirm
  proposal_read proposal_take proposal_reply proposal_submit proposal_withdraw proposal_add_photo proposal_photos purge_expired
  rate_take interest_submit interest_confirm interest_read interest_reply purge_interests purge_offerers confirmations_due
  confirmation_ask confirmation_read confirmation_answer photos_expired import_begin
  import_job_open import_job_store import_job_read import_job_begin import_job_renew import_job_finish import_jobs_expired
  import_jobs_remove`.split(/\s+/)

const SIGNED_IN: Actor[] = (Object.keys(ACTORS) as Actor[]).filter(
  (name) => name !== 'anon' && name !== 'service',
)
const MODERATORS: Actor[] = ['admin', 'moderator']
/** Whom each function lets in that a signed-in person's request may call; `gone` has no rows that could be read or deleted. */
export const ADMITTED: Record<string, Actor[]> = {
  entry_departure: ['anon', ...SIGNED_IN],
  entry_successor: ['anon', ...SIGNED_IN],
  my_data: SIGNED_IN,
  my_entries: SIGNED_IN,
  delete_me: SIGNED_IN,
  admin_audit: ['admin'],
  admin_outbox: ['admin'],
  admin_people: ['admin'],
  admin_set_role: ['admin'],
  staff_candidates: MODERATORS,
  staff_contact: MODERATORS,
  staff_counts: MODERATORS,
  staff_decide: MODERATORS,
  staff_entries: MODERATORS,
  staff_entry: MODERATORS,
  staff_history: MODERATORS,
  staff_import_runs: MODERATORS,
  staff_merge: MODERATORS,
  staff_nearby: MODERATORS,
  staff_offerer: MODERATORS,
  staff_set_offerer: MODERATORS,
  staff_may_see_photo: MODERATORS,
  staff_photo_add: MODERATORS,
  staff_photo_save: MODERATORS,
  staff_photos: MODERATORS,
  staff_proposal: MODERATORS,
  staff_proposals: MODERATORS,
  staff_save_entry: MODERATORS,
  staff_source_differences: MODERATORS,
}

/** What else the service does with areas: it passes all policies. */
const SERVICE_TRIES = ', clears all 4, hides all 4, renames all 4, saves 1'

/** Functions of `public` that run with their owner's rights. */
export const DEFINERS_IN_PUBLIC = [...Object.keys(ADMITTED), ...STEPS_OF_THE_SERVER]

type Deeds = Partial<Record<Actor | 'everyone', string>>
const ONE: Deeds = { everyone: 'reads one' }
const PUBLISHED: Deeds = { everyone: 'reads published' }
const SHARED = 'formers_shared planners_shared'
const PLANNERS = `formers_shared planners_draft planners_shared`
const PHOTOS = 'of_business of_space'

/** What people do with rows of several persons and states; `everyone` counts where an actor is not named. The service does all with tables. */
export const DEEDS: Record<string, Deeds> = {
  disciplines: ONE,
  wz_codes: ONE,
  sources: ONE,
  districts: ONE,
  district_outlines: ONE,
  publication: ONE,
  addresses: ONE,
  address_points: ONE,
  address_streets: ONE,
  address_places: ONE,
  context_places: ONE,
  context_points: ONE,
  import_runs: {},
  source_records: {},
  business_wz_codes: {},
  businesses: PUBLISHED,
  spaces: PUBLISHED,
  business_disciplines: PUBLISHED,
  space_states: PUBLISHED,
  space_steps: PUBLISHED,
  entries: { everyone: 'reads business_published space_published' },
  profiles: Object.fromEntries(
    SIGNED_IN.filter((name) => name !== 'gone').map((name) => [name, `reads ${name}`]),
  ),
  proposals: { member: 'reads members', other: 'reads others' },
  photos: {
    everyone: `reads ${PHOTOS}`,
    member: `reads members ${PHOTOS}`,
    other: `reads ${PHOTOS} others`,
  },
  areas: {
    planner: `reads ${PLANNERS}, inserts, updates ${PLANNERS}, deletes planners_draft planners_shared, clears all 2, renames all 3, saves 1`,
    colleague: `reads ${SHARED}, inserts, updates ${SHARED}, renames all 2, saves 1`,
    admin: `reads ${SHARED}, inserts, updates ${SHARED}, deletes ${SHARED}, clears all 2, renames all 2, saves 1`,
  },
  saved_areas: { planner: `reads ${PLANNERS}`, colleague: `reads ${SHARED}`, admin: `reads ${SHARED}` },
}

export type GrantedRelation = { schema: string; name: string; kind: string; columns: string[] }

/** The grants that `rights.grants` should find, for the relations given. */
export function expectGrants(relations: readonly GrantedRelation[]): Record<string, string> {
  const grants: Record<string, string> = {}
  for (const { schema, name, kind, columns } of relations) {
    const sort = (text = '') => (text === '*' ? [...columns] : text.split(/\s+/)).sort().join(' ')
    const note = (role: string, privileges: Partial<Record<string, string>>) => {
      const lines = Object.entries(privileges).map(([privilege, text]) => `${privilege} ${sort(text)}`.trim())
      if (lines.length > 0) grants[`${schema}.${name} ${role}`] = lines.sort().join(', ')
    }
    if (kind !== 'v') grants[`${schema}.${name}`] = 'secured'
    if (schema !== 'public') continue
    const read = (lists: Record<string, string>) => (lists[name] ? { select: lists[name] } : {})
    note('anon', read(EVERYONE_READS))
    note('authenticated', { ...read(SIGNED_IN_READ), ...SIGNED_IN_WRITE[name] })
    note(
      'service_role',
      kind === 'v' ? { select: '*' } : { select: '*', insert: '*', update: '*', delete: '' },
    )
  }
  return grants
}

/** The deeds that `rights.deeds` should find; `rows` are the names of each relation's rows. */
export function expectDeeds(
  relations: readonly GrantedRelation[],
  rows: Record<string, string[]>,
): Record<string, string> {
  const deeds: Record<string, string> = {}
  for (const { name, kind } of relations) {
    const labels = [...(rows[name] ?? [])].sort().join(' ')
    const all =
      kind === 'v' ? `reads ${labels}` : `reads ${labels}, inserts, updates ${labels}, deletes ${labels}`
    const service = name === 'areas' ? `${all}${SERVICE_TRIES}` : all
    const line = DEEDS[name] ?? {}
    for (const actor of Object.keys(ACTORS) as Actor[])
      deeds[`${name} ${actor}`] = actor === 'service' ? service : (line[actor] ?? line.everyone ?? '')
  }
  return deeds
}

/** Who may call a function of ours, by roles. */
export function expectCallers(signature: string): string {
  const name = signature.replace(/^private\./, '').replace(/\(.*$/, '')
  if (signature.startsWith('private.')) return CALLED_BY_THE_DATABASE.includes(name) ? '' : 'service_role'
  if (CALLABLE_BY_EVERYONE.includes(name)) return 'anon authenticated service_role'
  if (name in ADMITTED) return 'authenticated'
  return [...COMMANDS, ...STEPS_OF_THE_SERVER].includes(name) ? 'service_role' : 'not in the matrix'
}
