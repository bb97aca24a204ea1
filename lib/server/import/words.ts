/** Says what the importer has to say in a reader's language. */
import { createTranslator } from 'use-intl/core'
import de from '#lib/core/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/core/i18n/messages/en.json' with { type: 'json' }
import type { Locale } from '#lib/core/i18n/routing.ts'
import type { Saying, Text, Value } from './sayings.ts'

/** By codes, which a test compares with the messages. */
type Translate = (code: string, values: Record<string, string>) => string
const translate: Record<Locale, Translate> = {
  de: createTranslator({ locale: 'de', messages: de.importer }) as Translate,
  en: createTranslator({ locale: 'en', messages: en.importer }) as Translate,
}

/** The sentence; of a row's fault what is wrong. A plain text stays as it is. */
export function sayIn(locale: Locale, text: Text): string {
  if (typeof text === 'string') return text
  return translate[locale](hasCure(text) ? `${text.code}.message` : text.code, sayValues(locale, text))
}

/** How to mend it; empty where there is nothing to mend. */
export function sayCureIn(locale: Locale, saying: Saying): string {
  return hasCure(saying) ? translate[locale](`${saying.code}.cure`, sayValues(locale, saying)) : ''
}

function hasCure({ code }: Saying): boolean {
  return code.startsWith('rows.')
}

function sayValues(locale: Locale, { values }: Saying): Record<string, string> {
  const sayValue = (value: Value): string => {
    if (typeof value === 'number') return String(value)
    return isList(value) ? value.map(sayValue).join('\n  ') : sayIn(locale, value)
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayValue(value)]))
}

function isList(value: Value): value is readonly Saying[] {
  return Array.isArray(value)
}
