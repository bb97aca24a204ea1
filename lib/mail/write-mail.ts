/** From a row of the outbox to a mail in the reader's language: subject, plain text, and the same text as simple HTML. */
import { createTranslator } from 'next-intl'
import { readCity } from '#lib/city.ts'
import de from '#lib/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/i18n/messages/en.json' with { type: 'json' }
import type { Locale } from '#lib/i18n/routing.ts'

export const MAIL_TEMPLATES = [
  'proposal-received',
  'proposal-confirm',
  'proposal-question',
  'proposal-answered',
  'moderators-new',
  'sign-in',
  'accessibility-feedback',
  'interest-confirm',
  'interest',
  'interest-reply',
  'space-confirm',
] as const
export type MailTemplate = (typeof MAIL_TEMPLATES)[number]

export type Mail = {
  subject: string
  text: string
  html: string
  /** Whom the reader answers; a plain address or nothing. */
  replyTo?: string
}

/** Their readers work here and know who writes. */
const TO_STAFF: readonly MailTemplate[] = ['moderators-new', 'accessibility-feedback']

const MESSAGES = { de, en }

/** What a template may say: texts by name, from the outbox's data. Paths become links below `publicUrl`. */
export type MailData = Readonly<Record<string, string>>

/** Throws for a template that there is not. Nothing of the data is ever read as a header or as HTML. */
export function writeMail(template: string, locale: Locale, data: MailData, publicUrl: string): Mail {
  const known = MAIL_TEMPLATES.find((name) => name === template)
  if (!known) throw new Error(`There is no mail "${template}".`)
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'mails' })
  const values = {
    reference: data.reference ?? '',
    answer: data.answer ?? '',
    code: data.code ?? '',
    decision: data.decision ?? 'other',
    hasAnswer: data.answer ? 'yes' : 'no',
    message: data.message ?? '',
    page: data.page ?? '',
    sender: data.sender ?? '',
    space: data.space ?? '',
    name: data.name ?? '',
    hasName: data.name ? 'yes' : 'no',
    hasSender: data.sender ? 'yes' : 'no',
  }
  const subject = toHeader(t(`${known}.subject`, values))
  const link = toLink(known, locale, data, publicUrl)
  const { operator } = readCity()
  const sender = { contact: operator.email, privacyUrl: `${publicUrl}/${locale}/privacy` }
  const parts = [
    t('greeting'),
    t(`${known}.body`, values),
    link,
    t('closing', { operator: operator.name, publicUrl }),
    TO_STAFF.includes(known) ? null : t('about', sender),
  ].filter((part) => part !== null)
  const replyTo = toReplyAddress(data.reply_to)
  return {
    subject,
    text: `${parts.join('\n\n')}\n`,
    html: toHtml(parts, link),
    ...(replyTo && { replyTo }),
  }
}

/** One plain address; anything that could become a second one or another header is left out. */
function toReplyAddress(text: string | undefined): string | null {
  return text && text.length <= 320 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(text) ? text : null
}

function toLink(template: MailTemplate, locale: Locale, data: MailData, publicUrl: string): string | null {
  const path =
    template.endsWith('-confirm') || template === 'sign-in'
      ? data.confirm_path
      : template === 'moderators-new'
        ? `/${locale}/moderation`
        : data.status_path
  // Only our own paths: a link in a mail of ours never leads elsewhere.
  return path && /^\/[a-z]{2}\/[\w/?=&.%-]*$/.test(path) ? `${publicUrl}${path}` : null
}

function toHeader(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

function toHtml(parts: readonly string[], link: string | null): string {
  const paragraphs = parts.map((part) => {
    const text = escapeHtml(part).replaceAll('\n', '<br>')
    return `<p>${part === link ? `<a href="${text}">${text}</a>` : text}</p>`
  })
  return `<!doctype html><html><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1f1d1a">${paragraphs.join('')}</body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
}
