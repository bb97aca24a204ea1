'use client'

/** Prints the entry as a sheet of its own (app/print.css). */
import { Printer } from 'lucide'
import { useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'

export function PrintButton({ className }: { className: string }) {
  const t = useTranslations('entry')
  return (
    <button type="button" onClick={() => window.print()} className={`${className} noscript:hidden`}>
      <LineIcon of={Printer} className="size-4" />
      {t('print')}
    </button>
  )
}
