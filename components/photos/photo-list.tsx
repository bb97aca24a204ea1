/** Photos with what they show, who took them and how they may be used; each leads to its largest size. */
import { useTranslations } from 'next-intl'
import { type Photo, toLicenseAddress, toPhotoPath, toSourceSet } from '#lib/core/domain/photo.ts'

type Props = {
  photos: readonly Photo[]
  /** Of what they show, for those that nobody has described. */
  name: string
  /** Opens photos that are not public yet. */
  query?: string
}

export function PhotoList({ photos, name, query = '' }: Props) {
  const t = useTranslations('photos')
  if (photos.length === 0) return null
  return (
    <ul aria-label={t('title')} className="mt-3.5 grid grid-cols-2 gap-3" data-photos>
      {photos.map((photo, index) => (
        <li key={photo.id} className={index === 0 ? 'col-span-2' : 'col-span-2 sm:col-span-1'}>
          <figure>
            <a
              href={toPhotoPath(photo.id, 1600, query)}
              aria-label={t('enlarge', { nth: index + 1, count: photos.length })}
              className="block overflow-hidden rounded-xl border border-line"
            >
              {/* biome-ignore lint/performance/noImgElement: our own server has made the sizes already */}
              <img
                src={toPhotoPath(photo.id, 800, query)}
                srcSet={toSourceSet(photo, query)}
                sizes="(min-width: 40rem) 26rem, 100vw"
                width={photo.widthPixels}
                height={photo.heightPixels}
                loading="lazy"
                decoding="async"
                alt={photo.altText || t('undescribed', { name })}
                className="aspect-3/2 h-auto w-full bg-paper object-cover"
              />
            </a>
            <figcaption className="mt-1 text-muted text-sm">
              <PhotoCredit photo={photo} />
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )
}

function PhotoCredit({ photo: { author, license } }: { photo: Photo }) {
  const t = useTranslations('photos')
  const address = toLicenseAddress(license)
  return t.rich('credit', {
    author,
    license: () =>
      address ? (
        <a href={address} rel="license noopener noreferrer" className="underline">
          {t(`licenseNames.${license}`)}
        </a>
      ) : (
        t(`licenseNames.${license}`)
      ),
  })
}
