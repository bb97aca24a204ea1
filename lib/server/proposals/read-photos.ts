/** The photos that a proposal names: each was taken in before and is here given its author, licence and description. */
import {
  MAX_ALT_TEXT_LENGTH,
  MAX_AUTHOR_LENGTH,
  PHOTO_FIELDS,
  PHOTO_LICENSES,
  type PhotoNote,
} from '#lib/core/domain/photo.ts'
import type { FaultCode, ProposalType } from '#lib/core/domain/proposal.ts'
import { readChoice } from '#lib/core/domain/values/choice-value.ts'
import { readText } from '#lib/core/domain/values/text-value.ts'
import { Refusal } from './refusal.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Read = <T>(field: string, reader: (value: unknown) => T) => T | null

/** `miss` hears of what is lacking. Only what may become an entry, or change one, has photos. */
export function readPhotoNotes(
  read: Read,
  miss: (field: string, code: FaultCode) => void,
  type: ProposalType,
): PhotoNote[] {
  return PHOTO_FIELDS.flatMap((fields) => {
    const id = read(fields.id, readId)
    const author = read(fields.author, (value) => readText(value, MAX_AUTHOR_LENGTH))
    const license = read(fields.license, (value) => readChoice(value, PHOTO_LICENSES))
    const alt = read(fields.alt, (value) => readText(value, MAX_ALT_TEXT_LENGTH))
    if (id === null) return []
    if (type !== 'new' && type !== 'change') miss(fields.id, 'unknown-field')
    if (author === null) miss(fields.author, 'required')
    if (license === null) miss(fields.license, 'required')
    return author === null || license === null ? [] : [{ id, author, license, alt_text: alt ?? '' }]
  })
}

function readId(value: unknown): string | null {
  const id = readText(value, 40)
  if (id !== null && !UUID.test(id)) throw new Refusal('photo-gone')
  return id
}
