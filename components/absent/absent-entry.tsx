/** Says that an entry is not there, and what one can do instead. */
import { useLocale, useTranslations } from 'next-intl'
import { PageFrame } from '#components/frame/page-frame.tsx'
import type { Departure } from '#lib/core/domain/entry-details.ts'
import { MAX_QUERY_LENGTH } from '#lib/core/view/filter.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'

type Props = {
  city: string
  isDemonstration: boolean
  /** Null for an entry that never was. */
  departure: Departure | null
  /** What the address asked for, in words. */
  asked: string
  similar: readonly { slug: string; name: string }[]
}

export function AbsentEntry({ city, isDemonstration, departure, asked, similar }: Props) {
  const t = useTranslations('absent')
  const locale = useLocale()
  const reason = departure ?? 'unknown'
  return (
    <PageFrame
      city={city}
      title={t(`${reason}.title`)}
      lead={t(`${reason}.text`)}
      isDemonstration={isDemonstration}
    >
      <SearchForm asked={asked} />
      {similar.length > 0 && (
        <section className="mt-10 max-w-2xl" aria-labelledby="similar">
          <h2 id="similar" className="font-bold font-display text-xl">
            {t('similar')}
          </h2>
          <ul className="mt-3 divide-y divide-line border-line border-y">
            {similar.map(({ slug, name }) => (
              <li key={slug}>
                <a
                  href={toEntryPath(locale, slug)}
                  className="flex min-h-11 items-center py-2 font-semibold text-seedling underline-offset-2 hover:underline"
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="mt-10 flex flex-wrap gap-x-6 gap-y-2 font-semibold">
        {departure === 'taken' && (
          <a href={`/${locale}?k=space`} className="inline-flex min-h-6 items-center text-seedling underline">
            {t('spaces')}
          </a>
        )}
        <a href={`/${locale}`} className="inline-flex min-h-6 items-center text-seedling underline">
          {t('back')}
        </a>
      </p>
    </PageFrame>
  )
}

/** Works without script: the explore page reads the words from its address. */
function SearchForm({ asked }: { asked: string }) {
  const t = useTranslations('absent')
  const locale = useLocale()
  return (
    <search>
      <form action={`/${locale}`} className="mt-8 flex max-w-2xl gap-2">
        <input
          type="search"
          name="q"
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={MAX_QUERY_LENGTH}
          defaultValue={asked.slice(0, MAX_QUERY_LENGTH)}
          className="h-11 min-w-0 flex-1 rounded-xl border border-edge bg-sheet px-3 placeholder:text-muted"
        />
        <button
          type="submit"
          className="h-11 cursor-pointer rounded-xl bg-seedling px-4 font-semibold text-on-seedling"
        >
          {t('submit')}
        </button>
      </form>
    </search>
  )
}
