/** Reads the fields of a message that a visitor wrote, by the same rules as those of a proposal. */

import { MESSAGE_TRAP_FIELD } from '#lib/core/domain/message-state.ts'
import { type FieldFault, MAX_NOTE_LENGTH } from '#lib/core/domain/proposal.ts'
import { readMailAddress } from '#lib/core/domain/values/link-value.ts'
import { readText } from '#lib/core/domain/values/text-value.ts'
import { toFieldFault } from '#lib/server/proposals/refusal.ts'

export type ReadMessage = {
  message: string
  name: string | null
  email: string | null
  page: string | null
  isTrapped: boolean
  values: Record<string, string>
  faults: FieldFault[]
}

const READERS = {
  message: (value: unknown) => readText(value, MAX_NOTE_LENGTH, true),
  name: (value: unknown) => readText(value, 200),
  email: readMailAddress,
  page: (value: unknown) => readText(value, 500),
} as const
type Field = keyof typeof READERS

/** Rejects nothing: what cannot be taken is named in `faults`; `required` fields must not be empty, `agreed` boxes must be ticked. */
export function readMessage(
  form: FormData,
  required: readonly Field[],
  agreed: readonly string[] = [],
): ReadMessage {
  const faults: FieldFault[] = []
  const read = (field: Field): string | null => {
    try {
      const value = READERS[field](form.get(field) ?? undefined)
      if (value === null && required.includes(field)) faults.push({ field, code: 'required' })
      return value
    } catch (fault) {
      faults.push(toFieldFault(field, fault))
      return null
    }
  }
  const message = read('message') ?? ''
  const [name, email, page] = [read('name'), read('email'), read('page')]
  for (const field of agreed) if (form.get(field) !== 'yes') faults.push({ field, code: 'required' })
  return {
    message,
    name,
    email,
    page,
    isTrapped: Boolean(form.get(MESSAGE_TRAP_FIELD)),
    values: Object.fromEntries(
      ['message', 'name', 'email', 'page', 'shares', 'rules'].map((field) => [
        field,
        String(form.get(field) ?? '').slice(0, 4 * MAX_NOTE_LENGTH),
      ]),
    ),
    faults,
  }
}
