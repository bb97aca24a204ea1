/** The list of steps before Next. To add one, name it here. */
import { dropClaims } from './drop-claims.ts'
import { refuseUndecodable } from './refuse-undecodable.ts'
import type { Step } from './step.ts'

/** The steps for a configuration, in their order: headers are put right before anything reads them. */
export function listSteps(env: Readonly<Record<string, string | undefined>>): Step[] {
  return [...(env.TRUST_PROXY === '1' ? [] : [dropClaims]), refuseUndecodable]
}
