import { expect, test } from '@playwright/test'
import { ExplorerDriver } from '#tests/support/explorer.ts'

const PAGES = ['/de', '/en?d=design', '/de/entries/there-is-none', '/de/there/is/none']
const DATA = [
  '/data/current',
  '/data/f0-1',
  '/api/v1',
  '/api/v1/entries.csv?limit=1',
  '/api/v1/entries.csv?limit=x',
  '/healthz',
]

test('every answer, errors and downloads too, tells the browser how little it may do', async ({
  request,
}) => {
  for (const path of [...PAGES, ...DATA, '/_next/static/none.js']) {
    const headers = (await request.get(path)).headers()
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBe('same-origin')
    expect(headers['permissions-policy'], path).toContain('geolocation=(self)')
  }
  for (const path of DATA)
    expect((await request.get(path)).headers()['content-security-policy'], path).toContain(
      "default-src 'none'",
    )
})

test('a page runs only scripts that carry the nonce of its own answer', async ({ request }) => {
  const nonces = new Set<string>()
  for (const path of PAGES) {
    const answer = await request.get(path)
    const policy = answer.headers()['content-security-policy'] ?? ''
    const nonce = policy.match(/'nonce-([^']+)'/)?.[1] ?? ''
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe-inline/)
    expect(policy, path).toContain("frame-ancestors 'none'")
    const scripts = (await answer.text()).match(/<script(?![^>]*application\/ld\+json)[^>]*>/g) ?? []
    expect(scripts.length, path).toBeGreaterThan(1)
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(PAGES.length)
})

test('the explore page works within its policy', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text())
  })
  await new ExplorerDriver(page).open('/de')
  expect(refused).toEqual([])
})
