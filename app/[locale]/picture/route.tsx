/** The picture of the map for shared links. */
import { getTranslations } from 'next-intl/server'
import { respondWithPicture } from '#components/pictures/draw-picture.ts'
import { ExplorePicture } from '#components/pictures/explore-picture.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'

type Params = { params: Promise<{ locale: string }> }

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const locale = toLocale((await params).locale)
  const t = await getTranslations({ locale })
  const city = readCity().name[locale]
  return respondWithPicture(`explore/${locale}`, () => (
    <ExplorePicture title={t('site.description', { city })} city={city} tagline={t('entry.tagline')} />
  ))
}
