/** Says that every entry is invented; where it stands is given by the class. */
import { useTranslations } from 'next-intl'

export function DemonstrationNotice({ className = '' }: { className?: string }) {
  const t = useTranslations()
  return (
    <p
      className={`w-fit rounded-full border border-notice-line bg-notice-ground px-4 py-1 text-center font-semibold text-notice text-sm ${className}`}
    >
      {t('demonstration')}
    </p>
  )
}
