/**
 * The eleven official submarkets (Teilmärkte) of the Kultur- und Kreativwirtschaft and `other`, in their
 * official order. The position in this list is the discipline's byte in the snapshot: append, never reorder.
 */
export const DISCIPLINES = [
  'music',
  'books',
  'art',
  'film',
  'broadcasting',
  'performing-arts',
  'design',
  'architecture',
  'press',
  'advertising',
  'software-games',
  'other',
] as const

export type Discipline = (typeof DISCIPLINES)[number]

const KNOWN: ReadonlySet<string> = new Set(DISCIPLINES)

/** Whether a text is a discipline's code. */
export function isDiscipline(code: string): code is Discipline {
  return KNOWN.has(code)
}
