/** Fills in the form that adds one photo, up to the press that stores it. */
import type { Page } from '@playwright/test'
import { button } from './guarded-step.ts'
import { makePhoto } from './photos.ts'

/** Returns that press. */
export async function fillPhoto(page: Page): Promise<() => Promise<void>> {
  const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await makePhoto() }
  await page.locator('[data-add-photo] summary').click()
  await page.locator('[name=photo_1_file]').setInputFiles(photo)
  const add = button(page, 'Foto hinzufügen')
  await add.click() // taken in, and asked for the rest
  await page.locator('input[type=hidden][name=photo_1]').waitFor({ state: 'attached' })
  await page.locator('[name=photo_1_alt]').fill('Der Raum')
  await page.locator('[name=photo_1_author]').fill('Fremd')
  await page.locator('[name=photo_1_license]').selectOption('cc0')
  return () => add.click()
}
