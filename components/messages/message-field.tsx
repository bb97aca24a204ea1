/** A field of a message, with its fault beside it. */
import { useTranslations } from 'next-intl'
import { FIELD } from '#components/ui/button-styles.ts'
import { FormField, toFieldAria } from '#components/ui/form-field.tsx'
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
  const found = state.faults.find(({ field }) => field === name)
  const fault = found && t(found.code, found.values)
  const id = `field-${name}`
  const shared = {
    id,
    name,
    // Not `required`: the browser's own message would take the place of ours.
    'aria-required': isRequired || undefined,
    ...toFieldAria({ id, fault }),
    defaultValue: state.values[name] ?? '',
    className: FIELD,
  }
  return (
    <FormField {...{ id, label, fault }}>
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
    </FormField>
  )
}
