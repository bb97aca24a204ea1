import { expect } from '@playwright/test'
import { askOfferers } from '#lib/server/jobs/ask-offerers.ts'
import { findBarriers } from '#tests/support/accessibility.ts'
import { waitForRest } from '#tests/support/at-rest.ts'
import { openAppDatabase, takeMails } from '#tests/support/outbox.ts'
import { leaveMapOut, test } from '#tests/support/page-test.ts'
import { makePhoto } from '#tests/support/photos.ts'
import { addProposal, postProposal, readMails, Staff, searchPublished } from '#tests/support/staff.ts'

test.use({ map: 'off' })

test('nobody gets in without signing in; a member is told calmly what is not theirs', async ({ page }) => {
  const staff = new Staff(page)
  for (const path of ['/de/account', '/de/moderation', '/de/moderation/entries', '/de/admin/audit']) {
    await page.goto(path)
    await expect(page).toHaveURL(`/de/sign-in?next=${encodeURIComponent(path)}`)
  }
  expect((await page.request.get('/de/account/data', { maxRedirects: 0 })).status()).toBe(303)
  await staff.enterByDoor('member')
  await expect(staff.title).toHaveText('Mein Konto')
  expect(await findBarriers(page)).toEqual([])
  for (const path of [
    '/de/moderation',
    '/de/moderation/KZ-0000-0000',
    '/de/moderation/entries',
    '/de/admin',
  ]) {
    await page.goto(path)
    await expect(staff.title).toHaveText('Diese Seite ist nicht für Ihr Konto')
  }
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await expect(page).toHaveURL('/de')
  await page.goto('/de/account')
  await expect(page).toHaveURL(/sign-in/)
})

