/** A number with all its digits and the decimal sign of the reader's language, without groups: it can be edited as it stands. */
import type { Locale } from './routing.ts'

export function toPlainNumber(value: number, locale: Locale): string {
  const [, sign = '.'] = new Intl.NumberFormat(locale).format(1.5)
  return String(value).replace('.', sign)
}
