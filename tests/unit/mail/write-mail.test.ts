import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCity } from '#lib/city.ts'
import { MAIL_TEMPLATES, writeMail } from '#lib/mail/write-mail.ts'

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
      { seed: 3, numRuns: 200 },
    )
  })

  test('of another kind there is not', () => {
    expect(() => writeMail('__proto__', 'de', {}, URL_OF_MAP)).toThrow(/no mail/)
  })
})
