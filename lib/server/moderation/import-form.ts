/** The form of an import: what is typed there, and what may be wrong with it. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { TypedImport } from '#lib/core/domain/import-limits.ts'
import type { ImportMessage } from '#lib/server/import/import-messages.ts'
import { type Profile, parseJson, parseProfile, readProfile } from '#lib/server/import/profile.ts'
import { parseSourceKey } from '#lib/server/import/register-source.ts'
import { toFaultMessage } from '#lib/server/import/row.ts'
import type { ReceivedForm } from './receive-import.ts'

export type ImportFault = {
  field: 'file' | 'profile' | 'profile_file' | 'source'
  code: ImportFaultCode
  /** What the importer says of it. */
  importMessage?: ImportMessage
}
type ImportFaultCode =
  | 'file-missing'
  | 'file-too-large'
  | 'file-unreadable'
  | 'profile-unknown'
  | 'profile-missing'
  | 'profile-wrong'
  | 'source-missing'
  | 'source-wrong'

type ReadForm = { typed: TypedImport; faults: ImportFault[]; profile: Profile | null }

/** Rejects nothing: every field that cannot be taken is named. */
export async function readImportForm({ fields, files }: ReceivedForm): Promise<ReadForm> {
  const typed = {
    profile: fields.profile ?? '',
    source: (fields.source ?? '').trim(),
    publish: fields.publish === 'yes',
  }
  const faults: ImportFault[] = []
  const miss = (field: ImportFault['field'], code: ImportFaultCode, importMessage?: ImportMessage) =>
    faults.push({ field, code, ...(importMessage && { importMessage }) })
  if (!files.file) miss('file', 'file-missing')
  else if (files.file.isTooLarge) miss('file', 'file-too-large')
  let profile: Profile | null = null
  if (['osm', 'omt', 'csv'].includes(typed.profile)) profile = readProfile(typed.profile)
  else if (typed.profile !== 'own') miss('profile', 'profile-unknown')
  else if (!files.profile_file || files.profile_file.isTooLarge) miss('profile_file', 'profile-missing')
  else {
    try {
      profile = await readOwnProfile(files.profile_file.path)
    } catch (fault) {
      miss('profile_file', 'profile-wrong', toFaultMessage(fault))
    }
  }
  if (!typed.source) miss('source', 'source-missing')
  else if (!isSourceKey(typed.source)) miss('source', 'source-wrong')
  return { typed, faults, profile }
}

async function readOwnProfile(path: string): Promise<Profile> {
  const name = basename(path)
  return parseProfile(parseJson(await readFile(path, 'utf8'), name), name)
}

function isSourceKey(text: string): boolean {
  try {
    return parseSourceKey(text) === text
  } catch {
    return false
  }
}
