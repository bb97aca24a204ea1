'use client'

/** What is asked of spaces, in words: for chips and the sentence. */
import { useFormatter, useTranslations } from 'next-intl'
import type { SpaceConditions } from '#lib/core/view/space-conditions.ts'

type Words = Record<'area' | 'isStepFree' | 'availableBy', string>

/** Of conditions that hold. */
export function useSpaceWords({ area: { from, to }, availableBy }: SpaceConditions): Words {
  const t = useTranslations('spaceFilter.words')
  const format = useFormatter()
  const day = availableBy && format.dateTime(new Date(availableBy), { dateStyle: 'medium', timeZone: 'UTC' })
  return {
    area:
      from !== null && to !== null
        ? t('fromTo', { from, to })
        : from !== null
          ? t('from', { from })
          : t('to', { to: to ?? 0 }),
    isStepFree: t('stepFree'),
    availableBy: t('availableBy', { day: day ?? '' }),
  }
}
