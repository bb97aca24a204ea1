/** The explore page: the first results are readable before any script has arrived. */
import { getLocale, getTranslations } from 'next-intl/server'
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
  const { name, camera } = readCity()
  const t = await getTranslations('site')
  const city = name[(await getLocale()) === 'en' ? 'en' : 'de']
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{t('title', { city })}</h1>
      <Explorer
        first={first}
        total={entries.length}
        camera={camera}
        demonstration={snapshot?.demonstration ?? false}
      />
    </main>
  )
}
