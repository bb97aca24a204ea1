/** From a moderator's decision to the database's answer. */
import { createTranslator } from 'next-intl'
import { isAnswerTemplate } from '#lib/core/domain/answer-templates.ts'
import { MAX_NOTE_LENGTH } from '#lib/core/domain/proposal.ts'
import de from '#lib/core/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/core/i18n/messages/en.json' with { type: 'json' }
import { readText } from '#lib/server/proposals/fields.ts'
import type { Fields } from '#lib/server/proposals/parse-proposal.ts'
import { toStatusPath } from '#lib/server/proposals/reference.ts'
import type { StaffProposal } from '#lib/server/queries/moderation.ts'
import { type StaffFault, toStaffFault } from '#lib/server/queries/staff-fault.ts'
import type { SessionClient } from '#lib/server/supabase/session.ts'

export const DECISIONS = ['accept', 'decline', 'ask', 'take'] as const
export type DecisionKind = (typeof DECISIONS)[number]

export type Decision = {
  /** As it was when the moderator looked: who decides on an older one is told. */
  revision: number
  decision: DecisionKind
  answer: string
  fields?: Fields
}

export type Outcome =
  | { outcome: 'decided'; slug: string | null }
  | { outcome: 'conflict'; state: string; decidedBy: string | null }
  | { outcome: 'fault'; fault: StaffFault | 'unknown' }

const MESSAGES = { de, en }

/** The words of an answer in the proposer's language: what was written, or else the template that was chosen. */
export function toAnswer(text: unknown, template: unknown, locale: StaffProposal['locale']): string {
  const written = readText(
    typeof text === 'string' ? text.slice(0, MAX_NOTE_LENGTH) : null,
    MAX_NOTE_LENGTH,
    true,
  )
  if (written) return written
  if (!isAnswerTemplate(template)) return ''
  return createTranslator({ locale, messages: MESSAGES[locale], namespace: 'answerTemplates' })(
    `${template}.text`,
  )
}

/** One decision per revision; the proposer gets a mail with the link to the state. */
export async function decide(
  client: SessionClient,
  secretKey: string,
  { reference, locale }: Pick<StaffProposal, 'reference' | 'locale'>,
  decision: Decision,
): Promise<Outcome> {
  const { data, error } = await client.rpc('staff_decide', {
    payload: JSON.stringify({
      reference,
      ...decision,
      mail: { status_path: toStatusPath(locale, reference, secretKey) },
    }),
  })
  if (error) return { outcome: 'fault', fault: toStaffFault(error) }
  const [row] = data
  if (!row) return { outcome: 'fault', fault: 'unknown' }
  if (row.outcome === 'conflict') return { outcome: 'conflict', state: row.state, decidedBy: row.decided_by }
  return { outcome: 'decided', slug: row.entry_slug }
}
