/** What a page with the map says of the version that it is written with. */
import type { Source } from '#lib/core/domain/source.ts'
import { readSnapshot } from './snapshot-cache.ts'

export type Published = { version: string | null; isDemonstration: boolean; sources: readonly Source[] }

/** Without a version while the database has never answered. */
export async function readPublished(): Promise<Published> {
  const snapshot = await readSnapshot().catch(() => null)
  if (!snapshot) return { version: null, isDemonstration: false, sources: [] }
  const { version, demonstration, sources } = snapshot
  return { version, isDemonstration: demonstration, sources }
}
