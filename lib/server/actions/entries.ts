'use server'

/** Staff's own work on entries. The database asks for the role, keeps the history and refuses to overwrite what somebody else saved. */
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { KINDS, type Kind } from '#lib/core/domain/entry.ts'
import { toDay, toIsoDate } from '#lib/core/domain/freshness.ts'
import { EMPTY_FORM, type FormState } from '#lib/core/domain/staff-form.ts'
import { readMailAddress } from '#lib/core/domain/values/link-value.ts'
import { readText } from '#lib/core/domain/values/text-value.ts'
import { ValueFault } from '#lib/core/domain/values/value-fault.ts'
import { LOCALES } from '#lib/core/i18n/routing.ts'
import { toStaffEntryPath } from '#lib/core/view/paths.ts'
import { readRequestContext } from '#lib/server/account/request-context.ts'
import { readCity } from '#lib/server/city.ts'
import { readEntryForm, STATUSES } from '#lib/server/moderation/entry-form.ts'
import { describeFault } from '#lib/server/proposals/proposal-response.ts'
import { mergeStaffEntries, saveOfferer, saveStaffEntry } from '#lib/server/queries/staff-entries.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'

/** Creates an entry, or changes the one that `slug` and `updated_at` name. */
export async function saveEntry(state: FormState, form: FormData): Promise<FormState> {
  const { session, locale } = await readRequestContext(form.get('locale'))
  const t = await getTranslations({ locale })
  const kind = KINDS.find((known) => known === form.get('kind')) ?? 'space'
  const { fields, faults, typed } = readEntryForm(kind, form, readCity().countryBox)
  const failed = (problem: string): FormState => ({
    ...EMPTY_FORM,
    problem,
    typed,
    attempt: state.attempt + 1,
  })
  if (faults.length > 0)
    return {
      ...failed(''),
      faults: faults.map((fault) => ({ field: fault.field, text: describeFault(fault, locale) })),
    }
  const result = await save(session, form, kind, {
    ...fields,
    ...(form.has('confirmed') && { confirmed_on: toIsoDate(toDay(new Date())), confirmed_by: 'moderator' }),
    ...(form.get('status') === 'published' && { status: 'published' }),
  })
  if (result.fault) return failed(t(result.fault))
  redirect(`${toStaffEntryPath(locale, result.slug)}?saved=1`)
}

/** Archives an entry, brings it back or publishes it. */
export async function setStatus(form: FormData): Promise<void> {
  const { session, locale } = await readRequestContext(form.get('locale'))
  const kind = KINDS.find((known) => known === form.get('kind')) ?? 'space'
  const status = STATUSES.find((known) => known === form.get('status'))
  const slug = String(form.get('slug'))
  const result = status ? await save(session, form, kind, { status }) : { fault: 'staff.faults.unknown' }
  redirect(`${toStaffEntryPath(locale, slug)}?${result.fault ? `fault=${result.fault}` : 'saved=1'}`)
}

/** Takes another entry into this one; it may be named by its slug or by its whole address. */
export async function mergeEntries(form: FormData): Promise<void> {
  const { session, locale } = await readRequestContext(form.get('locale'))
  const keep = String(form.get('slug'))
  const remove = String(form.get('remove')).trim().split('/').at(-1)?.slice(0, 120)
  const { fault, isMerged } = await mergeStaffEntries(session, { kind: form.get('kind'), keep, remove })
  const refusal = fault ? `fault=staff.faults.${fault}` : !isMerged && 'fault=editing.notMerged'
  redirect(`${toStaffEntryPath(locale, keep)}?${refusal || 'merged=1'}`)
}

/** Says who offers a space; without an address nobody does. */
export async function setOfferer(form: FormData): Promise<void> {
  const { session, locale } = await readRequestContext(form.get('locale'))
  const slug = String(form.get('slug'))
  const path = toStaffEntryPath(locale, slug)
  let offerer: { name: string | null; email: string | null }
  try {
    offerer = { name: readText(form.get('name'), 200), email: readMailAddress(form.get('email')) }
  } catch (fault) {
    if (!(fault instanceof ValueFault)) throw fault
    redirect(`${path}?fault=faults.no-address`)
  }
  const language = LOCALES.find((known) => known === form.get('language')) ?? 'de'
  const { fault, isSaved } = await saveOfferer(session, { slug, ...offerer, locale: language })
  const refusal = fault ?? (isSaved ? null : 'unknown')
  redirect(`${path}?${refusal ? `fault=staff.faults.${refusal}` : 'saved=1'}`)
}

type Saved = { fault: null; slug: string } | { fault: string; slug?: undefined }

/** A fault is the name of its message. */
async function save(session: SessionClient, form: FormData, kind: Kind, fields: object): Promise<Saved> {
  const { fault, row } = await saveStaffEntry(session, {
    kind,
    slug: form.get('slug')?.toString() || null,
    updated_at: form.get('updated_at'),
    fields,
  })
  if (fault) return { fault: `staff.faults.${fault}` }
  if (!row) return { fault: 'staff.faults.unknown' }
  return row.outcome === 'conflict' ? { fault: 'editing.conflict' } : { fault: null, slug: row.slug }
}
