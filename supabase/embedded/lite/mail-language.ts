/**
 * The language of a sign-in mail. Lite forgets the address to which signing in shall lead before it writes the mail, so its
 * language is kept here for as long as the request runs.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const LANGUAGES = ['de', 'en'] as const
type Language = (typeof LANGUAGES)[number]

const current = new AsyncLocalStorage<Language>()

/** Runs a request under the language in which its address says that it goes on (`redirect_to`); German where it says none. */
export function inMailLanguage<T>(path: string, work: () => Promise<T>): Promise<T> {
  const target = new URL(path, 'http://backend').searchParams.get('redirect_to') ?? ''
  const [, part] = /^https?:\/\/[^/]+\/([a-z]{2})(?:[/?#]|$)/.exec(target) ?? []
  return current.run(LANGUAGES.find((known) => known === part) ?? 'de', work)
}

export function readMailLanguage(): Language {
  return current.getStore() ?? 'de'
}
