/** A box to tick, with what is wrong with it beside it. */
import { useTranslations } from 'next-intl'
import type { MessageState } from '#lib/core/domain/message-state.ts'

type Props = { name: string; label: string; state: MessageState; isRequired?: boolean }

export function MessageBox({ name, label, state, isRequired = false }: Props) {
  const t = useTranslations('messageForm')
  const isFaulty = state.faults.some(({ field }) => field === name)
  return (
    <div>
      <label className="flex min-h-11 cursor-pointer items-start gap-2.5 py-1.5">
        <input
          id={`field-${name}`}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={state.values[name] === 'yes'}
          aria-required={isRequired || undefined}
          aria-invalid={isFaulty || undefined}
          aria-describedby={isFaulty ? `fault-${name}` : undefined}
          className="mt-0.5 size-5 shrink-0 accent-seedling"
        />
        {label}
      </label>
      {isFaulty && (
        <p id={`fault-${name}`} className="font-medium text-danger text-sm">
          {t('tick')}
        </p>
      )}
    </div>
  )
}
