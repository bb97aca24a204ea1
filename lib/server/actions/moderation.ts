'use server'

/** What moderators decide. The database asks for the role at each of these steps. */
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DECISIONS, type DecisionKind } from '#lib/core/domain/moderation.ts'
import { EMPTY_FORM, type FormState } from '#lib/core/domain/staff-form.ts'
import { toModerationPath } from '#lib/core/view/paths.ts'
import { readRequestContext } from '#lib/server/account/request-context.ts'
import type { SignInContext } from '#lib/server/account/sign-in-by-code.ts'
import { readCity } from '#lib/server/city.ts'
import { type DecisionOutcome, decide, toAnswer } from '#lib/server/moderation/decide.ts'
import { readEntryForm } from '#lib/server/moderation/entry-form.ts'
import type { Fields } from '#lib/server/proposals/parse-proposal.ts'
import { describeFault } from '#lib/server/proposals/proposal-response.ts'
import { readProposal } from '#lib/server/queries/moderation.ts'
import { readStaffEntry, saveStaffEntry } from '#lib/server/queries/staff-entries.ts'

/** On one proposal, as it stands or with the values of the form; goes back to the queue when it is stored. */
export async function decideOne(state: FormState, form: FormData): Promise<FormState> {
  const context = await readRequestContext(form.get('locale'))
  const { session, secretKey, locale } = context
  const t = await getTranslations({ locale })
  const failed = (problem: string): FormState => ({ ...EMPTY_FORM, problem, attempt: state.attempt + 1 })
  const proposal = await readProposal(session, String(form.get('reference'))).catch(() => undefined)
  if (proposal === undefined) return failed(t('staff.faults.unavailable'))
  const decision = readDecision(form)
  if (!proposal || !decision) return failed(t('staff.faults.unknown'))
  const answer = toAnswer(form.get('answer'), form.get('template'), proposal.locale)
  if (decision === 'ask' && !answer) return failed(t('moderation.askNeedsText'))
  let fields: Fields = {}
  if (form.has('edited')) {
    const read = readEntryForm(proposal.kind, form, readCity().countryBox)
    const faults = read.faults.map((fault) => ({ field: fault.field, text: describeFault(fault, locale) }))
    if (faults.length > 0) return { ...failed(''), faults, typed: read.typed }
    fields = read.fields
  }
  const revision = Number(form.get('revision'))
  const outcome = await decide(session, secretKey, proposal, { revision, decision, answer, fields })
  if (outcome.outcome === 'fault') return failed(t(`staff.faults.${outcome.fault}`))
  if (outcome.outcome === 'conflict') {
    const person = outcome.decidedBy ?? t('moderation.somebody')
    return failed(t('moderation.conflict', { person, state: t(`moderation.states.${outcome.state}`) }))
  }
  redirect(`${toModerationPath(locale)}?done=${proposal.reference}&decision=${decision}`)
}

export type DecisionReport = { done: number; conflicts: string[]; failures: string[]; attempt: number }

/** On all that were ticked, with one answer; each is decided by itself. */
export async function decideMany(state: DecisionReport | null, form: FormData): Promise<DecisionReport> {
  const context = await readRequestContext(form.get('locale'))
  const report: DecisionReport = { done: 0, conflicts: [], failures: [], attempt: (state?.attempt ?? 0) + 1 }
  for (const pick of form.getAll('pick').map(String)) {
    const { name, outcome } = await decidePick(pick, form, context)
    if (outcome.outcome === 'decided') report.done += 1
    else report[outcome.outcome === 'conflict' ? 'conflicts' : 'failures'].push(name)
  }
  revalidatePath(toModerationPath(context.locale))
  return report
}

/** A pick is `reference/revision` of a proposal, or `candidate/slug` of an imported entry. */
async function decidePick(
  pick: string,
  form: FormData,
  { session, secretKey }: SignInContext,
): Promise<{ name: string; outcome: DecisionOutcome }> {
  const [name = '', rest = ''] = pick.split('/')
  const decision = readDecision(form)
  const unknown = { outcome: 'fault', fault: 'unknown' } as const
  if (!decision) return { name, outcome: unknown }
  if (name === 'candidate') return { name: rest, outcome: await publishCandidate(rest, decision, session) }
  const proposal = await readProposal(session, name).catch(() => null)
  if (!proposal) return { name, outcome: unknown }
  const answer = toAnswer(null, form.get('template'), proposal.locale)
  const revision = Number(rest)
  return { name, outcome: await decide(session, secretKey, proposal, { revision, decision, answer }) }
}

async function publishCandidate(
  slug: string,
  decision: DecisionKind,
  session: SignInContext['session'],
): Promise<DecisionOutcome> {
  const entry = await readStaffEntry(session, slug).catch(() => null)
  if (!entry) return { outcome: 'fault', fault: 'unknown' }
  if (entry.fields.status !== 'candidate')
    return { outcome: 'conflict', state: String(entry.fields.status), decidedBy: null }
  const { row } = await saveStaffEntry(session, {
    kind: entry.kind,
    slug,
    updated_at: entry.fields.updated_at,
    fields: { status: decision === 'accept' ? 'published' : 'withdrawn' },
  })
  if (!row) return { outcome: 'fault', fault: 'unavailable' }
  if (row.outcome === 'conflict') return { outcome: 'conflict', state: 'candidate', decidedBy: null }
  return { outcome: 'decided', slug }
}

function readDecision(form: FormData): DecisionKind | undefined {
  return DECISIONS.find((known) => known === form.get('decision'))
}
