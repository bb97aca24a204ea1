/** What is beyond the published limits: numbers, boxes and bodies that would be dear to answer, at every address that takes them. */
import { expect, test } from '@playwright/test'
import { listPublicAddresses } from '#tests/support/public-addresses.ts'

/** Beyond reason, for each number that the interface takes. */
const NO_NUMBERS = ['NaN', 'Infinity', '1e309', '-1', '0x10', '1.5.5', '9'.repeat(40), '', ' ', '٣']
const NO_BOXES = [
  '7,52,6,51',
  '6,52,7,51',
  '7,51,6,52',
  'NaN,51,7,52',
  '6,51,Infinity,52',
  '-1e309,51,7,52',
  '6,51,7',
  '6,51,7,52,8',
  ',,,',
  Array(3000).fill(7).join(','),
]
const NUMBERS: Record<string, readonly string[]> = {
  '/api/v1/entries.geojson': ['limit', 'offset', 'min_area', 'max_area'],
  '/api/v1/entries.csv': ['limit', 'offset', 'min_area', 'max_area'],
  '/api/v1/export.geojson': ['limit', 'offset', 'min_area', 'max_area'],
  '/api/v1/areas.geojson': ['eps', 'min_points'],
  '/api/v1/density.geojson': ['bandwidth', 'cell'],
}

test('what is no number, no box or beyond its limit is named, with the cure', async ({ request }) => {
  const refuse = async (path: string, name: string, text: string) => {
    const answer = await request.get(`${path}?${name}=${encodeURIComponent(text)}`)
    const what = `${path} ${name}=${text.slice(0, 30)}`
    expect([answer.status(), answer.headers()['content-type']], what).toEqual([
      400,
      'application/problem+json',
    ])
    const { errors } = await answer.json()
    expect(errors, what).toMatchObject([{ parameter: name, detail: expect.any(String) }])
  }
  for (const [path, names] of Object.entries(NUMBERS))
    for (const name of names) for (const text of NO_NUMBERS) await refuse(path, name, text)
  for (const path of Object.keys(NUMBERS).filter((it) => /entries|export/.test(it)))
    for (const text of NO_BOXES) await refuse(path, 'bbox', text)
})

/** Forms of these pages may carry a photo. */
const OF_PHOTOS = /^\/(de|en)\/(propose|moderation)/
const KNOWN = { slugs: ['none'], references: ['KZ-0000-0000'], photos: [], version: 'f1-1', count: 0 }

test('no address takes ten megabytes: too large, from a stranger, or nothing is taken there', async ({
  request,
}) => {
  const data = Buffer.alloc(10_000_000)
  const taken: string[] = []
  const paths = listPublicAddresses(KNOWN).filter((path) => !path.includes('?') && !OF_PHOTOS.test(path))
  for (const path of paths) {
    const answer = await request.post(path, { data, maxRedirects: 0 })
    if (![403, 404, 405, 413].includes(answer.status())) taken.push(`${path}: ${answer.status()}`)
    const isProblem = answer.headers()['content-type'] === 'application/problem+json'
    if (path.startsWith('/api/') && answer.status() !== 405 && !isProblem) taken.push(`${path}: no problem`)
  }
  expect(paths.length).toBeGreaterThan(50)
  expect(taken).toEqual([])
})
