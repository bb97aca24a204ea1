/** A fetch that gives up: no page and no command waits for the database for ever. */

/** Aborts after the given time, or earlier when the caller's own signal does. */
export function createTimedFetch(limitMilliseconds: number): typeof fetch {
  return (input, init) => {
    const limit = AbortSignal.timeout(limitMilliseconds)
    return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit })
  }
}
