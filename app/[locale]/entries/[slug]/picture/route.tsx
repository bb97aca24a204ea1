/** The picture of an entry for shared links. */
import { getTranslations } from 'next-intl/server'
import { respondWithPicture } from '#components/pictures/draw-picture.ts'
import { EntryPicture } from '#components/pictures/entry-picture.tsx'
import { toMark } from '#lib/core/domain/listed-entry.ts'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { readEntry } from '#lib/server/published/read-entry-details.ts'

type Params = { params: Promise<{ locale: string; slug: string }> }

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { locale: asked, slug } = await params
  const locale = toLocale(asked)
  const found = await readEntry(slug)
  if (!found) return new Response(null, { status: 404 })
  const t = await getTranslations({ locale })
  const mark = toMark(found.entry)
  const { name, district } = found.entry
  return respondWithPicture(`${found.version}/${locale}/${slug}`, () => (
    <EntryPicture
      name={name}
      mark={mark}
      type={mark.kind === 'business' ? t(`disciplines.${mark.discipline}`) : t(`uses.${mark.use}`)}
      place={district ?? ''}
      city={readCity().name[locale]}
      tagline={t('entry.tagline')}
    />
  ))
}
