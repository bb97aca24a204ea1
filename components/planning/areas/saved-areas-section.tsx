/** Areas that planners have saved: taken onto the map, and own ones kept as a draft or shared. Asked for when somebody opens it. */
import { ChevronDown } from 'lucide'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { MAX_AREA_NAME_LENGTH, type SavedAreasAnswer } from '#lib/core/domain/saved-areas.ts'
import type { Drawing } from '#lib/core/view/drawing.ts'
import { toSignInPath } from '#lib/core/view/paths.ts'
import { listSavedAreas, saveArea } from '#lib/server/actions/saved-areas.ts'
import { SavedAreaRow } from './saved-area-row.tsx'

export function SavedAreasSection() {
  const t = useTranslations('planning.saved')
  const locale = useLocale()
  const [answer, setAnswer] = useState<SavedAreasAnswer | null>(null)
  const ask = () => listSavedAreas().then(setAnswer, () => setAnswer({ state: 'unavailable', areas: [] }))
  const outcome = useRef<HTMLParagraphElement>(null)
  const [notice, setNotice] = useState('')
  // The button that was pressed may be gone; what came of it is where one goes on.
  const tell = (sentence: string) => {
    setNotice(sentence)
    void ask().then(() => outcome.current?.focus())
  }
  return (
    <details
      className="group rounded-xl border border-line text-sm"
      onToggle={(event) => event.currentTarget.open && void ask()}
    >
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 rounded-xl px-3 hover:bg-paper [&::-webkit-details-marker]:hidden">
        <span className="flex-1 font-semibold">{t('title')}</span>
        <LineIcon of={ChevronDown} className="size-4 group-open:rotate-180" />
      </summary>
      <div className="space-y-3 border-line border-t p-3">
        <p role="status" className="empty:hidden">
          {answer && answer.state !== 'planner' && t(`state.${answer.state}`)}
          {answer?.state === 'planner' && answer.areas.length === 0 && t('none')}
        </p>
        {answer?.state === 'signedOut' && (
          <a
            href={toSignInPath(locale, `/${locale}/planning`)}
            className="font-semibold text-seedling underline"
          >
            {t('signIn')}
          </a>
        )}
        <ul className="divide-y divide-line empty:hidden">
          {answer?.state === 'planner' &&
            answer.areas.map((area) => <SavedAreaRow key={area.id} area={area} onDone={tell} />)}
        </ul>
        <p ref={outcome} role="status" tabIndex={-1} className="empty:hidden">
          {notice}
        </p>
        {answer?.state === 'planner' && <SaveForm onSaved={ask} />}
      </div>
    </details>
  )
}

function SaveForm({ onSaved }: { onSaved(): void }) {
  const t = useTranslations('planning.saved')
  const tSubject = useTranslations('planning.subject')
  const drawings = usePlanning((state) => state.view.drawings)
  const [notice, setNotice] = useState('')
  if (drawings.length === 0) return <p className="text-muted">{t('drawFirst')}</p>
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const drawing = drawings[Number(form.get('drawing'))] ?? []
    const area = { name: String(form.get('name')), isShared: form.has('shared'), outline: toOutline(drawing) }
    const { fault } = await saveArea(area).catch(() => ({ fault: 'unavailable' as const }))
    setNotice(t(fault ? `faults.${fault}` : 'done'))
    if (!fault) onSaved()
  }
  return (
    <form onSubmit={save} className="space-y-2 border-line border-t pt-3">
      <label className="block font-semibold">
        {t('which')}
        <select
          name="drawing"
          className="mt-1 block min-h-10 w-full rounded-xl border border-edge bg-sheet px-3 font-normal"
        >
          {drawings.map((drawing, place) => (
            <option key={JSON.stringify(drawing)} value={place}>
              {tSubject('drawn', { mark: place + 1 })}
            </option>
          ))}
        </select>
      </label>
      <label className="block font-semibold">
        {t('name')}
        <input
          name="name"
          required
          maxLength={MAX_AREA_NAME_LENGTH}
          className="mt-1 block min-h-10 w-full rounded-xl border border-edge bg-sheet px-3 font-normal"
        />
      </label>
      <label className="flex min-h-8 items-center gap-2">
        <input type="checkbox" name="shared" className="size-4.5 accent-seedling" />
        {t('share')}
      </label>
      <button
        type="submit"
        className="min-h-10 cursor-pointer rounded-xl bg-seedling px-4 font-semibold text-on-seedling hover:opacity-90"
      >
        {t('save')}
      </button>
      <p role="status" className="empty:hidden">
        {notice}
      </p>
    </form>
  )
}

function toOutline(drawing: Drawing) {
  const [first = []] = drawing
  return { type: 'Polygon', coordinates: [[...drawing, first]] }
}
