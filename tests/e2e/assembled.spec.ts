/** The assembled folder runs where nothing else is, in two processes; one that dies comes back, and all end together. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import {
  type AssembledApp,
  type AssembledPlace,
  isRunning,
  openAssembledPlace,
} from '#tests/support/assembled-app.ts'
import { openImportJourney } from '#tests/support/import-journey.ts'

/** More than there are processes, which take connections in turn. */
const CONNECTIONS = 8
const ADDRESSES: Record<string, string> = {
  '/de': 'text/html',
  '/en/entries/demo-1': 'text/html',
  '/de/picture': 'image/png',
  '/data/current': 'application/json',
  '/data/districts': 'application/json',
  '/api/v1/entries.csv': 'text/csv',
  '/basemap/style/de/light': 'application/json',
  '/maplibre/maplibre-gl-worker.mjs': 'javascript',
  '/icon.svg': 'image/svg+xml',
}
const PLACES = `id,name,disciplines,lng,lat
1,Werkstatt Eins,design,7.0061,51.0661
2,Werkstatt Zwei,art,7.0071,51.0671
`

const MORE_PLACES = `id,name,disciplines,lng,lat
3,Werkstatt Drei,design,7.0081,51.0681
4,,art,7.0091,51.0691
`

test.skip(process.platform !== 'linux', 'processes are listed from /proc')
test.describe.configure({ mode: 'serial' })

let place: AssembledPlace
let app: AssembledApp

test.beforeAll(async () => {
  place = openAssembledPlace()
  app = await place.start({ APP_PROCESSES: '2' })
  await awaitReady(app)
})
test.afterAll(() => place.leave())

test('it serves pages, pictures, data and files', async () => {
  expect(app.listAppProcesses()).toHaveLength(2)
  for (const [path, type] of Object.entries(ADDRESSES)) {
    const answer = await fetch(`${app.url}${path}`)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
      path,
      200,
      expect.stringContaining(type),
    ])
    await answer.arrayBuffer()
  }
  const page = await (await fetch(`${app.url}/de`)).text()
  for (const [, asset] of page.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g))
    expect((await fetch(`${app.url}${asset}`)).status, asset).toBe(200)
})

test('it keeps proxy.ts, the headers of next.config.js and the steps before Next', async () => {
  const moved = await fetch(`${app.url}/`, { redirect: 'manual', headers: { 'Accept-Language': 'de' } })
  expect([moved.status, moved.headers.get('location')]).toEqual([307, '/de'])
  const page = await fetch(`${app.url}/de`)
  expect(page.headers.get('content-security-policy')).toContain("'nonce-")
  expect(page.headers.get('permissions-policy')).toContain('geolocation=(self)')
  expect((await fetch(`${app.url}/data/current`)).headers.get('content-security-policy')).toContain(
    "default-src 'none'",
  )
  expect((await fetch(`${app.url}/%E0%A4%A`)).status).toBe(400)
  expect((await fetch(`${app.url}/de/entries/there-is-none`)).status).toBe(404)
})

test('an import by the command reaches every process', async () => {
  const file = join(place.folder, '../places.csv')
  writeFileSync(file, PLACES)
  const line = place.run('bin/import.ts', file, '--profile', 'csv', '--source', 'test', '--publish', '--json')
  expect(JSON.parse(line)).toMatchObject({ read: 2, added: 2 })
  await expect(async () => {
    for (let connection = 0; connection < CONNECTIONS; connection += 1) {
      const answer = await fetch(`${app.url}/data/current`, { headers: { Connection: 'close' } })
      expect(await answer.json()).toMatchObject({ demonstration: false, count: 2 })
    }
  }).toPass()
})

test("a moderator's import passes from process to process: the form, the report, the import itself", async () => {
  const journey = await openImportJourney(app.url, join(place.folder, '../data'))
  const page = await journey.send('journey', MORE_PLACES)
  const job = page.split('job=')[1]
  // Were it known to one process alone, every second answer would lack it.
  for (let connection = 0; connection < CONNECTIONS; connection += 1) {
    const report = await journey.read(`/data/import/${job}`)
    expect(report.status).toBe(200)
    expect(report.body).toContain('Werkstatt Drei')
    expect((await journey.read(page)).body).toContain('Prüfung von a.csv')
  }
  const done = await journey.bringIn(page)
  for (let connection = 0; connection < CONNECTIONS; connection += 1)
    expect((await journey.read(done)).body).toContain('Import von a.csv')
  const again = await journey.send('journey', MORE_PLACES)
  expect((await journey.read(again)).body).toContain('Es gibt nichts zu importieren')
  expect((await journey.read(page)).body).toContain('Diese Datei liegt hier nicht mehr')
})

test('a process that is killed comes back, and visitors are served meanwhile', async () => {
  const [killed = 0, other] = app.listAppProcesses()
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => isRunning(killed)).toBe(false)
  for (let connection = 0; connection < CONNECTIONS; connection += 1)
    expect((await fetch(`${app.url}/healthz`, { headers: { Connection: 'close' } })).status).toBe(200)
  await expect.poll(() => app.listAppProcesses()).toHaveLength(2)
  expect(app.listAppProcesses()).toContain(other)
  expect(app.listAppProcesses()).not.toContain(killed)
  await awaitReady(app)
})

test('asked to stop, it ends with all its processes', async () => {
  const processes = [...app.listAppProcesses(), app.backendProcess()]
  app.command.kill('SIGTERM')
  expect(await app.ended).toBe(0)
  expect(processes.filter(isRunning)).toEqual([])
  const output = await app.output
  expect(output.match(/Keimzelle is ready/g)).toHaveLength(1)
  expect(output.match(/App process \d ended \(SIGKILL\); starting it again/g)).toHaveLength(1)
  await expect(fetch(app.url)).rejects.toThrow()
})

test('killed itself, it leaves no process behind', async () => {
  const again = await place.start()
  await awaitReady(again)
  const processes = [...again.listAppProcesses(), again.backendProcess()]
  expect(processes).toHaveLength(2)
  again.command.kill('SIGKILL')
  await expect.poll(() => processes.filter(isRunning)).toEqual([])
})

test.describe('a start that cannot succeed ends with a reason', () => {
  test('without a build', async () => {
    rmSync(join(place.folder, '.next/BUILD_ID'))
    const broken = await place.start({ APP_PROCESSES: '2' })
    expect(await broken.ended).toBe(1)
    expect(await broken.output).toContain('The app did not start (status 1).')
  })

  test('with a number of processes that is none', async () => {
    for (const APP_PROCESSES of ['0', '-1', '1.5', 'two', '65']) {
      const refused = await place.start({ APP_PROCESSES })
      expect(await refused.ended).toBe(1)
      expect(await refused.output).toContain(`APP_PROCESSES=${APP_PROCESSES} is no number of processes`)
    }
  })
})

async function awaitReady({ url }: AssembledApp): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(`${url}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200)
}
