/** A step that only certain people may take, as they take it on its page. */
import type { Locator, Page } from '@playwright/test'
import type { Role } from '#lib/core/domain/role.ts'
import type { Somebody } from './identities.ts'

/** A page of the rightful person, a colleague of the same role, and two spaces on the map. */
export type Stage = { page: Page; person: Somebody; other: Somebody; space: string; second: string }

export type GuardedStep = {
  /** `file#function`. */
  action: string
  /** What the rightful person is. */
  role: Role
  /** A part of the register that it changes; of a step that reads, null: then its answer holds the name of `space`. */
  changes: string | null
  /** Everybody has one of one's own: sent by another it changes theirs, and no role is asked for. */
  isOfEverybody?: true
  /** A colleague of the same role may not do it with what is another's. */
  isOwn?: true
  /** Goes to where one press remains, which it returns. */
  prepare(stage: Stage): Promise<() => Promise<unknown>>
}

/** One press of a page or a part of it. */
export const button = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true })
