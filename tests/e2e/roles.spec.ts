/** Whole ways of a citizen, an owner, a moderator and a planner, each by hand and by keyboard alone, in German and in English. */
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test'
import { createTranslator } from 'use-intl/core'
import de from '#lib/core/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/core/i18n/messages/en.json' with { type: 'json' }
import { askOfferers } from '#lib/server/jobs/ask-offerers.ts'
import { Hand } from '#tests/support/hand.ts'
import { openAppDatabase, takeMails } from '#tests/support/outbox.ts'
import { leaveMapOut } from '#tests/support/page-test.ts'
import { makePhoto } from '#tests/support/photos.ts'
import { Planner } from '#tests/support/planner.ts'
import { Proposer, readMailedPath } from '#tests/support/proposer.ts'
import { postProposal, Staff, searchPublished } from '#tests/support/staff.ts'

const PHONE = { width: 390, height: 844 }
const WORDS = {
  de: createTranslator({ locale: 'de', messages: de }),
  en: createTranslator({ locale: 'en', messages: en }),
}

let visitors = 0
/** A page of somebody with a network address of their own: each has limits of their own. */
async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  visitors += 1
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    extraHTTPHeaders: { 'X-Forwarded-For': `10.4.${process.pid % 250}.${visitors}` },
    ...options,
  })
  return context.newPage()
}

/** What staff does meanwhile, on a page without script and map. */
async function asModerator(browser: Browser, act: (staff: Staff) => Promise<void>): Promise<void> {
  const staff = new Staff(await visit(browser, { javaScriptEnabled: false }))
  // As one is at this machine, where the doors of the demonstration are.
  await staff.page.context().setExtraHTTPHeaders({})
  await staff.become('moderator')
  await act(staff)
  await staff.page.context().close()
}

