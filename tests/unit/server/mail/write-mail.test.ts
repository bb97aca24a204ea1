import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCity } from '#lib/server/city.ts'
import { MAIL_TEMPLATES, writeMail } from '#lib/server/mail/write-mail.ts'
import { pick } from '#tests/support/depth.ts'

const URL_OF_MAP = 'https://karte.example.org'

describe('a mail', () => {
  test.each(MAIL_TEMPLATES)('%s is complete in both languages', (template) => {
    const data = {
      reference: 'KZ-7F3M-Q0XA',
      code: '123456',
      answer: 'Danke!',
      decision: 'accept',
      status_path: '/de/propose/KZ-7F3M-Q0XA?token=abc',
      confirm_path: '/de/propose/confirm?token=abc',
    }
    for (const locale of ['de', 'en'] as const) {
      const mail = writeMail(template, locale, data, URL_OF_MAP)
      expect(mail.subject.length).toBeGreaterThan(5)
      if (template !== 'accessibility-feedback')
        expect(mail.text).toMatch(/^https:\/\/karte\.example\.org\/[a-z]{2}\/(propose|moderation)/m)
      expect(mail.text).toContain(readCity().operator.name)
      expect(`${mail.subject}${mail.text}`).not.toMatch(/[{}]|undefined/)
    }
  })

  test.each(MAIL_TEMPLATES.filter((template) => template.startsWith('proposal-')))(
    '%s names its reference, in its text too',
    (template) => {
      for (const locale of ['de', 'en'] as const)
        for (const decision of ['accept', 'decline', 'withdrawn']) {
          const data = { reference: 'KZ-7F3M-Q0XA', decision }
          expect(writeMail(template, locale, data, URL_OF_MAP).text).toContain('KZ-7F3M-Q0XA')
        }
    },
  )

  test('says to strangers who writes, where one objects and what becomes of the data', () => {
    for (const locale of ['de', 'en'] as const)
      for (const template of MAIL_TEMPLATES) {
        const { text } = writeMail(template, locale, {}, URL_OF_MAP)
        const isToStaff = template === 'moderators-new' || template === 'accessibility-feedback'
        expect(text.includes(readCity().operator.email)).toBe(!isToStaff)
        expect(text.includes(`${URL_OF_MAP}/${locale}/privacy`)).toBe(!isToStaff)
      }
  })

  test('carries what people wrote as text: no header, no HTML, no foreign link', () => {
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), (answer, foreign) => {
        const wild = `${answer}\r\nBcc: all@example.org\n<script>alert(1)</script>`
        const data = { reference: wild, answer: wild, status_path: foreign, decision: wild }
        const mail = writeMail('proposal-answered', 'de', data, URL_OF_MAP)
        expect(mail.subject).not.toMatch(/[\r\n]/)
        expect(mail.html).not.toContain('<script')
        expect(mail.html).not.toContain('<a ')
      }),
      { seed: 3, numRuns: pick(50, 200) },
    )
  })

  test('shows its way on as a button and says what people wrote apart from what we say', () => {
    const data = {
      answer: 'Bitte melden Sie sich.\n\n<b>Danke</b>',
      confirm_path: '/en/sign-in',
      code: '123456',
    }
    const path = '/de/propose/KZ-7F3M-Q0XA?token=abc'
    const { html } = writeMail('proposal-question', 'de', { ...data, status_path: path }, URL_OF_MAP)
    expect(html).toMatch(/^<!doctype html><html lang="de">/)
    expect(html).toMatch(
      /<a href="https:\/\/karte\.example\.org\/de\/propose[^"]*"[^>]*>Frage beantworten<\/a>/,
    )
    expect(html).toMatch(
      /<blockquote[^>]*>Bitte melden Sie sich\.<br><br>&#60;b&#62;Danke&#60;\/b&#62;<\/blockquote>/,
    )
    const signIn = writeMail('sign-in', 'en', data, URL_OF_MAP).html
    expect(signIn).toMatch(/<strong[^>]*>123456<\/strong>/)
    expect(signIn).not.toContain('<blockquote')
  })

  test('as HTML leaves no mark behind and loads nothing', () => {
    for (const locale of ['de', 'en'] as const)
      for (const template of MAIL_TEMPLATES) {
        const { html } = writeMail(template, locale, { answer: 'A', message: 'M', code: '1' }, URL_OF_MAP)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be left
        expect(html).not.toMatch(/[\u0001-\u0003]|src=|url\(|<link|<style/)
      }
  })

  test('of another kind there is not', () => {
    expect(() => writeMail('__proto__', 'de', {}, URL_OF_MAP)).toThrow(/no mail/)
  })
})
