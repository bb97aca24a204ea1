/** Own areas: drawn by pointer or, corner by corner, from the keyboard; loaded from a file; taken from what planners saved. */
import { Crosshair, PencilLine, Upload } from 'lucide'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useId } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useDrawing } from '#lib/client/store/drawing-store.ts'
import { readMiddle } from '#lib/client/store/map-spot.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { readDrawings } from '#lib/core/geo/areas/check-drawing.ts'
import { SavedAreasSection } from './saved-areas-section.tsx'
import { TakeOutline } from './take-outline.tsx'

const BUTTON =
  'inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-xl border border-edge bg-sheet px-3.5 font-semibold text-sm hover:bg-paper'
const LINK = 'min-h-8 cursor-pointer rounded-md px-1 font-semibold text-seedling hover:underline'
/** A file of areas is small; a larger one is something else. */
const MAX_BYTES = 2_000_000

export function DrawingControls() {
  const t = useTranslations('planning.drawing')
  const isOn = useDrawing((state) => state.isOn)
  const fault = useDrawing((state) => state.fault)
  return (
    <section aria-labelledby="drawing" className="space-y-3 border-line border-b px-4 py-4">
      <h2 id="drawing" className="font-bold font-display text-lg">
        {t('title')}
      </h2>
      {isOn ? <Drawing /> : <Start />}
      <p role="alert" className="text-danger text-sm empty:hidden">
        {fault && t(`faults.${fault}`)}
      </p>
      <SavedAreasSection />
    </section>
  )
}

function Start() {
  const t = useTranslations('planning.drawing')
  const id = useId()
  const load = async (event: ChangeEvent<HTMLInputElement>) => {
    const { files } = event.target
    const file = files?.[0]
    if (!file) return
    const { add, report } = useDrawing.getState()
    const read =
      file.size > MAX_BYTES ? { fault: 'many' as const } : readDrawings(await file.text().catch(() => ''))
    if ('fault' in read) report(read.fault)
    else add(read.drawings)
    event.target.value = ''
  }
  return (
    <>
      <p className="text-muted text-sm">{t('lead')}</p>
      <div className="flex flex-wrap gap-2">
        <button type="button" onClick={() => useDrawing.getState().start()} className={BUTTON}>
          <LineIcon of={PencilLine} className="size-4" />
          {t('draw')}
        </button>
        <label
          htmlFor={id}
          className={`${BUTTON} has-focus-visible:outline-3 has-focus-visible:outline-seedling`}
        >
          <LineIcon of={Upload} className="size-4" />
          {t('load')}
          <input
            id={id}
            type="file"
            accept=".geojson,.json,application/geo+json"
            onChange={load}
            className="sr-only"
          />
        </label>
      </div>
      <TakeOutline />
      <Drawn />
    </>
  )
}

function Drawing() {
  const t = useTranslations('planning.drawing')
  const corners = useDrawing((state) => state.corners)
  const { follow, finish, cancel } = useDrawing.getState()
  return (
    <>
      <p className="text-muted text-sm">{t('how')}</p>
      <p role="status" className="font-semibold text-sm empty:hidden">
        {corners.length > 0 && t('corners', { count: corners.length })}
      </p>
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          onClick={() => {
            const middle = readMiddle()
            if (middle) follow([...corners, [middle.lng, middle.lat]])
          }}
          className={BUTTON}
        >
          <LineIcon of={Crosshair} className="size-4" />
          {t('corner')}
        </button>
        {corners.length > 0 && (
          <button type="button" onClick={finish} className={BUTTON}>
            {t('finish')}
          </button>
        )}
        <button type="button" onClick={cancel} className={BUTTON}>
          {t('cancel')}
        </button>
      </div>
    </>
  )
}

function Drawn() {
  const t = useTranslations('planning.drawing')
  const tSubject = useTranslations('planning.subject')
  const drawings = usePlanning((state) => state.view.drawings)
  const { remove, edit } = useDrawing.getState()
  if (drawings.length === 0) return null
  return (
    <ul className="text-sm">
      {drawings.map((corners, place) => (
        <li key={JSON.stringify(corners)} className="flex flex-wrap items-center gap-x-3">
          <span className="font-semibold">{tSubject('drawn', { mark: place + 1 })}</span>
          <button
            type="button"
            onClick={() => edit(place)}
            aria-label={t('editOwn', { mark: place + 1 })}
            className={LINK}
          >
            {t('edit')}
          </button>
          <button
            type="button"
            onClick={() => remove(place)}
            aria-label={t('removeOwn', { mark: place + 1 })}
            className={LINK}
          >
            {t('remove')}
          </button>
        </li>
      ))}
    </ul>
  )
}
