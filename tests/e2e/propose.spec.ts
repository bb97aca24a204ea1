/** What a visitor without an account does with proposals: by pointer, by keyboard, and without script. */
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { ExplorerDriver } from '#tests/support/explorer.ts'
import { openAppDatabase } from '#tests/support/outbox.ts'
import { leaveMapOut } from '#tests/support/page-test.ts'
import { makePhoto } from '#tests/support/photos.ts'
import { Proposer, readMailedPath } from '#tests/support/proposer.ts'

const PHONE = { width: 390, height: 844 }
const SMALL = { width: 320, height: 640 }
const REFERENCE = /^KZ-[0-9A-Z]{4}-[0-9A-Z]{4}$/

let visitors = 0
/** A page of a visitor with a network address of their own: each has limits of their own. */
async function visit(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  visitors += 1
  const context = await browser.newContext({
    locale: 'de-DE',
    reducedMotion: 'reduce',
    extraHTTPHeaders: { 'X-Forwarded-For': `10.1.${process.pid % 250}.${visitors}` },
    ...options,
  })
  return context.newPage()
}

async function findSpace(request: APIRequestContext) {
  const answer = await request.get('/api/v1/entries.geojson?limit=500&kind=space')
  const { features } = (await answer.json()) as {
    features: {
      properties: { slug: string; name: string; disclosure: string }
      geometry: { coordinates: [number, number] }
    }[]
  }
  const found = features.find(({ properties }) => properties.disclosure === 'exact')
  if (!found) throw new Error('The demonstration has no exact space.')
  return { ...found.properties, at: found.geometry.coordinates }
}

