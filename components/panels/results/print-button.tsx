'use client'

/** Prints the entry as a sheet of its own (app/print.css). */
import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'

export function PrintButton({ className }: { className: string }) {
  const t = useTranslations('entry')
  return (
    <button type="button" onClick={() => window.print()} className={`${className} noscript:hidden`}>
      <Printer aria-hidden className="size-4" />
      {t('print')}
    </button>
  )
}
