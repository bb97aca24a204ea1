/** Why the database did not do what a signed-in person asked for, as a code that pages tell in words. */
import type { StaffFault } from '#lib/core/domain/moderation.ts'

/**
 * `refused`: a rule of the database forbids these values; `forbidden`: the session has ended, or the role is another now. Where PostgREST
 * gives the code of a violated rule, lite gives one of its own and the rule in the message.
 */
export function toStaffFault({ code = '', message = '' }: { code?: string; message?: string }): StaffFault {
  if (code === '42501' || code === 'PGRST301' || code === 'PGRST303') return 'forbidden'
  return /^(22|23)/.test(code) || /violates [a-z ]+ constraint/.test(message) ? 'refused' : 'unavailable'
}

/** The rows of an answer; throws where there are none because of a fault. */
export function toRows<T>({ data, error }: { data: T | null; error: { message: string } | null }): T {
  if (error || data === null)
    throw new Error(`The database does not answer the staff: ${error?.message ?? 'no data'}`)
  return data
}
