/** Photos of a proposal or an entry, each to be described, left out or taken back in. */
import { getTranslations } from 'next-intl/server'
import { AddPhotoForm } from '#components/propose/photos/add-photo-form.tsx'
import { FIELD, PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { Section } from '#components/ui/section.tsx'
import { MAX_ALT_TEXT_LENGTH, MAX_AUTHOR_LENGTH, toPhotoPath } from '#lib/core/domain/photo.ts'
import { addEntryPhoto, savePhoto } from '#lib/server/actions/photos.ts'
import type { StaffPhoto } from '#lib/server/queries/moderation-photos.ts'

type Props = {
  photos: readonly StaffPhoto[]
  /** Entries take new photos; proposals (null) have those that came with them. */
  entrySlug: string | null
  locale: string
}

export async function PhotoSection({ photos, entrySlug, locale }: Props) {
  const t = await getTranslations('photos')
  if (photos.length === 0 && entrySlug === null) return null
  return (
    <Section id="photos" title={t('title')}>
      {photos.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="grid gap-4 sm:grid-cols-2">
        {photos.map((photo, index) => (
          <PhotoItem key={photo.id} photo={photo} nth={index + 1} locale={locale} />
        ))}
      </ul>
      {entrySlug !== null && (
        <div className="mt-4 max-w-2xl">
          <AddPhotoForm action={addEntryPhoto}>
            <input type="hidden" name="slug" value={entrySlug} />
            <input type="hidden" name="locale" value={locale} />
          </AddPhotoForm>
        </div>
      )}
    </Section>
  )
}

async function PhotoItem({ photo, nth, locale }: { photo: StaffPhoto; nth: number; locale: string }) {
  const t = await getTranslations()
  const { id, altText, author, license, isLeftOut, widthPixels, heightPixels } = photo
  const field = (name: 'alt' | 'author', column: string, value: string, maxLength: number) => (
    <div>
      <label htmlFor={`${name}-${id}`} className="mb-1 block font-semibold">
        {t(`photos.${name}`)}
      </label>
      <input
        id={`${name}-${id}`}
        name={column}
        defaultValue={value}
        maxLength={maxLength}
        className={FIELD}
      />
    </div>
  )
  return (
    <li data-photo={isLeftOut ? 'left-out' : 'shown'} className="rounded-2xl border border-line bg-sheet p-4">
      <a href={toPhotoPath(id, 1600)}>
        {/* biome-ignore lint/performance/noImgElement: our own server has made the sizes already */}
        <img
          src={toPhotoPath(id, 800)}
          width={widthPixels}
          height={heightPixels}
          alt={altText || t('photos.file', { nth })}
          className={`h-auto max-h-72 w-full rounded-xl bg-paper object-contain ${isLeftOut ? 'opacity-40' : ''}`}
        />
      </a>
      <p className="mt-2 text-muted text-sm">
        {t(`photos.licenses.${license}`)}
        {isLeftOut && <strong className="block text-danger">{t('moderation.photoLeftOut')}</strong>}
      </p>
      <form action={savePhoto} className="mt-3 space-y-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="locale" value={locale} />
        {field('alt', 'alt_text', altText, MAX_ALT_TEXT_LENGTH)}
        {field('author', 'author', author, MAX_AUTHOR_LENGTH)}
        <div className="flex flex-wrap gap-2.5">
          <button type="submit" name="left_out" value={isLeftOut ? 'yes' : 'no'} className={PLAIN_BUTTON}>
            {t('moderation.photoSave')}
          </button>
          <button type="submit" name="left_out" value={isLeftOut ? 'no' : 'yes'} className={PLAIN_BUTTON}>
            {t(isLeftOut ? 'moderation.photoTakeIn' : 'moderation.photoLeaveOut')}
          </button>
        </div>
      </form>
    </li>
  )
}
