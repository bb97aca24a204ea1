/** The picture of the map as a whole for shared links: its title over the marks of all disciplines. */
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { PICTURE_FACES, PictureFrame } from './picture-frame.tsx'
import { PictureMark } from './picture-mark.tsx'

export function ExplorePicture({ title, city, tagline }: { title: string; city: string; tagline: string }) {
  return (
    <PictureFrame city={city} tagline={tagline}>
      <div style={{ display: 'flex', flexDirection: 'column', width: '100%' }}>
        <div
          style={{
            display: 'flex',
            maxWidth: 980,
            fontFamily: PICTURE_FACES.display,
            fontWeight: 700,
            fontSize: 76,
            lineHeight: 1.08,
            letterSpacing: -1,
          }}
        >
          {title}
        </div>
        <div style={{ display: 'flex', marginTop: 44, marginLeft: -10 }}>
          {DISCIPLINES.map((discipline) => (
            <PictureMark
              key={discipline}
              icon={{ type: 'business', discipline, verified: true }}
              sizePixels={88}
            />
          ))}
        </div>
      </div>
    </PictureFrame>
  )
}
