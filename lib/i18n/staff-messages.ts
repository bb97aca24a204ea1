/** Texts that only signed-in staff reads stay out of everybody's pages. */

const STAFF = ['staff', 'moderation', 'answerTemplates', 'editing', 'entryFields', 'admin'] as const
/** Read by the server alone. */
const SERVER = ['mails', 'problems', 'publicPages'] as const
/** What forms of the staff use beside their own texts. */
const SHARED = ['disciplines', 'uses', 'photos', 'propose', 'faults'] as const

type Messages = Readonly<Record<string, unknown>>

export function toPublicMessages(messages: Messages): Record<string, unknown> {
  const hidden: readonly string[] = [...STAFF, ...SERVER]
  return Object.fromEntries(Object.entries(messages).filter(([name]) => !hidden.includes(name)))
}

export function toStaffMessages(messages: Messages): Record<string, unknown> {
  const shown: readonly string[] = [...STAFF, ...SHARED]
  return Object.fromEntries(Object.entries(messages).filter(([name]) => shown.includes(name)))
}
