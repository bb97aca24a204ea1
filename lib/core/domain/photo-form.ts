/** What the form of a single photo comes back with. */
import type { FieldFault } from './proposal.ts'

export type PhotoForm = {
  faults: readonly FieldFault[]
  values: Readonly<Record<string, string>>
  /** What became of it, as a key of the texts `photos`. */
  notice: 'added' | 'full' | 'closed' | null
  /** Rises with every answer, so that the form is shown again. */
  attempt: number
}

export const EMPTY_PHOTO_FORM: PhotoForm = { faults: [], values: {}, notice: null, attempt: 0 }
