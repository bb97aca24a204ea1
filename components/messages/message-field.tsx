/** A field with its name and, beside it, what is wrong with it. */
import { useTranslations } from 'next-intl'
import type { MessageState } from '#lib/core/domain/message-state.ts'

type Props = {
  name: string
  label: string
  state: MessageState
  type?: 'text' | 'email'
  autoComplete?: string
  isRequired?: boolean
  isLong?: boolean
  maxLength: number
}

export function MessageField(props: Props) {
  const { name, label, state, type = 'text', autoComplete, isRequired = false, isLong = false } = props
  const t = useTranslations('faults')
  const fault = state.faults.find(({ field }) => field === name)
  const shared = {
    id: `field-${name}`,
    name,
    // Not `required`: the browser's own message would take the place of ours.
    'aria-required': isRequired || undefined,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': fault ? `fault-${name}` : undefined,
    defaultValue: state.values[name] ?? '',
    className:
      'block w-full rounded-xl border border-edge bg-sheet px-3 py-2.5 aria-invalid:border-2 aria-invalid:border-danger',
  }
  return (
    <div>
      <label htmlFor={shared.id} className="mb-1 block font-semibold">
        {label}
      </label>
      {isLong ? (
        <textarea {...shared} rows={6} />
      ) : (
        <input
          {...shared}
          type={type}
          inputMode={type}
          autoComplete={autoComplete}
          maxLength={props.maxLength}
        />
      )}
      {fault && (
        <p id={`fault-${name}`} className="mt-1 font-medium text-danger text-sm">
          {t(fault.code, fault.values)}
        </p>
      )}
    </div>
  )
}
