'use client'

/** One or several of a few, as pills to tap. */
import type { ReactNode } from 'react'
import { FormFieldGroup } from '#components/ui/form-field.tsx'
import { useField } from './form-state.tsx'

type Props = {
  name: string
  label: string
  hint?: string
  isMultiple?: boolean
  choices: readonly { code: string; text: string; mark?: ReactNode }[]
  onChoose?(code: string): void
}

export function ChoiceField({ name, label, hint, isMultiple = false, choices, onChoose }: Props) {
  const { id, value, fault } = useField(name, { hint })
  const chosen = value.split(',')
  return (
    <FormFieldGroup {...{ id, label, hint, fault }} isTitle>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ code, text, mark }, index) => (
          <label
            key={code}
            className="check relative inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-xl px-3 font-medium"
          >
            <input
              id={index === 0 ? id : undefined}
              type={isMultiple ? 'checkbox' : 'radio'}
              name={name}
              value={code}
              defaultChecked={chosen.includes(code)}
              onChange={() => onChoose?.(code)}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            {mark}
            {text}
          </label>
        ))}
      </div>
    </FormFieldGroup>
  )
}
