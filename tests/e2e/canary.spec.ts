/** Nobody sees who proposed, asked or offers, nor where a hidden place truly is: asked of every address that the app has. */
import { type APIRequestContext, expect, test } from '@playwright/test'
import {
  ANSWERED,
  CANARIES,
  type Canaries,
  HIDDEN,
  seedCanaries,
  TRUE_PLACE,
} from '#tests/support/canaries.ts'
import { isDeep } from '#tests/support/depth.ts'
import { type LoadedApp, startLoadedApp } from '#tests/support/load-register.ts'
import { listPublicAddresses } from '#tests/support/public-addresses.ts'
import { createSeededPoints } from '#tests/support/seeded-points.ts'

const POINTS = 60
/** Open, moved, of a district and placeless ones, and the accepted proposal. */
const ENTRIES = POINTS + 5
const TABLES = ['businesses', 'spaces'] as const

/** Where a published place shows. */
const SEEN = ['/en/entries/moved-atelier', '/api/v1/entries.geojson', '/api/v1/density.geojson']
/** Before and after; in a short run pages in one language. */
const isAskedTwice = (path: string) => isDeep || !path.startsWith('/en') || SEEN.includes(path)

type Pointer = { version: string; count: number }

let app: LoadedApp
let canaries: Canaries
test.beforeAll(async () => {
  app = await startLoadedApp(createSeededPoints(POINTS))
  canaries = await seedCanaries(app)
})
test.afterAll(() => app.stop())

const ask = (request: APIRequestContext, path: string) =>
  request.get(app.url + path, { maxRedirects: 0, timeout: 60_000 })
const readPointer = async (request: APIRequestContext) =>
  (await ask(request, '/data/current')).json() as Promise<Pointer>

/** What each address answers, head and body, without the version. */
async function askAll(
  request: APIRequestContext,
  isWanted: (path: string) => boolean = () => true,
): Promise<Map<string, string>> {
  const { version, count } = await readPointer(request)
  const paths = listPublicAddresses({ ...canaries, version, count }).filter(isWanted)
  const answers = new Map<string, string>()
  const askNext = async (): Promise<void> => {
    const path = paths.pop()
    if (path === undefined) return
    const answer = await ask(request, path)
    const { date: _, link: __, 'content-security-policy': ___, ...headers } = answer.headers()
    const head = Object.entries(headers).sort().join('\n')
    const text = `${answer.status()}\n${head}\n${(await answer.body()).toString('latin1')}`
    answers.set(path.replaceAll(version, 'VERSION'), text.replaceAll(version, 'VERSION'))
    return askNext()
  }
  await Promise.all([askNext(), askNext(), askNext(), askNext()])
  return answers
}

/** The words of a page, without the names that are drawn anew for each: a page's parts come in any order. Other answers as they are. */
function toComparable(answer: string): string {
  if (!answer.includes('\ncontent-type,text/html')) return answer
  const pushed = [...answer.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
  const payload = pushed.map(([, text]) => JSON.parse(text ?? '""') as string).join('')
  const text = `${answer.replaceAll(/<script(?![^>]*ld\+json)[^>]*>.*?<\/script>/gs, ' ')} ${payload}`
  const drawn =
    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32}\b|\$[a-zA-Z]?[0-9a-f]+|<\/?template[^>]*>/g
  const words = text.replaceAll(drawn, ' ').match(/[\p{L}\d][\p{L}\d.%+-]{3,}/gu)
  return [...new Set(words)].sort().join('\n')
}

const findCanaries = (text: string) => CANARIES.filter((canary) => text.toLowerCase().includes(canary))
const listLeaks = (answers: Map<string, string>) =>
  [...answers].flatMap(([path, text]) => findCanaries(text).map((canary) => `${path}: ${canary}`))

