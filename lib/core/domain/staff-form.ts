/** What a form with a fault comes back with. */

export type FormState = {
  /** Fields that cannot be taken, each with its reason in words. */
  faults: { field: string; text: string }[]
  /** What was typed, to be shown again; null where the form was not read. */
  typed: Readonly<Record<string, string | string[]>> | null
  /** Why nothing was stored, in words; empty for none. */
  problem: string
  /** Rises with every answer, so that each is shown as a new one. */
  attempt: number
}

export const EMPTY_FORM: FormState = { faults: [], typed: null, problem: '', attempt: 0 }
