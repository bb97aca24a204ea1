import { readFile } from 'node:fs/promises'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { leaveMapOut, test } from '#tests/support/page-test.ts'
import { addProposal, addSourceRow, Staff } from '#tests/support/staff.ts'

test.use({ map: 'off' })

const toFile = (text: string, name = 'betriebe.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})
const GOOD = `id,kind,name,disciplines,lng,lat
1,business,Atelier Probe Nord,design,7.0061,51.0661
2,business,Atelier Probe Süd,music,7.0062,51.0662
3,business,Ohne Ort,kunst,7.0063,51.0663
4,business,,design,7.0064,51.0664
`

/** Chooses and sends as the page of that language names things. */
async function check(page: Page, file: ReturnType<typeof toFile>, source: string, button = 'Datei prüfen') {
  await page.locator('#import-file').setInputFiles(file)
  await page.locator('#import-source').fill(source)
  await page.getByRole('button', { name: button }).click()
}

const count = (page: Page, name: string) => page.locator(`[data-count=${name}] dd`)

async function readRuns(request: APIRequestContext): Promise<string> {
  return (await request.get('/de/moderation/import')).text()
}

test('staff tries a file out, reads what is wrong with it, and brings it in', async ({ page }) => {
  await addSourceRow('probe-a')
  const staff = new Staff(page)
  await staff.become('moderator')
  await page.goto('/de/moderation/import')
  await expect(staff.title).toHaveText('Import')
  expect(await findBarriers(page)).toEqual([])

  await check(page, toFile(GOOD), 'probe-a')
  await expect(page.getByRole('heading', { name: 'Prüfung von betriebe.csv' })).toBeVisible()
  await expect(staff.notice).toContainText('Noch ist nichts geschrieben.')
  await expect(count(page, 'read')).toHaveText('4')
  await expect(count(page, 'added')).toHaveText('2')
  await expect(count(page, 'rejected')).toHaveText('2')
  const table = page.getByRole('table', { name: '2 abgewiesene Zeilen' })
  await expect(table.getByRole('row').nth(1)).toContainText('Zeile 4')
  await expect(table.getByRole('row').nth(1)).toContainText('Unbekannter Wert „kunst“')
  await expect(table.getByRole('row').nth(2)).toContainText('name')
  await expect(table.getByRole('row').nth(2)).toContainText('Tragen Sie den Namen ein')
  await expect(page.locator('main [lang]')).toHaveCount(0)
  expect(await findBarriers(page)).toEqual([])
  expect(await readRuns(page.request)).not.toContain('probe-a</code>')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Bericht herunterladen (CSV)' }).click()
  const report = await readFile(await (await download).path(), 'utf8')
  expect(report.startsWith('\uFEFFZeile,Ergebnis,Name,Feld,Anmerkung,Abhilfe\r\n')).toBe(true)
  expect(report).toContain(
    'Zeile 5,abgewiesen,,name,Einem Betrieb fehlt der Name,Tragen Sie den Namen ein\r\n',
  )
  expect(report.trim().split('\r\n')).toHaveLength(5)

  await page.getByRole('button', { name: 'Jetzt importieren' }).click()
  await expect(page.getByRole('heading', { name: 'Import von betriebe.csv' })).toBeVisible()
  await expect(count(page, 'added')).toHaveText('2')
  await expect(page.getByRole('row', { name: /probe-a/ })).toContainText('neu 2, abgewiesen 2')
  await expect(page.getByRole('button', { name: 'Jetzt importieren' })).toHaveCount(0)
  expect(await findBarriers(page)).toEqual([])

  await check(page, toFile(GOOD), 'probe-a')
  await expect(count(page, 'unchanged')).toHaveText('2')
  await expect(page.getByText('Es gibt nichts zu importieren')).toBeVisible()

  await page.goto('/de/moderation?show=candidates')
  for (const name of ['Atelier Probe Nord', 'Atelier Probe Süd'])
    await page.locator('[data-queue-row]', { hasText: name }).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Angekreuzte verwerfen' }).click()
  await expect(staff.notice).toHaveText('2 Entscheidungen gespeichert.')

  await staff.become('admin')
  await page.goto('/de/admin/audit')
  const record = page.getByRole('row', { name: /Datei importiert/ }).first()
  await expect(record).toContainText('demo-moderator@keimzelle.invalid')
  await expect(record).toContainText('probe-a')
})

test('by keyboard, in English: what cannot be taken is said beside its field', async ({ page }) => {
  const staff = new Staff(page)
  await staff.become('moderator')
  await page.goto('/en/moderation/import')
  const button = page.getByRole('button', { name: 'Check the file' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Please choose a file.')).toBeVisible()
  await expect(page.getByLabel('File', { exact: true })).toBeFocused()
  expect(await findBarriers(page)).toEqual([])

  await page.getByLabel('File', { exact: true }).setInputFiles(toFile('{"a": 1}', 'rows.geojson'))
  await page.getByLabel('Profile', { exact: true }).focus()
  await page.keyboard.type('Profile')
  await page.getByLabel('Profile as a JSON file').setInputFiles(toFile('{"colums": {}}', 'own.json'))
  await page.locator('#import-source').focus()
  await page.keyboard.type('Not A Key')
  await page.keyboard.press('Enter')
  await expect(page.getByText('colums: unknown key, did you mean "columns"?')).toBeVisible()
  await expect(page.getByText('lower-case letters, digits, hyphen and underscore only')).toBeVisible()
  await expect(page.locator('#import-source')).toHaveValue('Not A Key')
  await expect(page.getByLabel('Profile as a JSON file')).toBeFocused()
  expect(await findBarriers(page)).toEqual([])

  await page.getByLabel('Profile', { exact: true }).selectOption('osm')
  await check(page, toFile('{"a": 1}', 'rows.geojson'), 'osm-probe', 'Check the file')
  await expect(page.getByText('rows.geojson holds neither "features"')).toBeVisible()
  expect(await page.content()).not.toContain('keimzelle-imports-')
})

test('each reader is told in their language what cannot be read', async ({ page }) => {
  const staff = new Staff(page)
  await staff.become('moderator')
  await page.goto('/de/moderation/import')
  await page.getByLabel('Profil', { exact: true }).selectOption('own')
  await page.getByLabel('Profil als JSON-Datei').setInputFiles(toFile('{"colums": {}}', 'own.json'))
  await check(page, toFile(GOOD), 'probe-d')
  await expect(page.getByText('colums: Unbekannter Schlüssel; meinten Sie „columns“?')).toBeVisible()

  await page.getByLabel('Profil', { exact: true }).selectOption('csv')
  await check(page, toFile('name,name\nA,B\n'), 'probe-d')
  await expect(page.getByText('betriebe.csv, Zeile 1: Die Spalte „name“ steht dort zweimal.')).toBeVisible()
  await expect(page.locator('main [lang]')).toHaveCount(0)
  await page.goto(page.url().replace('/de/', '/en/'))
  await expect(page.getByText('betriebe.csv, line 1: the column "name" stands there twice.')).toBeVisible()

  await page.goto('/de/moderation/import')
  await check(page, toFile(GOOD.replace('disciplines', 'discipline')), 'probe-d')
  await expect(
    page.getByText('Die Spalte „discipline“ wird nicht gelesen: Meinten Sie „disciplines“?'),
  ).toBeVisible()
  await expect(count(page, 'rejected')).toHaveText('4')
  expect(await findBarriers(page)).toEqual([])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the same form tries a file out', async ({ page }) => {
    const staff = new Staff(page)
    await staff.become('moderator')
    await page.goto('/de/moderation/import')
    await page.getByRole('button', { name: 'Datei prüfen' }).click()
    await expect(page.getByText('Bitte wählen Sie eine Datei aus.')).toBeVisible()
    await check(page, toFile(GOOD.replaceAll('Probe', 'Plain')), 'probe-b')
    await expect(count(page, 'added')).toHaveText('2')
    await expect(page.getByRole('button', { name: 'Jetzt importieren' })).toBeVisible()
  })
})

test('only staff, from pages of our own, and only what one has sent oneself', async ({
  page,
  browser,
  baseURL,
}) => {
  const send = (context: Page, headers: Record<string, string> = {}) =>
    context.request.post('/data/import', {
      headers,
      maxRedirects: 0,
      multipart: { locale: 'de', profile: 'csv', source: 'probe-c', file: toFile(GOOD) },
    })
  const staff = new Staff(page)
  await staff.become('member')
  const origin = String(baseURL)
  expect((await send(page, { origin })).status()).toBe(403)
  await staff.become('moderator')
  for (const headers of [{}, { origin: 'null' }, { origin: 'https://evil.example' }])
    expect((await send(page, headers as Record<string, string>)).status()).toBe(403)
  const answer = await send(page, { origin })
  expect(answer.status()).toBe(303)
  const job = answer.headers().location?.split('job=')[1]
  expect((await page.request.get(`/data/import/${job}`)).status()).toBe(200)
  const context = await leaveMapOut(await browser.newContext({ locale: 'de-DE' }))
  const other = new Staff(await context.newPage())
  expect((await other.page.request.get(`/data/import/${job}`)).status()).toBe(404)
  await other.become('admin')
  expect((await other.page.request.get(`/data/import/${job}`)).status()).toBe(404)
  await other.page.goto(`/de/moderation/import?job=${job}`)
  await expect(other.notice).toContainText('Diese Datei liegt hier nicht mehr')
  await context.close()
})

test.describe(() => {
  test.use({ map: 'on' })
  test('the queue stands beside a map: a row marks its place, a place leads to its row', async ({ page }) => {
    const references = [
      await addProposal({ lng: 7.001, lat: 51.061, payload: { use: 'shop', lng: 7.001, lat: 51.061 } }),
      await addProposal({ lng: 7.019, lat: 51.069, payload: { use: 'shop', lng: 7.019, lat: 51.069 } }),
    ] as const
    const staff = new Staff(page)
    await staff.become('moderator')
    await staff.openQueue()
    const map = page.locator('section[data-map-state]')
    await expect(map).toHaveAccessibleName('Karte der Orte')
    await expect(map).toHaveAttribute('data-map-state', 'idle')
    expect(await findBarriers(page)).toEqual([])
    const pin = (reference: string) => map.getByRole('button', { name: reference })
    await staff.row(references[0]).getByRole('checkbox').check()
    await expect(pin(references[0])).toHaveAttribute('aria-pressed', 'true')
    await pin(references[1]).click()
    await expect(staff.row(references[1]).getByRole('link')).toBeFocused()
    await expect(staff.row(references[1])).toHaveAttribute('data-chosen')
    await expect(pin(references[1])).toHaveAttribute('aria-pressed', 'true')
    await expect(pin(references[0])).toHaveAttribute('aria-pressed', 'false')
    expect(await findBarriers(page)).toEqual([])

    // By keyboard: one stop for all pins, arrows between them, Enter to the row.
    await pin(references[0]).focus()
    await page.keyboard.press('ArrowRight')
    await expect(pin(references[1])).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await expect(staff.row(references[0]).getByRole('link')).toBeFocused()

    await staff.openProposal(references[0])
    await expect(map).toHaveAttribute('data-map-state', 'idle')
    await expect(map.getByRole('button', { name: 'Dieser Ort' })).toBeVisible()
    const nearby = page.locator('[data-nearby] li').first()
    await nearby.getByRole('link').focus()
    const name = (await nearby.getByRole('link').textContent()) ?? ''
    await expect(map.getByRole('button', { name: `1: ${name}` })).toHaveAttribute('aria-pressed', 'true')
    expect(await findBarriers(page)).toEqual([])
    for (const reference of references) {
      await staff.openProposal(reference)
      await staff.decide('Ablehnen')
    }
  })
})

test.describe('without WebGL and script', () => {
  test.use({ javaScriptEnabled: false })

  test('the queue is complete without the map', async ({ page }) => {
    const reference = await addProposal()
    const staff = new Staff(page)
    await staff.enterAs('moderator')
    await expect(page.getByRole('region', { name: 'Karte der Orte' })).toBeHidden()
    await expect(staff.row(reference)).toBeVisible()
    await staff.openProposal(reference)
    await expect(page.locator('[data-nearby] li').first()).toContainText(' m')
    await staff.decide('Ablehnen')
  })
})

test('an accepted proposal becomes an own entry, with the ways to change and to close it', async ({
  page,
  browser,
}) => {
  const email = 'ada.entries@example.org'
  const staff = new Staff(page)
  await staff.signIn(email)
  await expect(page.getByText('Unter diesem Konto steht noch kein Eintrag.')).toBeVisible()
  const reference = await addProposal({
    payload: { name: 'Adas Eckladen', use: 'shop', is_offerer: true, lng: 7.006, lat: 51.066 },
    contact_email: email,
  })
  const context = await leaveMapOut(await browser.newContext({ locale: 'de-DE' }))
  const moderator = new Staff(await context.newPage())
  await moderator.become('moderator')
  await moderator.openProposal(reference)
  await moderator.decide('Übernehmen')
  await expect(moderator.notice).toContainText('übernommen')
  await context.close()

  await page.goto('/de/account')
  const entry = page.locator('[data-own-entry]', { hasText: 'Adas Eckladen' })
  await expect(entry).toContainText('von Ihnen angeboten')
  await expect(entry).toContainText('auf der Karte')
  expect(await findBarriers(page)).toEqual([])
  const slug = await entry.getAttribute('data-own-entry')
  const data = await (await page.request.get('/de/account/data')).json()
  expect(data.entries).toMatchObject([{ slug, offered: true }])
  await page.goto('/en/account')
  await expect(entry).toContainText('offered by you')
  expect(await findBarriers(page)).toEqual([])
  await entry.getByRole('link', { name: 'No longer available' }).click()
  await expect(page).toHaveURL(`/en/propose?type=closing&target=${slug}`)
  await expect(page.getByText('Adas Eckladen').first()).toBeVisible()
})

test('a session that has run out is renewed where people are asked for, and nowhere else', async ({
  page,
}) => {
  const staff = new Staff(page)
  await staff.signIn('ada.renew@example.org')
  const read = async () => {
    const all = (await page.context().cookies()).filter(({ name }) => /auth-token(\.\d+)?$/.test(name))
    const text = all
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(({ value }) => decodeURIComponent(value))
      .join('')
    return { all, session: JSON.parse(Buffer.from(text.replace(/^base64-/, ''), 'base64url').toString()) }
  }
  const { all, session } = await read()
  expect(all).toHaveLength(1)
  const value = `base64-${Buffer.from(JSON.stringify({ ...session, expires_at: 1 })).toString('base64url')}`
  await page.context().addCookies([{ ...all[0], value } as (typeof all)[0]])

  const open = await page.request.get('/de', { maxRedirects: 0 })
  expect(open.headers()['set-cookie']).toBeUndefined()
  expect((await read()).session.expires_at).toBe(1)

  await page.goto('/de/account')
  await expect(staff.title).toHaveText('Mein Konto')
  const renewed = await read()
  expect(renewed.session.expires_at).toBeGreaterThan(Date.now() / 1000)
  expect(renewed.session.refresh_token).not.toBe(session.refresh_token)
  expect(renewed.all[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await page.goto('/de/account')
  await expect(staff.title).toHaveText('Mein Konto')
})
