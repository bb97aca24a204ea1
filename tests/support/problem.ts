/** A refusal of the public interface (RFC 9457). */
import { expect } from 'vitest'

export type ProblemAnswer = {
  status: number
  detail: string
  errors: { parameter: string; detail: string }[]
}

/** What it says; fails where the answer is anything else. */
export async function readProblem(response: Response): Promise<ProblemAnswer> {
  expect(response.status).toBe(400)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  return response.json()
}
