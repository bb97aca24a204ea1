/** The proof of work, computed beside what the visitor does; nobody is asked anything. */
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { fetchWithin } from '#lib/client/store/load-snapshot.ts'

/** A proof for the field `proof`; null where this browser or this connection gives none. */
export async function computeProof(): Promise<string | null> {
  try {
    const challenge = (await (await fetchWithin('/api/v1/challenge')).json()) as Challenge
    const solution = await solveChallenge({ challenge, deriveKey })
    return solution && btoa(JSON.stringify({ challenge, solution }))
  } catch {
    return null
  }
}
