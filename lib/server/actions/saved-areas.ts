'use server'

import {
  MAX_AREA_NAME_LENGTH,
  parseOutline,
  type SavedArea,
  type SavedAreasAnswer,
} from '#lib/core/domain/saved-areas.ts'
import { readPerson } from '#lib/server/queries/people.ts'
/** Saved areas of planners. Row level security decides who sees and changes what; others are told that they have to sign in. */
import { changeArea, createArea, deleteArea, readAreas } from '#lib/server/queries/saved-areas.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'

/** What the person may see, and whether the person may save. */
export async function listSavedAreas(): Promise<SavedAreasAnswer> {
  try {
    const client = await createSessionClient()
    const person = await readPerson(client)
    if (!person) return { state: 'signedOut', areas: [] }
    if (person.role !== 'planner' && person.role !== 'admin') return { state: 'notPlanner', areas: [] }
    return { state: 'planner', areas: await readAreas(client) }
  } catch (fault) {
    console.error(fault)
    return { state: 'unavailable', areas: [] }
  }
}

/** Saves an outline as the person's own; the fault is a key of `planning.saved.faults`, null where it is saved. */
export async function saveArea(area: Pick<SavedArea, 'name' | 'isShared'> & { outline: unknown }) {
  const name = toName(area.name)
  if (name === '') return { fault: 'name' as const }
  const parsed = parseOutline(area.outline)
  if ('fault' in parsed) return { fault: 'refused' as const }
  const client = await createSessionClient()
  const saved = await createArea(client, { name, outline: parsed.outline, isShared: area.isShared === true })
  return { fault: 'fault' in saved ? saved.fault : null }
}

type Known = Pick<SavedArea, 'id' | 'version'>

/** Renames, shares or takes back an own area that is still as it was read; the fault as in `saveArea`. */
export async function changeSavedArea(
  { id, version }: Known,
  change: Partial<Pick<SavedArea, 'name' | 'isShared'>>,
) {
  const fields = {
    ...(change.name !== undefined && { name: toName(change.name) }),
    ...(change.isShared !== undefined && { isShared: change.isShared === true }),
  }
  if (fields.name === '') return { fault: 'name' as const }
  const changed = await changeArea(await createSessionClient(), toKnown({ id, version }), fields)
  return { fault: 'fault' in changed ? changed.fault : null }
}

/** Deletes an own area that is still as it was read; the fault as in `saveArea`. */
export async function deleteSavedArea({ id, version }: Known) {
  const refused = await deleteArea(await createSessionClient(), toKnown({ id, version }))
  return { fault: refused?.fault ?? null }
}

function toName(name: unknown): string {
  return String(name).trim().slice(0, MAX_AREA_NAME_LENGTH)
}

/** What comes from a browser may be anything. */
function toKnown({ id, version }: Known): Known {
  return { id: String(id), version: Math.trunc(Number(version)) || 0 }
}