test('no name, mail address, phone number or hidden address leaves by any address', async ({ request }) => {
  await expect.poll(async () => (await readPointer(request)).count).toBe(ENTRIES)
  const answers = await askAll(request)
  const statuses = [...answers].map(([path, text]) => [path, Number(text.slice(0, 3))] as const)
  expect(statuses.filter(([, status]) => status >= 500)).toEqual([])
  expect(statuses.filter(([, status]) => status === 200).length).toBeGreaterThan(150)
  expect(listLeaks(answers)).toEqual([])
})

test('the link of a proposal shows its answer and nothing of who sent it', async ({ request }) => {
  for (const locale of ['de', 'en']) {
    const page = await ask(request, `/${locale}${canaries.statusPath}`)
    expect(page.status()).toBe(200)
    expect(findCanaries(await page.text())).toEqual([ANSWERED])
  }
})

test('what is refused is not written into the log either', async ({ request }) => {
  const wrong = {
    type: 'new',
    kind: 'space',
    name: 'Kanaria Laden',
    contact_name: 'Kanaria',
    contact_email: 'canary@',
  }
  const bodies = [wrong, { ...wrong, contact_email: 'kanaria@canary.example.org' }, 'Kanaria {']
  for (const data of bodies) {
    const answer = await request.post(`${app.url}/api/v1/proposals`, { data })
    expect(answer.status()).toBeGreaterThanOrEqual(400)
  }
  for (const path of ['/de/sign-in/confirm?token=kanaria', '/de?q=kanaria', '/data/places?q=kanaria'])
    await ask(request, path)
  // Where there is no mail server, the operator reads the codes in the terminal.
  expect(findCanaries(app.readLog().replaceAll(/^Sign-in code for .*$/gm, ''))).toEqual([])
})

test('where a hidden place truly is changes nothing of what anybody is told', async ({ request }) => {
  const read = async (table: (typeof TABLES)[number]) => {
    const columns = 'slug, public_location, public_address, public_district_id'
    const { data } = await canaries.admin
      .from(table)
      .select(columns)
      .in('slug', HIDDEN[table])
      .order('slug')
      .throwOnError()
    return data
  }
  const shown = { businesses: await read('businesses'), spaces: await read('spaces') }
  for (const table of TABLES)
    expect(shown[table].map(({ public_location: at }) => at !== null)).toEqual([false, true, false])
  const before = await askAll(request, isAskedTwice)
  const { version } = await readPointer(request)
  const location = `SRID=4326;POINT(${TRUE_PLACE.lng + 0.0031} ${TRUE_PLACE.lat + 0.0017})`
  for (const table of TABLES) {
    for (const { slug, ...published } of shown[table]) {
      // Moved by 300 m; what is published is then put back to what it was.
      const moved = { location, address: 'Andere Gasse 5' }
      await canaries.admin.from(table).update(moved).eq('slug', slug).throwOnError()
      await canaries.admin.from(table).update(published).eq('slug', slug).throwOnError()
    }
    expect(await read(table)).toEqual(shown[table])
  }
  await expect.poll(async () => (await readPointer(request)).version).not.toBe(version)
  const after = await askAll(request, isAskedTwice)
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
  expect(listChanged(before, after)).toEqual(['/api/v1/challenge'])

  // And what is published does show, so that the comparison is known to see.
  const elsewhere = { public_location: 'SRID=4326;POINT(7.02 51.04)' }
  const { version: next } = await readPointer(request)
  await canaries.admin.from('businesses').update(elsewhere).eq('slug', 'moved-atelier').throwOnError()
  await expect.poll(async () => (await readPointer(request)).version).not.toBe(next)
  const shownElsewhere = await askAll(request, (path) => SEEN.includes(path))
  expect(listChanged(before, shownElsewhere).sort()).toEqual(SEEN.toSorted())
})

const listChanged = (before: Map<string, string>, after: Map<string, string>) =>
  [...after]
    .filter(([path, text]) => toComparable(text) !== toComparable(before.get(path) ?? ''))
    .map(([path]) => path)