for (const [locale, means] of [
  ['de', 'finger'],
  ['en', 'keyboard'],
] as const) {
  const t = WORDS[locale]

  test(`a citizen on a phone reports an empty shop and reads the answer (${locale}, ${means})`, async ({
    browser,
    baseURL,
  }) => {
    const page = await visit(browser, { baseURL, viewport: PHONE, hasTouch: true, isMobile: true, locale })
    if (means === 'keyboard') await leaveMapOut(page.context())
    const hand = new Hand(page, means)
    const proposer = new Proposer(page)
    await proposer.open(`/${locale}/propose`)
    if (means === 'finger') await hand.press(proposer.map)
    else {
      await hand.write(proposer.field('address'), 'Musterbahn')
      await expect(page.getByRole('option', { name: /Musterbahnhof/ })).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await hand.page.keyboard.press('Enter')
    }
    await expect(page.getByText(t('propose.place.chosen'))).toBeVisible()
    await hand.press(proposer.choice(t('uses.shop')))
    // What is needed stands on one screen: nobody scrolls between the place and the use.
    const [map, last] = [await proposer.map.boundingBox(), await proposer.lastUse.boundingBox()]
    expect((last?.y ?? 0) + (last?.height ?? 0) - (map?.y ?? 0)).toBeLessThanOrEqual(PHONE.height)
    await hand.press(proposer.sendButton)
    await expect(proposer.state).toHaveAttribute('data-state', 'received')
    if (means === 'finger') expect(hand.presses).toBe(3)
    const reference = (await proposer.reference.textContent()) ?? ''
    await hand.press(page.getByRole('link', { name: t('proposal.link') }))
    await expect(page).toHaveURL(new RegExp(`/${locale}/propose/${reference}\\?token=[\\w-]+$`))

    await asModerator(browser, async (staff) => {
      await staff.openProposal(reference)
      const answer = staff.page.getByLabel(WORDS.de('moderation.answer')).first()
      await answer.fill('Seit wann?')
      await staff.decide('Rückfrage stellen')
      await expect(staff.notice).toContainText(reference)
    })
    await page.reload()
    await expect(page.getByRole('region', { name: t('proposal.question') })).toContainText('Seit wann?')
    await hand.write(page.getByLabel(t('proposal.reply')), 'Mai 2026')
    await hand.press(page.getByRole('button', { name: t('proposal.sendReply') }))
    await expect(page.getByText(t('proposal.replied'))).toBeVisible()

    await asModerator(browser, async (staff) => {
      await staff.openProposal(reference)
      await expect(staff.page.getByText('Mai 2026')).toBeVisible()
      await staff.page.getByLabel(WORDS.de('moderation.chooseTemplate')).first().selectOption('thanks')
      await staff.decide('Übernehmen')
      await expect(staff.notice).toContainText(reference)
    })
    await page.reload()
    await expect(proposer.state).toHaveAttribute('data-state', 'accepted')
    await expect(page.getByText(t('answerTemplates.thanks.text'))).toBeVisible()
    const entry = await page.getByRole('link', { name: t('proposal.openEntry') }).getAttribute('href')
    await expect.poll(async () => (await page.request.get(entry ?? '')).status()).toBe(200)
    await page.context().close()
  })

  test(`an owner offers a room, answers somebody and says that it is let (${locale}, ${means})`, async ({
    browser,
    baseURL,
  }) => {
    const database = openAppDatabase()
    const [owner, seeker] = [`owner.${locale}@example.org`, `seeker.${locale}@example.org`]
    const hasScript = means === 'keyboard'
    const page = await visit(browser, {
      baseURL,
      javaScriptEnabled: hasScript,
      viewport: PHONE,
      hasTouch: true,
    })
    await leaveMapOut(page.context())
    const hand = new Hand(page, means)
    const proposer = new Proposer(page)
    await page.goto(`/${locale}/propose`)
    if (hasScript) await proposer.isAtRest()
    await hand.write(proposer.field('address'), 'Beispielgasse 5')
    await hand.press(proposer.choice(t('uses.studio')))
    await hand.press(page.getByText(t('photos.optional')))
    const photo = { name: 'raum.jpg', mimeType: 'image/jpeg', buffer: await makePhoto() }
    await proposer.field('photo_1_file').setInputFiles(photo)
    if (hasScript) await expect(page.getByText(t('photos.taken'))).toBeVisible()
    await hand.write(proposer.field('photo_1_alt'), 'Der helle Raum')
    await hand.write(proposer.field('photo_1_author'), 'Ada')
    await hand.choose(proposer.field('photo_1_license'), t('photos.licenses.cc0'))
    await hand.write(proposer.field('contact_email'), owner)
    await hand.press(proposer.more)
    await hand.press(proposer.field('is_offerer'))
    await hand.press(proposer.sendButton)
    await expect(proposer.state).toHaveAttribute('data-state', 'received')
    const reference = (await proposer.reference.textContent()) ?? ''
    const mail = hasScript ? 'proposal-received' : 'proposal-confirm'
    await page.goto(await readMailedPath(database, owner, mail))
    if (!hasScript) {
      await hand.press(page.getByRole('button', { name: t('proposal.confirm.button') }))
      await expect(page.getByText(t('proposal.confirmed'))).toBeVisible()
    }
    await expect(page.getByRole('img', { name: 'Der helle Raum' })).toBeVisible()

    const name = `Raum ${reference}`
    await asModerator(browser, async (staff) => {
      await staff.openProposal(reference)
      await staff.page.getByText(WORDS.de('moderation.edit')).click()
      const edit = staff.page.locator('details', { hasText: WORDS.de('moderation.edit') })
      for (const [field, text] of [
        ['name', name],
        ['lng', '7,0063'],
        ['lat', '51,0663'],
      ] as const)
        await edit.locator(`[name=${field}]`).fill(text)
      await edit.locator('[name=state]').selectOption('offered')
      await edit.getByRole('button', { name: WORDS.de('moderation.acceptEdited') }).click()
      await expect(staff.notice).toContainText(reference)
    })
    await page.reload()
    const entry = await page.getByRole('link', { name: t('proposal.openEntry') }).getAttribute('href')
    await expect.poll(async () => (await page.request.get(entry ?? '')).status()).toBe(200)

    const other = await visit(browser, { baseURL, javaScriptEnabled: false })
    await other.goto(`${entry}/interest`)
    await other.locator('[name=message]').fill('Ist er im Mai frei?')
    await other.locator('[name=email]').fill(seeker)
    await other.locator('[name=rules]').check()
    await other.getByRole('button', { name: t('messageForm.send') }).click()
    await other.goto(await readMailedPath(database, seeker, 'interest-confirm'))
    await other.getByRole('button', { name: t('interest.sendOn') }).click()
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('interest.steps.sent.title'))
    await other.context().close()

    await page.goto(await readMailedPath(database, owner, 'interest'))
    await expect(page.getByText('Ist er im Mai frei?')).toBeVisible()
    await hand.write(page.getByLabel(t('interest.answer')), 'Ja, ab dem 2. Mai.')
    await hand.press(page.getByRole('button', { name: t('messageForm.send') }))
    await expect(page.getByRole('main').getByRole('status')).toContainText(t('interest.replied.title'))
    const [reply] = await takeMails(database, { recipient: seeker, template: 'interest-reply' })
    expect(reply?.data.message).toBe('Ja, ab dem 2. Mai.')

    const slug = entry?.split('/').at(-1) ?? ''
    await database.from('spaces').update({ confirmed_on: '2025-01-01' }).eq('slug', slug).throwOnError()
    await askOfferers(database, 12)
    await page.goto(await readMailedPath(database, owner, 'space-confirm'))
    await hand.press(page.getByRole('button', { name: t('upkeep.letButton') }))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('upkeep.let.title'))
    await expect.poll(async () => (await page.request.get(entry ?? '')).status()).toBe(410)
    await page.context().close()
  })
}

