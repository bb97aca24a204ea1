import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const ROOT = join(import.meta.dirname, '../..')

test('no key of the backend is in a file or an answer that a browser gets', async ({ request }) => {
  const folder = process.env.E2E_DATA_DIR ?? ''
  const secrets = Object.values(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as object)
  const { url } = JSON.parse(readFileSync(join(folder, 'backend.json'), 'utf8')) as { url: string }
  const canaries = [...secrets.map(String), url, new URL(url).host]
  expect(canaries.length).toBe(5)
  const files = readdirSync(join(ROOT, '.next/static'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
  expect(files.length).toBeGreaterThan(5)
  const paths = [
    '/de',
    '/en',
    '/de/entries/none',
    '/api/v1',
    '/data/current',
    '/readyz',
    '/api/v1/entries.csv',
  ]
  const texts = [
    ...files.map((file) => [file, readFileSync(file, 'latin1')] as const),
    ...(await Promise.all(
      paths.map(async (path) => [path, await (await request.get(path)).text()] as const),
    )),
  ]
  const leaks = texts.filter(([, text]) => canaries.some((canary) => text.includes(canary)))
  expect(leaks.map(([name]) => name)).toEqual([])
})
