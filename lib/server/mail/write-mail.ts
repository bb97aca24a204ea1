/** From a row of the outbox to a mail in the reader's language: subject, plain text, and the same text as HTML. */
import { createTranslator } from 'use-intl/core'
import de from '#lib/core/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/core/i18n/messages/en.json' with { type: 'json' }
import type { Locale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { MARKS, toMailHtml } from './mail-html.ts'

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
type MailTemplate = (typeof MAIL_TEMPLATES)[number]

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
  const url = toLink(known, locale, data, publicUrl)
  const { operator } = readCity()
  const closing = t('closing', { operator: operator.name, publicUrl })
  const sender = { contact: operator.email, privacyUrl: `${publicUrl}/${locale}/privacy` }
  const about = TO_STAFF.includes(known) ? null : t('about', sender)
  const parts = [t('greeting'), t(`${known}.body`, values), url, closing, about]
  const replyTo = toReplyAddress(data.reply_to)
  return {
    subject,
    text: `${parts.filter((part) => part !== null).join('\n\n')}\n`,
    html: toMailHtml({
      locale,
      title: t('map'),
      paragraphs: [t('greeting'), ...t(`${known}.body`, { ...values, ...MARKS }).split('\n\n')],
      marked: values,
      link: url === null ? null : { url, label: t(`${known}.button`), hint: t('plainLink') },
      closing,
      about,
    }),
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
