/** The pages of signed-in people, and which roles each is for. */
import type { Role } from '#lib/core/domain/role.ts'
import { toAccountPath, toAdminPath, toImportPath, toModerationPath, toStaffEntryPath } from './paths.ts'

export const STAFF_PAGES = ['account', 'moderation', 'entries', 'import', 'admin', 'outbox', 'audit'] as const
export type StaffPageName = (typeof STAFF_PAGES)[number]

const MODERATORS: readonly Role[] = ['moderator', 'admin']

/** The database asks again; this only spares people doors that do not open. */
export const PAGE_ROLES: Record<StaffPageName, readonly Role[]> = {
  account: ['member', 'moderator', 'planner', 'admin'],
  moderation: MODERATORS,
  entries: MODERATORS,
  import: MODERATORS,
  admin: ['admin'],
  outbox: ['admin'],
  audit: ['admin'],
}

export function toStaffPath(locale: string, page: StaffPageName): string {
  if (page === 'account') return toAccountPath(locale)
  if (page === 'moderation') return toModerationPath(locale)
  if (page === 'entries') return toStaffEntryPath(locale)
  if (page === 'import') return toImportPath(locale)
  return toAdminPath(locale, page === 'admin' ? '' : page)
}
