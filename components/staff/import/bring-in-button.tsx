'use client'

/** Brings the tried file in, once: while it runs the button says so. */
import { useTranslations } from 'next-intl'
import { useFormStatus } from 'react-dom'
import { PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { holdWhile } from '#components/ui/hold-while.ts'

export function BringInButton() {
  const t = useTranslations('importing')
  const { pending } = useFormStatus()
  return (
    <div className="flex flex-wrap items-center gap-4">
      <button type="submit" aria-disabled={pending} onClick={holdWhile(pending)} className={PRIMARY_BUTTON}>
        {t('bringIn')}
      </button>
      <p role="status" className="text-muted">
        {pending && t('bringingIn')}
      </p>
    </div>
  )
}
