/** The product's faces as files for drawing pictures on the server. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

type Face = { name: string; data: Buffer; weight: 400 | 600 | 700; style: 'normal' }

const FOLDER = join(process.cwd(), 'node_modules/@fontsource')
const FACES = [
  { name: 'Bricolage Grotesque', folder: 'bricolage-grotesque', weight: 700 },
  { name: 'Atkinson Hyperlegible Next', folder: 'atkinson-hyperlegible-next', weight: 400 },
  { name: 'Atkinson Hyperlegible Next', folder: 'atkinson-hyperlegible-next', weight: 600 },
] as const
/** Two files a face: ordinary letters, and the accents of the rest of Europe. */
const SUBSETS = ['latin', 'latin-ext'] as const

let faces: Promise<Face[]> | null = null

/** Reads the files once; throws where the packages are not installed. */
export function readPictureFaces(): Promise<Face[]> {
  faces ??= Promise.all(
    FACES.flatMap(({ name, folder, weight }) =>
      SUBSETS.map(async (subset): Promise<Face> => {
        const file = join(FOLDER, folder, 'files', `${folder}-${subset}-${weight}-normal.woff`)
        // One name a subset: of several files under one name only the first would be looked at.
        return { name: `${name} ${subset}`, data: await readFile(file), weight, style: 'normal' }
      }),
    ),
  )
  return faces
}