for (const [locale, means] of [
  ['de', 'mouse'],
  ['en', 'keyboard'],
] as const) {
  const t = WORDS[locale]

  test(`a moderator asks back, accepts with changes, archives and brings back (${locale}, ${means})`, async ({
    browser,
    baseURL,
    request,
  }) => {
    const database = openAppDatabase()
    const { data: spaces } = await database
      .from('spaces')
      .select('slug')
      .match({ status: 'published', use: 'hall' })
      .order('slug')
      .throwOnError()
    const slug = spaces[locale === 'de' ? 0 : 1]?.slug ?? ''
    const change = { type: 'change', kind: 'space', target: slug, area_m2: 77, locale }
    const reference = await postProposal(request, change)
    const context = { baseURL, javaScriptEnabled: means === 'keyboard' }
    const page = await (await leaveMapOut(await browser.newContext(context))).newPage()
    const hand = new Hand(page, means)
    const staff = new Staff(page)
    await page.goto(`/${locale}/sign-in`)
    await hand.press(page.getByRole('button', { name: t('signIn.roles.moderator'), exact: true }))
    await expect(staff.title).toHaveText(t('moderation.title'))
    await hand.press(staff.row(reference).getByRole('link'))
    await expect(page.getByRole('table', { name: t('moderation.comparison') })).toContainText('77')
    const answer = page.getByLabel(t('moderation.answer')).first()
    await hand.choose(
      page.getByLabel(t('moderation.chooseTemplate')).first(),
      t('answerTemplates.askDetails.title'),
    )
    if (means === 'keyboard') await expect(answer).toHaveValue(t('answerTemplates.askDetails.text'))
    await hand.press(page.getByRole('button', { name: t('moderation.ask'), exact: true }))
    await expect(staff.notice).toHaveText(t('moderation.decided.ask', { reference }))
    await expect(staff.row(reference)).toContainText(t('moderation.asked'))

    await hand.press(staff.row(reference).getByRole('link'))
    await expect(page.getByText(t('answerTemplates.askDetails.text')).first()).toBeVisible()
    await hand.press(page.getByText(t('moderation.edit')))
    const edit = page.locator('details', { hasText: t('moderation.edit') })
    const name = `Halle ${reference}`
    await hand.write(edit.locator('[name=name]'), name)
    await hand.press(edit.getByRole('button', { name: t('moderation.acceptEdited') }))
    await expect(staff.notice).toHaveText(t('moderation.decided.accept', { reference }))
    await expect(staff.row(reference)).toHaveCount(0)
    await expect.poll(() => searchPublished(request, name)).toEqual([name])

    await page.goto(`/${locale}/moderation/entries/${slug}`)
    await hand.press(page.getByRole('button', { name: t('editing.archive') }))
    await expect(page.locator('[data-entry-status=withdrawn]')).toBeVisible()
    await expect.poll(() => searchPublished(request, name)).toEqual([])
    await hand.press(page.getByRole('button', { name: t('editing.bringBack') }))
    await expect(page.locator('[data-entry-status=published]')).toBeVisible()
    await expect.poll(() => searchPublished(request, name)).toEqual([name])
    await page.context().close()
  })

  test(`a planner finds areas, saves one, and a colleague opens the link (${locale}, ${means})`, async ({
    page,
  }) => {
    const hand = new Hand(page, means)
    const planner = new Planner(page)
    await page.goto(`/${locale}/sign-in`)
    await hand.press(page.getByRole('button', { name: t('signIn.roles.planner'), exact: true }))
    await expect(page).toHaveURL(new RegExp(`/${locale}/planning`))
    await planner.isAtRest()
    expect(await planner.countAreas()).toBeGreaterThan(1)
    await hand.press(page.getByRole('button', { name: t('planning.drawing.draw') }))
    await planner.isAtRest()
    if (means === 'mouse') {
      const box = await planner.map.boundingBox()
      const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
      for (const [right, down] of [
        [0, 0],
        [120, 0],
        [60, 100],
        [0, 0],
      ] as const)
        await page.mouse.click(x + right, y + down)
    } else {
      const corner = page.getByRole('button', { name: t('planning.drawing.corner') })
      await hand.press(corner)
      for (const key of ['ArrowRight', 'ArrowDown']) {
        await page.locator('canvas.maplibregl-canvas').press(key)
        await planner.isAtRest()
        await hand.press(corner)
      }
      await hand.press(page.getByRole('button', { name: t('planning.drawing.finish') }))
    }
    await expect(page).toHaveURL(/[?&]x=[-0-9a-z_]+/)
    await hand.press(planner.compareBox('x:1'))
    await hand.press(page.locator('summary', { hasText: t('planning.saved.title') }))
    const name = `Ufer ${locale} ${Date.now()}`
    await hand.write(page.getByLabel(t('planning.saved.name'), { exact: true }), name)
    await hand.press(page.getByLabel(t('planning.saved.share')))
    await hand.press(page.getByRole('button', { name: t('planning.saved.save'), exact: true }))
    await expect(page.getByText(t('planning.saved.done'), { exact: true })).toBeVisible()
    await planner.isAtRest()
    const link = page.url()

    await new Staff(page).become('admin')
    await planner.open(link)
    await expect(planner.comparison).toContainText(t('planning.subject.drawn', { mark: 1 }))
    await hand.press(page.locator('summary', { hasText: t('planning.saved.title') }))
    const saved = page.getByRole('listitem').filter({ hasText: name })
    await expect(saved).toContainText(t('planning.saved.shared'))
    await hand.press(saved.getByRole('button', { name: t('planning.saved.showArea', { name }) }))
    await expect(planner.area('x:2')).toBeVisible()
  })
}
