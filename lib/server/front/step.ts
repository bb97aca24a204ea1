/** The steps that a request takes before Next sees it. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** `handled`: the step answers, and nothing after it sees the request. `next`: the following step goes on. */
export type StepResult = 'handled' | 'next'

/** Looks at a request, may change its headers, and answers it or passes it on. A step never reads the body. */
export type Step = (request: IncomingMessage, response: ServerResponse) => StepResult | Promise<StepResult>

/** Runs the steps in their order; those that answer at once cost no turn of the event loop. Rejects where a step throws. */
export async function runSteps(
  steps: readonly Step[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<StepResult> {
  for (const step of steps) {
    const result = step(request, response)
    if ((typeof result === 'string' ? result : await result) === 'handled') return 'handled'
  }
  return 'next'
}
