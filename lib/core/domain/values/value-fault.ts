/** The one way in which a reader of values refuses. Each edge (file, form, interface) translates it into its own words. */

/** Per code what its sentence may name. `text` is what was given, shortened. */
type FaultValues = {
  'no-text': Record<string, never>
  'too-long': { length: number; most: number }
  'too-many': { count: number; most: number }
  'no-number': { text: string }
  'no-whole-number': { text: string; least: number; most: number }
  'out-of-range': { text: string; least: number; most: number }
  'no-day': { text: string }
  'no-such-day': { text: string; month: number }
  'too-far-away': { text: string; first: number; last: number }
  'no-yes-or-no': { text: string }
  'unknown-choice': { text: string; known: readonly string[] }
  'no-web-address': { text: string }
  'no-mail-address': { text: string }
}
type ValueFaultCode = keyof FaultValues
export type ValueProblem = {
  [Code in ValueFaultCode]: { code: Code; values: FaultValues[Code] }
}[ValueFaultCode]

const MAX_SHOWN_LENGTH = 80

export class ValueFault extends Error {
  readonly problem: ValueProblem
  constructor(problem: ValueProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** A text as a fault shows it. */
export function toShownText(text: string): string {
  return text.slice(0, MAX_SHOWN_LENGTH)
}