test('signing in by the mailed code leads on; a wrong code is said beside its field', async ({ page }) => {
  const email = 'ada.code@example.org'
  await page.goto('/de/sign-in?next=%2Fde%2Faccount')
  expect(await findBarriers(page)).toEqual([])
  const address = page.getByLabel('E-Mail-Adresse')
  await address.fill('ada')
  await page.getByRole('button', { name: 'Code schicken' }).click()
  await expect(page.getByText('wie name@beispiel.de')).toBeVisible()
  await expect(address).toHaveValue('ada')
  await address.fill(email)
  await address.press('Enter')
  const code = page.getByLabel('Code aus der E-Mail')
  await expect(code).toBeFocused()
  await code.fill('000000')
  await code.press('Enter')
  await expect(page.getByText('Dieser Code stimmt nicht')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await code.fill((await readMails(email)).at(-1)?.code ?? '')
  await code.press('Enter')
  await expect(page).toHaveURL('/de/account')
  await expect(page.getByText(`Angemeldet als ${email}`)).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Daten herunterladen (JSON)' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.json$/)
  await page.getByRole('button', { name: 'Konto löschen' }).click()
  await expect(page.getByText('Bitte setzen Sie zuerst das Häkchen.')).toBeVisible()
  await page.getByLabel('Ja, mein Konto endgültig löschen').check()
  await page.getByRole('button', { name: 'Konto löschen' }).click()
  await expect(page).toHaveURL('/de')
  await page.goto('/de/account')
  await expect(page).toHaveURL(/sign-in/)
})

test('the mailed link signs in by its button alone, once', async ({ page, browser }) => {
  const email = 'ada.link@example.org'
  await page.goto('/de/sign-in')
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.getByRole('button', { name: 'Code schicken' }).click()
  await expect(page.getByLabel('Code aus der E-Mail')).toBeVisible()
  const path = (await readMails(email)).at(-1)?.confirm_path ?? ''
  for (const _ of [1, 2]) expect((await page.request.get(path)).status()).toBe(200)
  await page.goto(path)
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click()
  await expect(page).toHaveURL('/de/account')
  const second = await browser.newPage()
  await second.goto(path)
  await second.getByRole('button', { name: 'Jetzt anmelden' }).click()
  await expect(second.getByText('Dieser Link gilt nicht mehr.')).toBeVisible()
  await second.close()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('one signs in, decides and signs out', async ({ page }) => {
    const staff = new Staff(page)
    await staff.signIn('ada.plain@example.org')
    await page.getByRole('button', { name: 'Abmelden' }).click()

    const reference = await addProposal({ contact_email: 'tom.plain@example.org' })
    await staff.enterByDoor('moderator')
    await staff.row(reference).getByRole('link').click()
    await page.getByLabel('Vorlage').first().selectOption({ label: 'Nicht frei' })
    await staff.decide('Ablehnen')
    await expect(staff.notice).toContainText(`${reference} ist abgelehnt.`)
    const mail = (await readMails('tom.plain@example.org')).find(({ decision }) => decision)
    expect(mail?.answer).toContain('steht zurzeit nicht leer')
    expect(mail?.status_path).toContain(`/de/propose/${reference}?token=`)
  })
})

test('a proposal sent by a program is seen, accepted with changes, and stands on the map', async ({
  page,
  request,
}) => {
  const staff = new Staff(page)
  const name = 'Ladenlokal Spitzweg'
  const reference = await postProposal(request, {
    type: 'new',
    kind: 'space',
    use: 'shop',
    lng: 7.0061,
    lat: 51.0661,
    address: 'Beispielgasse 7',
    area_m2: 40,
    note: 'leer seit dem Sommer',
    contact_email: 'spitzweg@example.org',
    locale: 'en',
  })
  await staff.enterAs('moderator')
  await expect(staff.row(reference)).toContainText('leer seit dem Sommer')
  expect(await findBarriers(page)).toEqual([])
  await staff.row(reference).getByRole('link').click()
  await expect(page.getByRole('cell', { name: '40' })).toBeVisible()
  await expect(page.locator('[data-nearby] li').first()).toContainText(' m')
  await expect(page.getByRole('link', { name: 'spitzweg@example.org' })).toBeVisible()
  await page.getByText('Mit Änderungen übernehmen').click()
  expect(await findBarriers(page)).toEqual([])
  const edit = page.locator('details', { hasText: 'Mit Änderungen übernehmen' })
  await edit.getByLabel('Name').fill(name)
  await edit.getByLabel('Fläche (m²)').fill('viel')
  const accept = edit.getByRole('button', { name: 'Mit diesen Angaben übernehmen' })
  await accept.click()
  await expect(edit.getByText('Bitte geben Sie nur Ziffern ein').first()).toBeVisible()
  await expect(edit.getByLabel('Name')).toHaveValue(name)
  await edit.getByLabel('Fläche (m²)').fill('42,5')
  await edit.getByLabel('Vorlage').selectOption({ label: 'Dank' })
  await expect(edit.getByLabel('Antwort auf den Vorschlag')).toHaveValue(/^Thank you/)
  await accept.click()
  await expect(staff.notice).toContainText(`${reference} ist übernommen.`)
  await expect(staff.row(reference)).toHaveCount(0)
  await expect.poll(() => searchPublished(request, name)).toEqual([name])
})

test('of two moderators at once one decides, the other is told by whom', async ({ page, browser }) => {
  const staff = new Staff(page)
  const reference = await addProposal()
  await staff.become('moderator')
  await staff.openProposal(reference)
  const context = await leaveMapOut(await browser.newContext({ locale: 'de-DE' }))
  const other = new Staff(await context.newPage())
  await other.become('admin')
  await other.openProposal(reference)
  await other.decide('Ablehnen')
  await expect(other.notice).toContainText('abgelehnt')
  await staff.decide('Übernehmen')
  await expect(staff.notice).toContainText('Jemand war schneller: demo-admin@keimzelle.invalid')
  await expect(staff.notice).toBeFocused()
  await context.close()
})

test('by keyboard alone: from row to row, ticking, declining several, switching the keys off', async ({
  page,
}) => {
  const staff = new Staff(page)
  const references = [await addProposal(), await addProposal({ locale: 'en' })]
  await staff.enterAs('moderator')
  await expect(page.getByLabel('Tastenkürzel verwenden')).toBeChecked()
  await page.keyboard.press('j')
  await expect(page.locator('[data-queue-row]').first().getByRole('link')).toBeFocused()
  for (const reference of references) {
    const link = staff.row(reference).getByRole('link')
    while (!(await link.evaluate((element) => element === document.activeElement)))
      await page.keyboard.press('j')
    await page.keyboard.press('x')
    await expect(staff.row(reference).getByRole('checkbox')).toBeChecked()
  }
  await page.keyboard.press('d')
  await expect(staff.notice).toHaveText('2 Entscheidungen gespeichert.')
  for (const reference of references) await expect(staff.row(reference)).toHaveCount(0)

  const last = await addProposal()
  await staff.openProposal(last)
  await expect(page.getByLabel('Tastenkürzel verwenden')).toBeChecked()
  await page.keyboard.press('a')
  await expect(staff.notice).toContainText(`${last} ist übernommen.`)

  await addProposal()
  await staff.openQueue()
  await page.getByLabel('Tastenkürzel verwenden').uncheck()
  await page.keyboard.press('j')
  await expect(page.locator('[data-queue-row]').first().getByRole('link')).not.toBeFocused()
})

test('staff creates an entry, changes it, archives it, brings it back and merges it, with its history', async ({
  page,
  request,
  baseURL,
}) => {
  const staff = new Staff(page)
  await staff.become('moderator')
  const create = async (name: string) => {
    await page.goto('/de/moderation/entries/new?kind=business')
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('Länge (Grad)').fill('7,0062')
    await page.getByLabel('Breite (Grad)').fill('51,0662')
    const publish = page.getByRole('button', { name: 'Speichern und veröffentlichen' })
    await publish.click()
    await expect(page.getByText('Bitte prüfen Sie eine Angabe:')).toBeVisible()
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel('Erster Teilmarkt').selectOption({ label: 'Design' })
    // Pressed twice, it is saved once.
    await publish.dblclick()
    await expect(staff.notice).toHaveText('Gespeichert.')
    return new URL(page.url()).pathname.split('/').at(-1) ?? ''
  }
  const gone = await create('Werkhaus Quitte Nord')
  const slug = await create('Werkhaus Quitte')
  await expect.poll(() => searchPublished(request, 'Werkhaus Quitte')).toHaveLength(2)

  await page.getByLabel('Beschreibung').fill('Möbel aus Obstholz')
  await page.locator('[name=confirmed]').check()
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  await expect(page.locator('[data-history]')).toContainText('Beschreibung: nichts → Möbel aus Obstholz')
  await expect(page.locator('[data-history]')).toContainText('Bestätigt am: nichts → 20')
  expect(await findBarriers(page)).toEqual([])

  await page.getByRole('button', { name: 'Archivieren' }).click()
  await expect(page.locator('[data-entry-status]')).toHaveAttribute('data-entry-status', 'withdrawn')
  await expect.poll(() => searchPublished(request, 'Werkhaus Quitte')).toHaveLength(1)
  await page.getByRole('button', { name: 'Zurückholen' }).click()
  await expect(page.locator('[data-entry-status]')).toHaveAttribute('data-entry-status', 'published')

  await page.getByLabel(/Kennung des anderen/).fill('gibt-es-nicht')
  await page.getByRole('button', { name: 'In diesen Eintrag aufnehmen' }).click()
  await expect(staff.notice).toContainText('Diesen anderen Eintrag gibt es nicht')
  await page.getByLabel(/Kennung des anderen/).fill(gone)
  await page.getByRole('button', { name: 'In diesen Eintrag aufnehmen' }).click()
  await expect(staff.notice).toHaveText('Die Einträge sind zusammengeführt.')
  await expect.poll(() => searchPublished(request, 'Werkhaus Quitte')).toEqual(['Werkhaus Quitte'])
  for (const protocol of ['http', 'https']) {
    const old = await request.get(`/en/entries/${gone}?use=shop`, {
      maxRedirects: 0,
      headers: { 'x-forwarded-proto': protocol },
    })
    expect([old.status(), old.headers().location]).toEqual([
      308,
      expect.stringMatching(new RegExp(`^(${baseURL})?/en/entries/${slug}\\?use=shop$`)),
    ])
  }
  await page.goto('/de/moderation/entries?q=quitte')
  await expect(page.locator('[data-staff-entries] li')).toHaveCount(2)
  expect(await findBarriers(page)).toEqual([])
  expect(slug).not.toBe(gone)
})

test('an edit that comes too late overwrites nothing and keeps what was typed', async ({ page, browser }) => {
  const staff = new Staff(page)
  await staff.become('moderator')
  await page.goto('/de/moderation/entries')
  const path = await page.locator('[data-staff-entries] a').first().getAttribute('href')
  const context = await leaveMapOut(await browser.newContext({ locale: 'de-DE' }))
  const other = new Staff(await context.newPage())
  await other.become('admin')
  for (const one of [staff, other]) await one.page.goto(path ?? '')
  await other.page.getByLabel('Beschreibung').fill('zuerst')
  await other.page.getByRole('button', { name: 'Speichern', exact: true }).click()
  await expect(other.notice).toHaveText('Gespeichert.')
  await page.getByLabel('Beschreibung').fill('zu spät')
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  await expect(staff.notice).toContainText('Jemand hat diesen Eintrag inzwischen geändert.')
  await expect(page.getByLabel('Beschreibung')).toHaveValue('zu spät')
  await context.close()
})

test('an admin gives a role and finds it in the record; the outbox shows what waits', async ({ page }) => {
  const staff = new Staff(page)
  const email = 'ada.role@example.org'
  await staff.signIn(email)

  await staff.enterAs('admin')
  await expect(staff.title).toHaveText('Personen')
  expect(await findBarriers(page)).toEqual([])
  const row = page.getByRole('row', { name: email })
  await row.getByRole('combobox').selectOption({ label: 'Planung' })
  await row.getByRole('button', { name: 'Rolle setzen' }).click()
  await expect(staff.notice).toHaveText(`${email} hat jetzt die Rolle Planung.`)
  await page.getByRole('link', { name: 'Protokoll' }).click()
  await expect(page.getByRole('row', { name: /Rolle geändert/ }).first()).toContainText(/"to": ?"planner"/)
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('link', { name: 'Postausgang' }).click()
  await expect(page.getByRole('row', { name: email })).toContainText('Anmeldecode')
  expect(await findBarriers(page)).toEqual([])
})

test('imported entries wait in the same queue', async ({ page, request }) => {
  const database = openAppDatabase()
  // Other tests leave candidates of theirs behind.
  for (const table of ['businesses', 'spaces'] as const)
    await database.from(table).update({ status: 'withdrawn' }).eq('status', 'candidate').throwOnError()
  const { error } = await database.from('spaces').insert({
    slug: 'kandidat-am-ufer',
    name: 'Kandidat am Ufer',
    source_key: 'proposals',
    status: 'candidate',
  })
  expect(error).toBeNull()
  const staff = new Staff(page)
  await staff.enterAs('moderator')
  await page.getByRole('link', { name: /^Aus Importen/ }).click()
  await staff.row('kandidat-am-ufer').getByRole('checkbox').check()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Angekreuzte veröffentlichen' }).click()
  await expect(page.getByText('Hier wartet nichts.')).toBeVisible()
  await expect.poll(() => searchPublished(request, 'Kandidat am Ufer')).toEqual(['Kandidat am Ufer'])
})

test('a moderator leaves a photo out, and gives the entry another one', async ({ page, request }) => {
  const staff = new Staff(page)
  const buffer = await makePhoto()
  const { photo } = await (await request.post('/api/v1/photos', { data: buffer })).json()
  const reference = await postProposal(request, {
    ...{ type: 'new', kind: 'space', use: 'studio', lng: 7.0061, lat: 51.0661 },
    ...{ photo_1: photo, photo_1_author: 'Ada', photo_1_license: 'cc0', photo_1_alt: 'Die Tür' },
  })
  await staff.become('moderator')
  await staff.openProposal(reference)
  await page.getByRole('button', { name: 'Weglassen' }).click()
  await expect(page.locator('[data-photo="left-out"]')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await staff.decide('Übernehmen')
  await staff.openProposal(reference)
  await page.getByRole('link', { name: 'Eintrag bearbeiten' }).click()
  await page.locator('[data-add-photo] summary').click()
  await page.locator('[name=photo_1_file]').setInputFiles({ name: 'b.jpg', mimeType: 'image/jpeg', buffer })
  await page.locator('[name=photo_1_alt]').fill('Der große Raum')
  await page.locator('[name=photo_1_author]').fill('Stadt')
  await page.locator('[name=photo_1_license]').selectOption('city')
  await page.getByRole('button', { name: 'Foto hinzufügen' }).click()
  await expect(page.locator('[data-photo="shown"]')).toHaveCount(1)
  expect(await findBarriers(page)).toEqual([])
  await page.goto(`/de/entries/${new URL(page.url()).pathname.split('/').at(-1)}`)
  await expect(page.getByRole('img', { name: 'Der große Raum' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Die Tür' })).toHaveCount(0)
})

test('what a signed-in person proposes is found again in the account', async ({ page }) => {
  const staff = new Staff(page)
  await staff.signIn('ada.own@example.org')
  await page.goto('/de/propose')
  await waitForRest(page)
  await expect(page.locator('[name=contact_email]')).toHaveValue('ada.own@example.org')
  await page.locator('[name=address]').fill('Beispielgasse 9')
  await page.getByLabel('Atelier', { exact: true }).check()
  await page.getByRole('button', { name: 'Vorschlag senden' }).click()
  const reference = await page.locator('[data-reference]').textContent()
  await page.goto('/de/account')
  const own = page.locator(`[data-proposal-reference="${reference}"]`)
  await expect(own).toContainText('eingegangen')
  await own.getByRole('link', { name: 'Vorschlag ansehen' }).click()
  await expect(page.locator('[data-reference]')).toHaveText(reference ?? '')
})

test('an offerer whom the staff names says by one press of a mailed page that the space is let', async ({
  page,
  browser,
}) => {
  const staff = new Staff(page)
  const database = openAppDatabase()
  const { data } = await database
    .from('spaces')
    .select('slug, name')
    .eq('state', 'verified')
    .lt('confirmed_on', '2026-01-01')
    .limit(1)
    .single()
  const slug = data?.slug ?? ''
  await staff.become('moderator')
  await page.goto(`/de/moderation/entries/${slug}`)
  await page.getByLabel('E-Mail-Adresse').fill('ada@')
  await page.getByRole('button', { name: 'Anbieter speichern' }).click()
  await expect(staff.notice).toContainText('name@beispiel.de')
  await page.getByLabel('E-Mail-Adresse').fill('anbieterin@example.org')
  await page.getByRole('button', { name: 'Anbieter speichern' }).click()
  await expect(staff.notice).toContainText('Gespeichert.')
  await askOfferers(database, 1)
  const [mail] = await takeMails(database, { recipient: 'anbieterin@example.org' })
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const letter = await plain.newPage()
  const address = new URL(mail?.data.confirm_path ?? '', page.url()).href
  for (const _ of [1, 2]) await letter.goto(address)
  await expect(letter.getByText(data?.name ?? '')).toBeVisible()
  await letter.getByRole('button', { name: 'Nein, vermietet' }).click()
  await expect(letter.getByRole('heading', { level: 1 })).toHaveText(/als vermietet vermerkt/)
  await letter.goto(address)
  await expect(letter.getByRole('heading', { level: 1 })).toHaveText('Dieser Link gilt nicht mehr')
  await plain.close()
  await expect.poll(async () => (await page.request.get(`/de/entries/${slug}`)).status()).toBe(410)
})
