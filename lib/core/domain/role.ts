/** What people may do. */
export const ROLES = ['member', 'moderator', 'planner', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Who is signed in, and as what. */
export type Person = { id: string; email: string; role: Role }

/** Whether someone decides on proposals. */
export function isModerator(person: Person | null): boolean {
  return person?.role === 'moderator' || person?.role === 'admin'
}
