/** The rules that no attempt may break, told without the words of the policies: from who somebody is and what the attempt showed or moved. */
import type { Attempt } from './policy-attempts.ts'
import { PEOPLE, type Thing, toId, type World } from './policy-world.ts'

type Row = Record<string, unknown> | null
export type Answer = {
  told: string
  moved: { key: string; before: Row; after: Row }[]
  /** SQLSTATE; 42501 is a refusal. */
  fault?: string
}

type Actor = { nth: number | null; role: string; id: string | null }

/** What an attempt broke, in words. */
export function listBreaches(
  world: World,
  { person, statement }: Attempt,
  { told, moved }: Answer,
): string[] {
  const actor: Actor = {
    nth: person,
    role: person === null ? 'visitor' : String(world.roles[person]),
    id: person === null ? null : toId('person', person),
  }
  const isOwnData = statement.includes('my_data()')
  const marks = [...told.matchAll(/(space|business|proposal|area|photo)-mark-(\d+)/g)]
  const ids = [...told.matchAll(/00000000-0000-4000-8001-(\d{12})/g)]
  return [
    ...marks
      .filter(([, thing, nth]) => !maySee(world, actor, thing as Thing, Number(nth), isOwnData))
      .map(([mark]) => `a ${actor.role} reads ${mark}`),
    ...ids
      .filter(([, nth]) => !isAdmin(actor) && Number(nth) !== person)
      .map(([id]) => `a ${actor.role} reads ${id}`),
    ...moved
      .filter((change) => !mayMove(actor, change, statement.includes('delete_me()')))
      .map(({ key }) => `a ${actor.role} moves ${key}`),
  ]
}

const isModerator = ({ role }: Actor) => role === 'moderator' || role === 'admin'
const isPlanner = ({ role }: Actor) => role === 'planner' || role === 'admin'
const isAdmin = ({ role }: Actor) => role === 'admin'

/** What planners keep stays theirs in the copy of their data, whatever they are by then. */
function maySee(world: World, actor: Actor, thing: Thing, nth: number, isOwnData: boolean): boolean {
  const isMine = (owner: number | undefined) => actor.nth !== null && owner === actor.nth
  switch (thing) {
    case 'space':
      return world.spaces[nth] === 'published' || isModerator(actor)
    case 'business':
      return world.businesses[nth] === 'published' || isModerator(actor)
    case 'proposal':
      return isMine(world.proposals[nth]?.owner) || isModerator(actor)
    case 'area': {
      const { owner = PEOPLE, isShared = false } = world.areas[nth] ?? {}
      if (isOwnData) return isMine(owner)
      return isPlanner(actor) && (isMine(owner) || isShared || owner === PEOPLE)
    }
    case 'photo': {
      const { space = null, proposal = null } = world.photos[nth] ?? {}
      if (isModerator(actor)) return true
      if (proposal !== null) return isMine(world.proposals[proposal]?.owner)
      return space !== null && world.spaces[space] === 'published'
    }
    default:
      return false
  }
}

/** Whoever leaves takes the account and the drafts along, and the own name off the rest. */
function mayMove(actor: Actor, { key, before, after }: Answer['moved'][number], isLeaving: boolean): boolean {
  const [table = ''] = key.split(' ')
  const owner = (before ?? after)?.[table === 'areas' ? 'owner_id' : 'proposer_id'] ?? null
  const isMine = actor.id !== null && owner === actor.id
  if (isLeaving) {
    if (table === 'profiles') return after === null && key === `profiles ${actor.id}`
    return (table === 'areas' || table === 'proposals') && isMine
  }
  switch (table) {
    case 'profiles':
      return isAdmin(actor)
    case 'areas':
      if (!isPlanner(actor)) return false
      if (before === null) return isMine
      if (after === null) return isMine || (isAdmin(actor) && before.is_shared === true)
      return (
        (isMine || (before.is_shared === true && after.is_shared === true)) &&
        after.owner_id === before.owner_id
      )
    default:
      return isModerator(actor)
  }
}
