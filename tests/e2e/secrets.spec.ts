/** No key of the backend and no source of ours in anything that a browser gets: every built file, and every address that the app has. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { listPublicAddresses } from '#tests/support/public-addresses.ts'
import { addProposal, Staff } from '#tests/support/staff.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['.next/static', 'public']

type Text = readonly [name: string, text: string]

function readCanaries(): string[] {
  const folder = process.env.E2E_DATA_DIR ?? ''
  const secrets = Object.values(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as object)
  const { url } = JSON.parse(readFileSync(join(folder, 'backend.json'), 'utf8')) as { url: string }
  const canaries = [...secrets.map(String), url, new URL(url).host, folder, ROOT]
  expect(canaries.length).toBe(7)
  return canaries
}

function readFiles(): Text[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .map((file) => [file.slice(ROOT.length + 1), readFileSync(file, 'latin1')] as const),
  )
}

const findLeaks = (texts: readonly Text[], canaries: readonly string[]) =>
  texts.filter(([, text]) => canaries.some((canary) => text.includes(canary))).map(([name]) => name)

test('no key is in a file that a browser may load, and no source map holds our sources', () => {
  const files = readFiles()
  expect(files.length).toBeGreaterThan(50)
  expect(findLeaks(files, readCanaries())).toEqual([])
  const maps = files.filter(([name]) => name.endsWith('.map'))
  for (const [name, text] of maps) expect(JSON.parse(text), name).toMatchObject({ sources: [], sections: [] })
  const inline = /sourceMappingURL=data:|"sourcesContent"/
  expect(files.filter(([, text]) => inline.test(text)).map(([name]) => name)).toEqual([])
})

/** Head and body of each address, as the page's person sees it. */
async function askAll(page: Page, reference: string): Promise<Text[]> {
  const { version } = (await (await page.request.get('/data/current')).json()) as { version: string }
  const known = { slugs: ['demo-1'], references: [reference], photos: [], version, count: 1 }
  const paths = listPublicAddresses(known)
  const texts: Text[] = []
  const askNext = async (): Promise<void> => {
    const path = paths.pop()
    if (path === undefined) return
    const answer = await page.request.get(path, { maxRedirects: 0 })
    texts.push([
      path,
      `${JSON.stringify(answer.headersArray())}\n${(await answer.body()).toString('latin1')}`,
    ])
    return askNext()
  }
  await Promise.all([askNext(), askNext(), askNext(), askNext()])
  return texts
}

test('no key is in an answer, whoever asks', async ({ page }) => {
  const canaries = readCanaries()
  const reference = await addProposal()
  const staff = new Staff(page)
  for (const role of [null, 'admin'] as const) {
    if (role) await staff.become(role)
    const texts = await askAll(page, reference)
    expect(texts.length).toBeGreaterThan(100)
    expect(findLeaks(texts, canaries)).toEqual([])
  }
})
