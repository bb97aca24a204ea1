/** What planners do with saved areas. */
import type { Page } from '@playwright/test'
import { type Drawing, formatDrawings } from '#lib/core/view/drawing.ts'
import type { Stage } from './guarded-step.ts'
import { button, type GuardedStep } from './guarded-step.ts'
import { openAppDatabase } from './outbox.ts'

const SQUARE: Drawing = [
  [7, 51.06],
  [7.005, 51.06],
  [7.005, 51.065],
]

/** Lays a draft of the person's own, and opens the list in which it stands. */
async function openDraft({ page, person, space }: Stage): Promise<string> {
  const corners = [...SQUARE, ...SQUARE.slice(0, 1)].map((corner) => corner.join(' ')).join(',')
  const outline = `SRID=4326;POLYGON((${corners}))`
  const area = { name: space, outline, owner_id: person.id }
  await openAppDatabase().from('areas').insert(area).throwOnError()
  await page.goto(`/de/planning?x=${formatDrawings([SQUARE])}`)
  return space
}

const openSaved = (page: Page) => page.getByText('Gespeicherte Gebiete', { exact: true }).click()

export const PLANNING_STEPS: readonly GuardedStep[] = [
  {
    action: 'lib/server/actions/saved-areas.ts#listSavedAreas',
    role: 'planner',
    changes: null,
    isOwn: true,
    prepare: async (stage) => {
      await openDraft(stage)
      return () => openSaved(stage.page)
    },
  },
  {
    action: 'lib/server/actions/saved-areas.ts#saveArea',
    role: 'planner',
    changes: 'areas',
    prepare: async (stage) => {
      await openDraft(stage)
      await openSaved(stage.page)
      await stage.page.getByLabel('Name', { exact: true }).fill(`${stage.space} neu`)
      return () => button(stage.page, 'Speichern').press('Enter')
    },
  },
  {
    action: 'lib/server/actions/saved-areas.ts#changeSavedArea',
    role: 'planner',
    changes: 'areas',
    isOwn: true,
    prepare: async (stage) => {
      const name = await openDraft(stage)
      await openSaved(stage.page)
      return () => button(stage.page, `${name} mit der Planung teilen`).press('Enter')
    },
  },
  {
    action: 'lib/server/actions/saved-areas.ts#deleteSavedArea',
    role: 'planner',
    changes: 'areas',
    isOwn: true,
    prepare: async (stage) => {
      const name = await openDraft(stage)
      await openSaved(stage.page)
      await button(stage.page, `${name} löschen`).press('Enter')
      return () => button(stage.page, 'Ja, löschen').press('Enter')
    },
  },
]
