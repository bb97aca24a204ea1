/** Texts that only signed-in staff reads, or that one page alone needs, stay out of everybody's pages. */

const STAFF = [
  'staff',
  'moderation',
  'answerTemplates',
  'editing',
  'entryFields',
  'admin',
  'importing',
] as const
/** Read by the server alone. */
const SERVER = ['mails', 'problems', 'publicPages', 'importer'] as const
/** What forms of the staff use beside their own texts. */
const SHARED = ['disciplines', 'uses', 'photos', 'propose', 'faults', 'map'] as const
const PLANNING = ['planning'] as const
/** What planning uses beside its own texts. */
const PLANNING_SHARED = ['areaName', 'demonstration', 'density', 'disciplines', 'map'] as const

type Messages = Readonly<Record<string, unknown>>

export function toPublicMessages(messages: Messages): Record<string, unknown> {
  const hidden: readonly string[] = [...STAFF, ...SERVER, ...PLANNING]
  return Object.fromEntries(Object.entries(messages).filter(([name]) => !hidden.includes(name)))
}

export function toStaffMessages(messages: Messages): Record<string, unknown> {
  return pick(messages, [...STAFF, ...SHARED])
}

export function toPlanningMessages(messages: Messages): Record<string, unknown> {
  return pick(messages, [...PLANNING, ...PLANNING_SHARED])
}

function pick(messages: Messages, shown: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(messages).filter(([name]) => shown.includes(name)))
}
