import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStorageFolder, removeDrafts } from '#supabase/embedded/lite/storage-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keimzelle-storage-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const list = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ name }) => name)
    .sort()

test('what a killed process left half written goes, what is whole stays', async () => {
  const photo = '3f1c9a52-9d0e-4a1b-8c77-0b6f2f1f7a10'
  const whole = new Blob(['whole']) as never
  await createStorageFolder(folder).uploadObject(
    'photos',
    `${photo}/320.webp`,
    undefined,
    whole,
    'image/webp',
    '',
  )
  for (const draft of [`320.webp.${crypto.randomUUID()}`, `960.webp.${crypto.randomUUID()}`])
    writeFileSync(join(folder, 'photos', photo, draft), 'half')
  // Names that only look like it: a photo's own folder, and a file whose name is a plain id.
  mkdirSync(join(folder, `photos.${crypto.randomUUID()}`))
  writeFileSync(join(folder, photo), 'whole')
  await removeDrafts(folder)
  expect(list()).toEqual(['320.webp', photo].sort())
})

test('a folder that is not there yet holds no drafts', async () => {
  await removeDrafts(join(folder, 'none'))
  expect(list()).toEqual([])
})
