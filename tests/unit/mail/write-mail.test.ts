import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
      expect(mail.text).toContain(`${URL_OF_MAP}/`)
      expect(`${mail.subject}${mail.text}`).not.toMatch(/[{}]|undefined/)
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
