/** The registered sources. */
import type { Source } from '#lib/core/domain/source.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

/** Reads all registered sources by key; throws when the database does not answer. */
export async function readSources(client: AnonClient): Promise<Source[]> {
  const { data, error } = await client.from('sources').select().order('key')
  if (error) throw new Error(`The sources cannot be read: ${error.message}`)
  return data.map((row) => ({
    key: row.key,
    title: row.title,
    license: row.license,
    licenseUrl: row.license_url,
    attribution: row.attribution,
    retrievedOn: row.retrieved_on,
    demonstration: row.is_demonstration,
  }))
}
