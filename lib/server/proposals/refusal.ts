/** The edge between forms and the readers of values: what a reader refuses becomes a fault that the answer lists. */
import type { FaultCode, FieldFault } from '#lib/core/domain/proposal.ts'
import { ValueFault, type ValueProblem } from '#lib/core/domain/values/value-fault.ts'

/** Thrown where a value can be read and yet not be taken. */
export class Refusal extends Error {
  readonly code: FaultCode
  constructor(code: FaultCode) {
    super(code)
    this.code = code
  }
}

/** What to say of a field whose reader threw; throws again what is no refusal. */
export function toFieldFault(field: string, fault: unknown): FieldFault {
  if (fault instanceof Refusal) return { field, code: fault.code }
  if (fault instanceof ValueFault) return { field, ...translate(fault.problem) }
  throw fault
}

function translate({ code, values }: ValueProblem): Omit<FieldFault, 'field'> {
  switch (code) {
    case 'no-text':
      return { code: 'unknown-choice', values: { choices: 'text' } }
    case 'no-yes-or-no':
      return { code: 'unknown-choice', values: { choices: 'yes, no' } }
    case 'unknown-choice':
      return { code, values: { choices: values.known.join(', ') } }
    case 'too-long':
      return { code, values: { max: values.most } }
    case 'too-many':
      return { code: 'out-of-range', values: { min: 0, max: values.most } }
    case 'out-of-range':
      return { code, values: { min: values.least, max: values.most } }
    case 'no-number':
    case 'no-whole-number':
      return { code }
    case 'no-day':
    case 'no-such-day':
    case 'too-far-away':
      return { code: 'no-day' }
    case 'no-web-address':
      return { code: 'no-website' }
    case 'no-mail-address':
      return { code: 'no-address' }
  }
}
