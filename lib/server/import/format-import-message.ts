/** Says what the importer has to say in a reader's language. */
import { createTranslator } from 'use-intl/core'
import de from '#lib/core/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/core/i18n/messages/en.json' with { type: 'json' }
import type { Locale } from '#lib/core/i18n/routing.ts'
import type { ImportMessage, MessageValue, Text } from './import-messages.ts'

/** By codes, which a test compares with the messages. */
type Translate = (code: string, values: Record<string, string>) => string
const translate: Record<Locale, Translate> = {
  de: createTranslator({ locale: 'de', messages: de.importer }) as Translate,
  en: createTranslator({ locale: 'en', messages: en.importer }) as Translate,
}

/** The sentence; of a row's fault what is wrong. A plain text stays as it is. */
export function formatImportMessage(locale: Locale, text: Text): string {
  if (typeof text === 'string') return text
  return translate[locale](hasCure(text) ? `${text.code}.message` : text.code, formatValues(locale, text))
}

/** How to mend it; empty where there is nothing to mend. */
export function formatImportCure(locale: Locale, importMessage: ImportMessage): string {
  return hasCure(importMessage)
    ? translate[locale](`${importMessage.code}.cure`, formatValues(locale, importMessage))
    : ''
}

function hasCure({ code }: ImportMessage): boolean {
  return code.startsWith('rows.')
}

function formatValues(locale: Locale, { values }: ImportMessage): Record<string, string> {
  const formatValue = (value: MessageValue): string => {
    if (typeof value === 'number') return String(value)
    return isList(value) ? value.map(formatValue).join('\n  ') : formatImportMessage(locale, value)
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, formatValue(value)]))
}

function isList(value: MessageValue): value is readonly ImportMessage[] {
  return Array.isArray(value)
}
