/** One button, because a mail scanner opens links but presses none. */
import { useTranslations } from 'next-intl'

type Props = { fields: Readonly<Record<string, string>>; confirm: (form: FormData) => Promise<void> }

export function ConfirmInterest({ fields, confirm }: Props) {
  const t = useTranslations('interest')
  return (
    <form action={confirm} className="mt-8">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className="inline-flex min-h-11 cursor-pointer items-center rounded-xl bg-seedling px-5 font-semibold text-on-seedling"
      >
        {t('sendOn')}
      </button>
    </form>
  )
}