test('a citizen on a phone taps the map, the use and send', async ({ browser, baseURL }) => {
  const page = await visit(browser, { viewport: PHONE, hasTouch: true, isMobile: true })
  await page.goto(`${baseURL}/de/about`)
  await page.getByRole('link', { name: 'Leerstand melden' }).click()
  const proposer = new Proposer(page)
  await expect(proposer.map).toHaveAttribute('data-map-state', 'idle')
  expect(await findBarriers(page)).toEqual([])
  await proposer.map.tap()
  await expect(page.getByText('Die Stelle ist gewählt.')).toBeVisible()
  await page.getByText('Ladenlokal', { exact: true }).tap()
  await proposer.sendButton.tap()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('KZ-')
  await expect(proposer.reference).toHaveText(REFERENCE)
  await expect(page.getByText('Danke, Ihr Vorschlag ist angekommen.')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await page.goto(`${baseURL}/de/propose`)
  await expect(page.getByText('Ihr Entwurf ist wieder da.')).toHaveCount(0)
  await page.context().close()
})

test('by keyboard alone, in English, with an address that is suggested', async ({ browser, baseURL }) => {
  const page = await visit(browser, { locale: 'en-GB', colorScheme: 'dark' })
  await leaveMapOut(page.context())
  const proposer = new Proposer(page)
  await proposer.open(`${baseURL}/en/propose`)
  await tabTo(page, 'address')
  await page.keyboard.type('Musterbahn')
  await expect(page.getByRole('option', { name: /Musterbahnhof/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The spot is chosen.')).toBeVisible()
  await tabTo(page, 'use')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await expect(proposer.choice('Office')).toBeChecked()
  await tabTo(page, 'note')
  await page.keyboard.type('The windows are papered over.')
  await tabTo(page, null)
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(proposer.reference).toHaveText(REFERENCE)
  await expect(proposer.state).toHaveText('received')
  await page.context().close()
})

test('without script a mailed link confirms, by its button and not by being opened', async ({
  browser,
  baseURL,
}) => {
  const page = await visit(browser, { javaScriptEnabled: false, viewport: SMALL })
  const proposer = new Proposer(page)
  const recipient = `ada-${Date.now()}@example.org`
  await page.goto(`${baseURL}/de/propose`)
  await expect(page.getByText('Ihr Browser führt kein JavaScript aus.')).toBeVisible()
  await proposer.field('address').fill('Beispielgasse 1, Leverkusen')
  await proposer.choice('Atelier').check()
  await proposer.sendButton.click()
  await expect(proposer.faultOf('contact_email')).toContainText(
    'Ohne JavaScript brauchen wir eine E-Mail-Adresse',
  )
  await expect(proposer.field('address')).toHaveValue('Beispielgasse 1, Leverkusen')
  await expect(proposer.choice('Atelier')).toBeChecked()
  await proposer.field('contact_email').fill(recipient)
  await proposer.sendButton.click()
  await expect(proposer.reference).toHaveText(REFERENCE)
  await expect(page.getByText('Bitte bestätigen Sie noch Ihre E-Mail-Adresse')).toBeVisible()
  const status = page.url()

  const path = await readMailedPath(openAppDatabase(), recipient, 'proposal-confirm')
  for (let opened = 0; opened < 2; opened += 1) await page.goto(`${baseURL}${path}`)
  await page.getByRole('button', { name: 'Ja, der Vorschlag ist von mir' }).click()
  await expect(page.getByText('Danke, Ihr Vorschlag ist bestätigt.')).toBeVisible()
  await page.goto(status)
  await expect(page.getByText('Bitte bestätigen Sie noch Ihre E-Mail-Adresse')).toHaveCount(0)
  await page.goto(`${baseURL}${path}`)
  await page.getByRole('button', { name: 'Ja, der Vorschlag ist von mir' }).click()
  await expect(page.getByText('Dieser Link ist schon benutzt oder abgelaufen.')).toBeVisible()
  await page.context().close()
})

test('what cannot be taken is said beside its field, and what was typed stays', async ({
  browser,
  baseURL,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit(browser, { javaScriptEnabled })
    const proposer = new Proposer(page)
    await page.goto(`${baseURL}/de/propose`)
    if (javaScriptEnabled) await expect(proposer.map).toHaveAttribute('data-map-state', 'idle')
    await proposer.more.click()
    await proposer.field('area_m2').fill('vierzig')
    await proposer.field('vacant_since').fill('neulich')
    await proposer.field('contact_email').fill('ada@')
    await proposer.field('note').fill('<script>alert(1)</script> leer')
    await proposer.sendButton.click()
    await expect(proposer.faults).toBeFocused()
    await expect(proposer.faultOf('area_m2')).toHaveText('Bitte geben Sie nur Ziffern ein, ohne Einheit.')
    await expect(proposer.faultOf('use')).toHaveText('Bitte füllen Sie dieses Feld aus.')
    await expect(proposer.faultOf('address')).toContainText('Adresse')
    await expect(proposer.field('contact_email')).toHaveAccessibleDescription(/name@beispiel\.de/)
    await expect(proposer.field('area_m2')).toHaveValue('vierzig')
    await expect(proposer.field('vacant_since')).toHaveValue('neulich')
    await expect(proposer.field('note')).toHaveValue('<script>alert(1)</script> leer')
    if (javaScriptEnabled) expect(await findBarriers(page)).toEqual([])
    await proposer.faults.getByRole('link', { name: /Fläche/ }).click()
    if (javaScriptEnabled) {
      await expect(proposer.field('area_m2')).toBeFocused()
      await proposer.field('area_m2').fill('40')
      await expect(proposer.faultOf('area_m2')).toHaveCount(0)
      await proposer.choice('Halle').check()
      await expect(proposer.faultOf('use')).toHaveCount(0)
      await expect(proposer.choice('Halle')).toBeFocused()
      await proposer.map.click()
      await expect(proposer.faultOf('address')).toHaveCount(0)
      await expect(proposer.faultOf('vacant_since')).toBeVisible()
      await expect(proposer.faults.getByRole('img', { name: 'erledigt' })).toHaveCount(3)
      expect(await findBarriers(page)).toEqual([])
    }
    await page.context().close()
  }
})

test('a draft outlives a lost connection and a closed page, and counts once', async ({
  browser,
  baseURL,
}) => {
  const page = await visit(browser)
  const proposer = new Proposer(page)
  await proposer.open(`${baseURL}/de/propose`)
  await proposer.map.click()
  await proposer.choice('Halle').check()
  await proposer.field('note').fill('Tor steht offen')
  await page.context().setOffline(true)
  await expect(page.getByText('Was Sie schreiben, wird auf diesem Gerät gesichert.')).toBeVisible()
  await proposer.sendButton.click()
  await expect(proposer.faults).toContainText('Ihr Entwurf ist auf diesem Gerät gesichert')
  expect(await findBarriers(page)).toEqual([])
  await page.context().setOffline(false)
  await page.reload()
  await expect(page.getByText('Ihr Entwurf ist wieder da.')).toBeVisible()
  await expect(page.getByText('Die Stelle ist gewählt.')).toBeVisible()
  await expect(proposer.choice('Halle')).toBeChecked()
  await expect(proposer.field('note')).toHaveValue('Tor steht offen')

  // The answer is lost on the way; sent again it is the same proposal.
  let first = ''
  await page.route('**/api/v1/proposals', async (route) => {
    const answer = await route.fetch()
    first = ((await answer.json()) as { reference: string }).reference
    await route.abort()
  })
  await proposer.sendButton.click()
  await expect(proposer.faults).toBeVisible()
  await page.unroute('**/api/v1/proposals')
  await page.reload()
  await expect(proposer.field('note')).toHaveValue('Tor steht offen')
  await proposer.sendButton.click()
  await expect(proposer.reference).toHaveText(first)
  await page.context().close()
})

test('near-by entries are shown before sending', async ({ browser, baseURL, request }) => {
  const { at, name, slug } = await findSpace(request)
  const page = await visit(browser, {
    geolocation: { longitude: at[0] + 0.0002, latitude: at[1] },
    permissions: ['geolocation'],
  })
  await leaveMapOut(page.context())
  const proposer = new Proposer(page)
  await proposer.open(`${baseURL}/de/propose`)
  await page.getByRole('button', { name: 'Mein Standort' }).click()
  await expect(proposer.nearBy).toContainText(name)
  expect(await findBarriers(page)).toEqual([])
  await proposer.nearBy
    .getByRole('link', { name: /^Ja, dazu etwas melden/ })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`type=change&target=${slug}`))
  await page.context().close()
})

test('an objection starts from a card and can be withdrawn on its page', async ({
  browser,
  baseURL,
  request,
}) => {
  const { slug, name } = await findSpace(request)
  const page = await visit(browser, { viewport: PHONE })
  await leaveMapOut(page.context())
  await page.goto(`${baseURL}/de/entries/${slug}`)
  const explorer = new ExplorerDriver(page)
  await explorer.isAtRest()
  await explorer.card.getByRole('link', { name: 'Das stimmt nicht mehr' }).click()
  await expect(page).toHaveURL(/type=objection/)
  await expect(page.getByRole('link', { name })).toBeVisible()
  const proposer = new Proposer(page)
  await proposer.sendButton.click()
  await expect(proposer.faultOf('note')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await proposer.field('note').fill('Hier ist seit Mai ein Café.')
  await proposer.sendButton.click()
  await expect(proposer.reference).toHaveText(REFERENCE)
  await expect(page.getByText('Widerspruch gegen einen Raum')).toBeVisible()
  await page.getByRole('button', { name: 'Vorschlag zurückziehen' }).click()
  await expect(page.getByText('Der Vorschlag ist zurückgezogen.')).toBeVisible()
  await expect(proposer.state).toHaveAttribute('data-state', 'withdrawn')
  await expect(page.getByRole('button', { name: 'Vorschlag zurückziehen' })).toHaveCount(0)
  expect(await findBarriers(page)).toEqual([])
  await page.context().close()
})

test('a question asked back is answered on the page, without script too', async ({ browser, baseURL }) => {
  const admin = openAppDatabase()
  const page = await visit(browser, { javaScriptEnabled: false, colorScheme: 'dark' })
  const proposer = new Proposer(page)
  await page.goto(`${baseURL}/en/propose?kind=business`)
  await proposer.field('address').fill('Beispielgasse 2')
  await proposer.field('name').fill('Werkstatt Ada')
  await proposer.choice('Design').check()
  await proposer.field('contact_email').fill('ada@example.org')
  await proposer.sendButton.click()
  const reference = (await proposer.reference.textContent()) ?? ''
  await admin
    .from('proposals')
    .update({ state: 'in_review', question: 'Which floor?' })
    .eq('reference', reference)
  await page.reload()
  await expect(proposer.state).toHaveText('in review')
  await expect(page.getByRole('region', { name: 'We have a question' })).toContainText('Which floor?')
  await page.getByLabel('Your answer').fill('The second.')
  await page.getByRole('button', { name: 'Send answer' }).click()
  await expect(page.getByText('Thank you, your answer has arrived.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'We have a question' })).toHaveCount(0)
  const { data } = await admin.from('proposals').select('note').eq('reference', reference).single()
  expect(data?.note).toContain('The second.')
  await page.context().close()
})

test('a wrong link says nothing, and an unknown entry leads to its own page', async ({ request }) => {
  expect((await request.get('/de/propose/KZ-0000-0000?token=guess')).status()).toBe(404)
  const answer = await request.get('/de/propose?type=objection&target=never-was')
  expect(answer.status()).toBe(404)
  expect((await request.get('/de/propose?type=%00&kind=x&target=&c=%FF')).status()).toBe(200)
})

/** Walks by Tab to a field by its name, or to the button that sends. */
async function tabTo(page: Page, name: string | null): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate((wanted) => {
      const active = document.activeElement
      return wanted === null
        ? /senden|Send proposal/.test(active?.textContent ?? '') && active instanceof HTMLButtonElement
        : active?.getAttribute('name') === wanted
    }, name)
    if (isThere) return
  }
  throw new Error(`The keyboard does not reach ${name ?? 'the button'}.`)
}

test('photos go with a proposal, with script and without, and come onto the map with the entry', async ({
  browser,
  baseURL,
}) => {
  const file = { name: 'laden.jpg', mimeType: 'image/jpeg', buffer: await makePhoto({ place: true }) }
  const paper = { name: 'brief.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('kein Foto') }
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit(browser, { javaScriptEnabled, viewport: SMALL })
    await leaveMapOut(page.context())
    const proposer = new Proposer(page)
    await page.goto(`${baseURL}/de/propose`)
    if (javaScriptEnabled) await proposer.isAtRest()
    await proposer.field('address').fill('Beispielgasse 1')
    await proposer.choice('Atelier').check()
    await proposer.field('contact_email').fill(`foto-${Date.now()}@example.org`)
    await page.getByText('Fotos (freiwillig)').click()
    await proposer.field('photo_1_file').setInputFiles(paper)
    if (!javaScriptEnabled) await proposer.sendButton.click()
    await expect(proposer.faultOf('photo_1')).toContainText('können wir nicht als Foto lesen')
    await expect(proposer.field('address')).toHaveValue('Beispielgasse 1')
    await proposer.field('photo_1_file').setInputFiles(file)
    if (javaScriptEnabled) await expect(page.getByText('Das Foto ist da.')).toBeVisible()
    await proposer.field('photo_1_alt').fill('Ein leeres Schaufenster')
    await proposer.sendButton.click()
    await expect(proposer.faultOf('photo_1_author')).toBeVisible()
    await expect(page.getByText('Das Foto ist da.')).toBeVisible()
    if (javaScriptEnabled) expect(await findBarriers(page)).toEqual([])
    await proposer.field('photo_1_author').fill('Ada Beispiel')
    await proposer.field('photo_1_license').selectOption('cc-by')
    await proposer.sendButton.click()
    await expect(proposer.reference).toHaveText(REFERENCE)
    await expect(page.getByRole('img', { name: 'Ein leeres Schaufenster' })).toBeVisible()
    await page.locator('[data-add-photo] summary').click()
    await proposer.field('photo_1_file').setInputFiles(file)
    await proposer.field('photo_1_author').fill('Ada Beispiel')
    await proposer.field('photo_1_license').selectOption('cc0')
    await page.getByRole('button', { name: 'Foto hinzufügen' }).click()
    await expect(page.locator('[data-photos] img')).toHaveCount(2)
    if (javaScriptEnabled) expect(await findBarriers(page)).toEqual([])
    await page.context().close()
  }
})

test('without script, entries near by come with the answer, and the second sending counts', async ({
  browser,
  baseURL,
  request,
}) => {
  const { name, at } = await findSpace(request)
  const page = await visit(browser, { javaScriptEnabled: false, viewport: SMALL, colorScheme: 'dark' })
  const proposer = new Proposer(page)
  await page.goto(`${baseURL}/de/propose`)
  await page.evaluate(([lng, lat]) => {
    const form = document.querySelector('main form')
    for (const [field, value] of Object.entries({ lng, lat }))
      form?.insertAdjacentHTML('beforeend', `<input type="hidden" name="${field}" value="${value}">`)
  }, at)
  await proposer.choice('Atelier').check()
  await proposer.sendButton.click()
  await expect(proposer.nearBy).toContainText(name)
  await expect(proposer.nearBy).toContainText('noch nicht gesendet')
  await expect(proposer.choice('Atelier')).toBeChecked()
  await proposer.sendButton.click()
  await expect(proposer.faultOf('contact_email')).toBeVisible()
  await proposer.field('contact_email').fill('nahebei@example.org')
  await proposer.sendButton.click()
  await expect(proposer.reference).toHaveText(REFERENCE)
  await page.context().close()
})
