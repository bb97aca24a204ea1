/** Sends a photo as soon as it is chosen, so that it is checked while the rest is filled in. */
import { MAX_PHOTO_BYTES } from '#lib/core/domain/photo.ts'
import { FAULT_CODES, type FaultCode } from '#lib/core/domain/proposal.ts'

const LIMIT_MILLISECONDS = 60_000

/** The id under which the proposal names the photo, or why it was not taken. */
export async function sendPhoto(file: File): Promise<{ id: string } | { fault: FaultCode }> {
  if (file.size > MAX_PHOTO_BYTES) return { fault: 'photo-too-large' }
  try {
    const answer = await fetch('/api/v1/photos', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
      signal: AbortSignal.timeout(LIMIT_MILLISECONDS),
    })
    const answerBody = (await answer.json()) as { photo?: string; errors?: { code: string }[] }
    if (answer.status === 201 && answerBody.photo) return { id: answerBody.photo }
    const fault = FAULT_CODES.find((known) => known === answerBody.errors?.[0]?.code)
    return { fault: fault ?? 'photo-not-stored' }
  } catch {
    return { fault: 'photo-not-stored' }
  }
}
