/** From a moderator's decision to the database's answer. */
import { createTranslator } from 'use-intl/core'
import { isAnswerTemplate } from '#lib/core/domain/answer-templates.ts'
import type { DecisionKind, StaffFault } from '#lib/core/domain/moderation.ts'
import { MAX_NOTE_LENGTH } from '#lib/core/domain/proposal.ts'
import { readText } from '#lib/core/domain/values/text-value.ts'
import de from '#lib/core/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/core/i18n/messages/en.json' with { type: 'json' }
import type { Fields } from '#lib/server/proposals/parse-proposal.ts'
import { toStatusPath } from '#lib/server/proposals/reference.ts'
import { decideProposal, type StaffProposal } from '#lib/server/queries/moderation.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'

export type Decision = {
  /** As it was when the moderator looked: who decides on an older one is told. */
  revision: number
  decision: DecisionKind
  answer: string
  fields?: Fields
}

export type DecisionOutcome =
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
): Promise<DecisionOutcome> {
  const { fault, row } = await decideProposal(client, {
    reference,
    ...decision,
    mail: { status_path: toStatusPath(locale, reference, secretKey) },
  })
  if (fault) return { outcome: 'fault', fault }
  if (!row) return { outcome: 'fault', fault: 'unknown' }
  if (row.outcome === 'conflict') return { outcome: 'conflict', state: row.state, decidedBy: row.decided_by }
  return { outcome: 'decided', slug: row.entry_slug }
}
