'use client'

/** What is asked of spaces, in words: for chips and the sentence. */
import { useFormatter, useTranslations } from 'next-intl'
import type { FilterField, NumberRange, SpaceConditions } from '#lib/core/domain/fields/filter-fields.ts'

/** Of a condition that holds; of a list one word for each `code`. */
export function useSpaceWords(asked: SpaceConditions): (field: FilterField, code?: string) => string {
  const t = useTranslations()
  const format = useFormatter()
  return (field, code = '') => {
    const words = `spaceFilter.fields.${field.condition}.words`
    switch (field.kind) {
      case 'choices':
        return t(`${field.wordNames}.${code}`)
      case 'flag':
        return t(words)
      case 'day-by': {
        const day = asked[field.condition]
        const date = day && format.dateTime(new Date(day), { dateStyle: 'medium', timeZone: 'UTC' })
        return t(words, { day: date ?? '' })
      }
      case 'range': {
        const { ends, values } = toEnds(asked[field.condition])
        return t(`${words}.${ends}`, values)
      }
    }
  }
}

/** Which ends are given, and both as the messages take them. */
function toEnds({ from, to }: NumberRange) {
  const ends = from === null ? 'to' : to === null ? 'from' : 'fromTo'
  return { ends, values: { from: from ?? 0, to: to ?? 0 } }
}
