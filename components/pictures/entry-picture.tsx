/** The picture of an entry for shared links: its mark, what it is, its name and district. */
import type { EntryMark } from '#lib/core/domain/listed-entry.ts'
import type { Icon } from '#lib/core/style/icon-ids.ts'
import { toPictureText } from '#lib/core/style/picture-text.ts'
import { TOKENS } from '#lib/core/style/tokens.ts'
import { PICTURE_FACES, PictureFrame } from './picture-frame.tsx'
import { PictureMark } from './picture-mark.tsx'

const MAX_NAME_LENGTH = 90
const LONG_NAME_LENGTH = 44

type Props = { name: string; mark: EntryMark; type: string; place: string; city: string; tagline: string }

export function EntryPicture({ name, mark, type, place, city, tagline }: Props) {
  const title = toPictureText(name, MAX_NAME_LENGTH, type)
  return (
    <PictureFrame city={toPictureText(city, 40, '')} tagline={tagline}>
      <div style={{ display: 'flex', gap: 48, width: '100%' }}>
        <PictureMark icon={toIcon(mark)} sizePixels={200} />
        <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, width: 780, paddingTop: 20 }}>
          <div style={{ display: 'flex', fontSize: 36, color: TOKENS.light.muted }}>
            {[type, toPictureText(place, 60, '')].filter(Boolean).join(' · ')}
          </div>
          <div
            style={{
              display: 'flex',
              marginTop: 16,
              fontFamily: PICTURE_FACES.display,
              fontWeight: 700,
              fontSize: title.length > LONG_NAME_LENGTH ? 58 : 80,
              lineHeight: 1.08,
              letterSpacing: -1,
              wordBreak: 'break-word',
            }}
          >
            {title}
          </div>
        </div>
      </div>
    </PictureFrame>
  )
}

/** Filled, whether somebody has checked the entry or not: the picture shows what it is. */
function toIcon(mark: EntryMark): Icon {
  return mark.kind === 'business'
    ? { type: 'business', discipline: mark.discipline, verified: true }
    : { type: 'space', use: mark.use, state: 'verified' }
}
