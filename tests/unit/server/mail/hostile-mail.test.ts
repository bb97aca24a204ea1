/** What people wrote, in a mail as it goes over the line. */
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { MAIL_TEMPLATES, writeMail } from '#lib/server/mail/write-mail.ts'
import { pick } from '#tests/support/depth.ts'
import { HOSTILE_TEXTS } from '#tests/support/hostile-texts.ts'

const FIELDS = [
  'reference',
  'answer',
  'code',
  'decision',
  'message',
  'page',
  'sender',
  'space',
  'name',
  'reply_to',
]
const PATHS = ['confirm_path', 'status_path']
const HEADERS =
  /^(from|to|subject|reply-to|message-id|date|mime-version|content-type|content-transfer-encoding)$/i
const transport = createTransport({ streamTransport: true, buffer: true })

/** The names of the head's lines. */
async function readHeaders(mail: ReturnType<typeof writeMail>): Promise<string[]> {
  const { message } = await transport.sendMail({ ...mail, from: 'karte@example.org', to: 'ada@example.org' })
  const head = message.toString('latin1').split(/\r?\n\r?\n/)[0] ?? ''
  return head
    .split(/\r?\n/)
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.split(':')[0] ?? '')
}

/** In a short run every seventh. */
const TEXTS = HOSTILE_TEXTS.filter((_, nth) => nth % pick(7, 1) === 0)

test.each(MAIL_TEMPLATES)('%s: hostile texts in every field stay text', async (template) => {
  expect(TEXTS.length).toBeGreaterThanOrEqual(pick(28, 200))
  for (const [nth, text] of TEXTS.entries()) {
    const data = Object.fromEntries([...FIELDS, ...PATHS].map((name) => [name, text]))
    const mail = writeMail(template, nth % 2 ? 'de' : 'en', data, 'https://karte.example.org')
    const elements = mail.html.match(/<[a-z!/][^>]*>/gi) ?? []
    expect(
      elements.filter(
        (tag) =>
          !/^<(!doctype html|\/?(html|head|meta|title|body|div|p|a|br|strong|blockquote))( (style|href|lang|charset|name|content)="[^"<>]*")*>$/.test(
            tag,
          ),
      ),
    ).toEqual([])
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)
    expect(links.filter((address) => !address?.startsWith('https://karte.example.org/'))).toEqual([])
    expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    expect((await readHeaders(mail)).filter((name) => !HEADERS.test(name))).toEqual([])
    expect(mail.replyTo).toBeUndefined()
  }
})
