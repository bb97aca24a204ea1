/** What moderators do on their pages. */
import { fillPhoto } from './fill-photo.ts'
import type { Stage } from './guarded-step.ts'
import { button, type GuardedStep } from './guarded-step.ts'
import { openAppDatabase } from './outbox.ts'
import { addProposal, addSourceRow } from './staff.ts'

const openEntry = ({ page, space }: Stage) => page.goto(`/de/moderation/entries/${space}`)

export const MODERATION_STEPS: readonly GuardedStep[] = [
  {
    action: 'lib/server/actions/moderation.ts#decideOne',
    role: 'moderator',
    changes: 'proposals',
    prepare: async ({ page }) => {
      await page.goto(`/de/moderation/${await addProposal()}`)
      return () => button(page, 'Ablehnen').click()
    },
  },
  {
    action: 'lib/server/actions/moderation.ts#decideMany',
    role: 'moderator',
    changes: 'proposals',
    prepare: async ({ page }) => {
      const reference = await addProposal()
      await page.goto('/de/moderation')
      await page.locator(`[data-proposal-reference="${reference}"]`).getByRole('checkbox').check()
      return () => button(page, 'Angekreuzte ablehnen').click()
    },
  },
  {
    action: 'lib/server/actions/entries.ts#saveEntry',
    role: 'moderator',
    changes: 'spaces',
    prepare: async (stage) => {
      await openEntry(stage)
      await stage.page.getByLabel('Beschreibung').fill('Von fremder Hand')
      return () => button(stage.page, 'Speichern').click()
    },
  },
  {
    action: 'lib/server/actions/entries.ts#setStatus',
    role: 'moderator',
    changes: 'spaces',
    prepare: async (stage) => {
      await openEntry(stage)
      return () => button(stage.page, 'Archivieren').click()
    },
  },
  {
    action: 'lib/server/actions/entries.ts#mergeEntries',
    role: 'moderator',
    changes: 'spaces',
    prepare: async (stage) => {
      await openEntry(stage)
      await stage.page.getByLabel(/Kennung des anderen/).fill(stage.second)
      return () => button(stage.page, 'In diesen Eintrag aufnehmen').click()
    },
  },
  {
    action: 'lib/server/actions/entries.ts#setOfferer',
    role: 'moderator',
    changes: 'offerer',
    prepare: async (stage) => {
      await openEntry(stage)
      await stage.page.getByLabel('E-Mail-Adresse').fill('fremd@example.org')
      return () => button(stage.page, 'Anbieter speichern').click()
    },
  },
  {
    action: 'lib/server/actions/photos.ts#savePhoto',
    role: 'moderator',
    changes: 'photos',
    prepare: async (stage) => {
      const database = openAppDatabase()
      const { data } = await database
        .from('spaces')
        .select('id')
        .eq('slug', stage.space)
        .single()
        .throwOnError()
      const size = { width_pixels: 4, height_pixels: 3 }
      await database
        .from('photos')
        .insert({ id: crypto.randomUUID(), space_id: data.id, license: 'cc0', alt_text: 'Die Tür', ...size })
        .throwOnError()
      await openEntry(stage)
      return () => button(stage.page, 'Weglassen').click()
    },
  },
  {
    action: 'lib/server/actions/photos.ts#addEntryPhoto',
    role: 'moderator',
    changes: 'photos',
    prepare: async (stage) => {
      await openEntry(stage)
      return fillPhoto(stage.page)
    },
  },
  {
    action: 'lib/server/actions/import.ts#bringIn',
    role: 'moderator',
    changes: 'businesses',
    isOwn: true,
    prepare: async ({ page, space }) => {
      const source = `probe-${space.slice(-8)}`
      await addSourceRow(source)
      const buffer = Buffer.from(
        `id,kind,name,disciplines,lng,lat\n1,business,${space},design,7.0061,51.0661\n`,
      )
      await page.goto('/de/moderation/import')
      await page.locator('#import-file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer })
      await page.locator('#import-source').fill(source)
      await button(page, 'Datei prüfen').click()
      const bringIn = button(page, 'Jetzt importieren')
      await bringIn.waitFor()
      return () => bringIn.click()
    },
  },
]
