/** Reads addresses of the web and of mail, from files, forms and JSON alike. */
import { readText } from './text-value.ts'
import { toShownText, ValueFault } from './value-fault.ts'

export const MAX_LINK_LENGTH = 500
export const MAX_MAIL_LENGTH = 320

/** No blank, and nothing that could end up in another header of a mail. */
const MAIL = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]+$/

/** An http(s) address; `www.` may stand alone. Null for none; throws a ValueFault for anything that could run or lead elsewhere. */
export function readLink(value: unknown): string | null {
  const text = readText(value, MAX_LINK_LENGTH)
  if (text === null) return null
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  const url = URL.canParse(whole) ? new URL(whole) : null
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.') || url.username)
    throw new ValueFault({ code: 'no-web-address', values: { text: toShownText(text) } })
  return readText(url.href, MAX_LINK_LENGTH)
}

/** A mail address; null for none, a ValueFault for anything else. */
export function readMailAddress(value: unknown): string | null {
  const text = readText(value, MAX_MAIL_LENGTH)
  if (text === null || MAIL.test(text)) return text
  throw new ValueFault({ code: 'no-mail-address', values: { text: toShownText(text) } })
}
