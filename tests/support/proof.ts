/** Solves a challenge as a browser would. */
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'

/** The proof for the field `proof`: base64 of challenge and solution as JSON. */
export async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey })
  if (!solution) throw new Error('The challenge has no solution.')
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}
