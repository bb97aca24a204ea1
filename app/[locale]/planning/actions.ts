'use server'

/** Saved areas of planners. Row level security decides who sees and changes what; others are told that they have to sign in. */
import { createArea, readAreas } from '#lib/data/areas.ts'
import { readPerson } from '#lib/data/people.ts'
import {
  MAX_AREA_NAME_LENGTH,
  parseOutline,
  type SavedArea,
  type SavedAreasAnswer,
} from '#lib/domain/saved-area.ts'
import { createSessionClient } from '#lib/supabase/session.ts'

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
  const name = String(area.name).trim().slice(0, MAX_AREA_NAME_LENGTH)
  if (name === '') return { fault: 'name' as const }
  const parsed = parseOutline(area.outline)
  if ('fault' in parsed) return { fault: 'refused' as const }
  const client = await createSessionClient()
  const saved = await createArea(client, { name, outline: parsed.outline, isShared: area.isShared === true })
  return { fault: 'fault' in saved ? saved.fault : null }
}
