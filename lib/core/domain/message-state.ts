/** How a message to send stands, on its way between form and server. */
import type { FieldFault } from '#lib/core/domain/proposal.ts'

export type MessageState = {
  step: 'open' | 'sent' | 'confirm'
  /** What was typed, so that nothing is lost. */
  values: Readonly<Record<string, string>>
  faults: readonly FieldFault[]
  /** Why the whole message was not taken. */
  refusal: 'too-many' | 'unavailable' | null
}

export const OPEN_MESSAGE: MessageState = { step: 'open', values: {}, faults: [], refusal: null }

/** A field that people do not see; what stands in it was written by a robot. */
export const MESSAGE_TRAP_FIELD = 'homepage'
