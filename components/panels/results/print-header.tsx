'use client'

/** What paper needs to stand alone: title, the day, and the address of the view. */
import { useFormatter, useTranslations } from 'next-intl'
import { usePrinting } from '#components/ui/use-printing.ts'

export function PrintHeader({ title }: { title: string }) {
  const t = useTranslations('print')
  const format = useFormatter()
  if (!usePrinting()) return null
  return (
    <div data-print-head className="-order-3 hidden border-ink border-b-2 pb-2 print:block">
      <p className="font-bold font-display text-2xl">{title}</p>
      <p className="break-all text-sm">
        {t('asOf', { date: format.dateTime(new Date(), { dateStyle: 'long' }) })}
        {' · '}
        {window.location.href}
      </p>
    </div>
  )
}
