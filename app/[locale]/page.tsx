/** The explore page: the first results are readable before any script has arrived. */
import { Explorer } from '#components/explorer.tsx'
import { readCity } from '#lib/city.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'

export const dynamic = 'force-dynamic'

const FIRST_ENTRIES = 50

export default async function Page() {
  const snapshot = await readSnapshot().catch(() => null)
  const entries = snapshot?.entries ?? []
  const first = entries
    .slice(0, FIRST_ENTRIES)
    .map(({ slug, name, district }) => ({ slug, name, district: district ?? '' }))
  return (
    <Explorer
      first={first}
      total={entries.length}
      camera={readCity().camera}
      demonstration={snapshot?.demonstration ?? false}
    />
  )
}
