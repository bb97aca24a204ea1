'use server'

/** Steps of a proposal from pages; each works without script. */
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { PhotoForm } from '#lib/core/domain/photo-form.ts'
import { MAX_NOTE_LENGTH, type ProposalForm, type ProposalValues } from '#lib/core/domain/proposal.ts'
import { readSender } from '#lib/server/account/read-sender.ts'
import { readRequestContext } from '#lib/server/account/request-context.ts'
import { addFormPhoto } from '#lib/server/media/add-photo.ts'
import { takeFormPhotos } from '#lib/server/media/take-form-photo.ts'
import { hashToken, toStatusPath } from '#lib/server/proposals/reference.ts'
import { submitForm } from '#lib/server/proposals/submit-form.ts'
import { findNearEntries } from '#lib/server/published/near-entries.ts'
import { readPerson } from '#lib/server/queries/people.ts'
import { addProposalPhoto } from '#lib/server/queries/photos.ts'
import { confirmProposal, replyToQuestion, withdrawProposal } from '#lib/server/queries/proposals.ts'

export async function propose(_state: ProposalForm, form: FormData): Promise<ProposalForm> {
  const { admin, session, secretKey, address } = await readRequestContext(form.get('locale'))
  const photoFaults = await takeFormPhotos(form, { client: admin, secretKey, address })
  const person = await readPerson(session)
  const sender = await readSender(admin, person?.id ?? null, address)
  const stored = await submitForm(form, {
    client: admin,
    secretKey,
    sender,
    photoFaults,
    findNear: findNearEntries,
  })
  return typeof stored === 'string' ? redirect(`${stored}&done=sent`) : stored
}

/** From the form of a signed-in person, by script; null where nobody is signed in any more. */
export async function proposeAsPerson(
  values: ProposalValues,
  key: string,
): Promise<string | ProposalForm | null> {
  const { admin, session, secretKey, address } = await readRequestContext(values.locale)
  const person = await readPerson(session)
  if (!person) return null
  const form = new FormData()
  for (const [name, text] of Object.entries({ ...values, idempotency_key: key })) form.set(name, String(text))
  const sender = await readSender(admin, person.id, address)
  return submitForm(form, { client: admin, secretKey, sender, photoFaults: [] })
}

export async function confirmByMail(form: FormData): Promise<void> {
  const { admin, secretKey, locale } = await readRequestContext(form.get('locale'))
  const reference = await confirmProposal(admin, hashToken(readText(form, 'token', 200)))
  redirect(
    reference
      ? `${toStatusPath(locale, reference, secretKey)}&done=confirmed`
      : `/${locale}/propose/confirm?expired=1`,
  )
}

export async function withdraw(form: FormData): Promise<void> {
  const { admin, locale } = await readRequestContext(form.get('locale'))
  const { reference, token, path } = readLink(form, locale)
  const isDone = await withdrawProposal(admin, reference, hashToken(token))
  redirect(`${path}&done=${isDone ? 'withdrawn' : 'late'}`)
}

export async function reply(form: FormData): Promise<void> {
  const { admin, locale } = await readRequestContext(form.get('locale'))
  const { reference, token, path } = readLink(form, locale)
  const words = readText(form, 'words', MAX_NOTE_LENGTH)
  if (!words) redirect(`${path}&done=empty#reply`)
  const isDone = await replyToQuestion(admin, reference, hashToken(token), words)
  redirect(`${path}&done=${isDone ? 'replied' : 'late'}`)
}

/** Adds a photo to a proposal that is not answered yet. */
export async function addPhoto(state: PhotoForm, form: FormData): Promise<PhotoForm> {
  const { admin, secretKey, address, locale } = await readRequestContext(form.get('locale'))
  const { reference, token, path } = readLink(form, locale)
  const context = { client: admin, secretKey, address }
  const added = await addFormPhoto(state, form, context, (photo) =>
    addProposalPhoto(admin, reference, hashToken(token), photo),
  )
  if (added.notice === 'added') revalidatePath(path)
  return added
}

/** The page that a form came from, by the two parts of its link. */
function readLink(form: FormData, locale: string) {
  const reference = readText(form, 'reference', 40)
  const token = readText(form, 'token', 200)
  const path = `/${locale}/propose/${encodeURIComponent(reference)}?token=${encodeURIComponent(token)}`
  return { reference, token, path }
}

function readText(form: FormData, name: string, maxLength: number): string {
  const text = form.get(name)
  return typeof text === 'string' ? text.toWellFormed().replaceAll('\0', '').trim().slice(0, maxLength) : ''
}
