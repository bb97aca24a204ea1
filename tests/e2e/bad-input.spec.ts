/** 500 invented requests that no well-meaning program sends, the same each time: nothing falls over, and refusals speak. */
import { Agent, get } from 'node:http'
import { expect, test } from '@playwright/test'
import fc from 'fast-check'

const REQUESTS = 500
const AT_ONCE = 8
const LIMIT_MILLISECONDS = 10_000

const PATHS = [
  '/',
  '/de',
  '/en/entries/demo-1',
  '/api/v1',
  '/api/v1/entries.geojson',
  '/api/v1/entries.csv',
  '/api/v1/areas.geojson',
  '/api/v1/density.geojson',
  '/api/v1/districts.csv',
  '/data/current',
  '/data/districts',
  '/data/chance',
  '/data/planning',
  '/data/f1-1',
  '/data/f1-1/texts',
  '/data/f1-1/entries/0',
  '/basemap/style/de/light',
  '/basemap/tiles/a/14/8510/5480',
  '/basemap/remote/tiles/0/14/8510/5480',
  '/basemap/remote/sprite/0.json',
]
const PARAMETERS = [
  'kind',
  'discipline',
  'district',
  'bbox',
  'q',
  'limit',
  'offset',
  'd',
  'k',
  's',
  'r',
  'v',
  'c',
  'e',
  'eps',
  'min_points',
  'bandwidth',
  'cell',
]
const NASTY = [
  '%00',
  '%E0%A4%A',
  '%',
  '%25%32%65',
  '%2e%2e%2f',
  '..%5c',
  '%ED%A0%80',
  '%F0%9F%8E%A8',
  '__proto__',
  'constructor',
  'NaN',
  '-1',
  '1e309',
  '99999999999999999999',
  "'%20or%201=1--",
  '%3Cscript%3E',
  '[]',
  '$%7B7*7%7D',
  'x'.repeat(2000),
  ',,,,',
  '6.9,51,7.1,51.1',
]

/** Printable ASCII that a client may put on the line. */
const raw = fc.stringMatching(/^[!-~]{0,20}$/).map((text) => text.replaceAll('#', ''))
const piece = fc.oneof(fc.constantFrom(...NASTY), raw)
const path = fc
  .tuple(fc.constantFrom(...PATHS), fc.nat(), fc.option(piece), fc.boolean())
  .map(([known, at, bad, isAppended]) => {
    if (bad === null) return known
    const parts = known.split('/')
    if (isAppended) parts.push(bad)
    else parts[1 + (at % (parts.length - 1))] = bad
    return parts.join('/')
  })
const query = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PARAMETERS) }, { weight: 1, arbitrary: piece }),
      piece,
    ),
    {
      maxLength: 4,
    },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))
const requests = fc
  .tuple(path, query)
  .map(([where, what]) => (what ? `${where.split('?')[0]}?${what}` : where))

type Answer = { address: string; status: number; type: string }

test(`${REQUESTS} bad requests get no failure, and each refusal of the interface is a problem`, async ({
  baseURL,
}) => {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const waiting = fc.sample(requests, { seed: 2014, numRuns: REQUESTS })
  const answers: Answer[] = []
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      answers.push(await ask(agent, baseURL, next))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  agent.destroy()
  expect(answers).toHaveLength(REQUESTS)
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  const refused = answers.filter(({ address, status }) => address.startsWith('/api/') && status >= 400)
  expect(refused.length).toBeGreaterThan(50)
  expect(refused.filter(({ type }) => type !== 'application/problem+json')).toEqual([])
  expect(answers.some(({ status }) => status === 200)).toBe(true)
})

/** The address as it stands: `fetch` and Playwright would put it right first. */
function ask(agent: Agent, baseURL: string | undefined, address: string): Promise<Answer> {
  const { hostname, port } = new URL(baseURL ?? '')
  return new Promise((done, fail) => {
    get({ hostname, port, path: address, agent, timeout: LIMIT_MILLISECONDS }, (response) => {
      response.resume()
      response.on('end', () =>
        done({ address, status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '' }),
      )
    })
      .on('timeout', () => fail(new Error(`No answer within ${LIMIT_MILLISECONDS} ms: ${address}`)))
      .on('error', (fault) => fail(new Error(`${fault.message}: ${address}`)))
  })
}

test('bodies of ten megabytes are refused at once, photos too large with their cure', async ({ request }) => {
  const data = Buffer.alloc(10_000_000)
  for (const path of ['/de', '/de/accessibility', '/de/sign-in', '/api/v1/proposals', '/api/v1/photos']) {
    const started = performance.now()
    const answer = await request.post(path, { data })
    expect(answer.status(), path).toBe(413)
    expect(performance.now() - started, path).toBeLessThan(1000)
  }
})
