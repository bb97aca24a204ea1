/** One saved area: laid onto the map, and if it is one's own renamed, shared or taken back, and deleted once that is confirmed. */
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useDrawing } from '#lib/client/store/drawing-store.ts'
import { MAX_AREA_NAME_LENGTH, type SavedArea } from '#lib/core/domain/saved-areas.ts'
import { readDrawings } from '#lib/core/geo/areas/check-drawing.ts'
import { changeSavedArea, deleteSavedArea } from '#lib/server/actions/saved-areas.ts'

type Props = {
  area: SavedArea
  /** Hears the sentence that says how it went; the list is asked for again then. */
  onDone(sentence: string): void
}

const LINK = 'min-h-8 cursor-pointer rounded-md px-1 font-semibold text-seedling hover:underline'

export function SavedAreaRow({ area, onDone }: Props) {
  const t = useTranslations('planning.saved')
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null)
  const { name, outline, isShared, isOwn } = area
  const tell = async (change: Promise<{ fault: Fault | null }>, done: string) => {
    const { fault } = await change.catch(() => ({ fault: 'unavailable' as const }))
    setOpen(null)
    onDone(fault ? t(`faults.${fault}`) : done)
  }
  return (
    <li className="py-1.5">
      <p className="font-semibold">{name}</p>
      <p className="text-muted text-xs">{t(isShared ? 'shared' : 'draft')}</p>
      <div className="-ml-1 flex flex-wrap gap-x-2">
        <button
          type="button"
          aria-label={t('showArea', { name })}
          onClick={() => addToDrawing(outline)}
          className={LINK}
        >
          {t('show')}
        </button>
        {isOwn && (
          <>
            <button
              type="button"
              aria-label={t('renameArea', { name })}
              aria-expanded={open === 'rename'}
              onClick={() => setOpen(open === 'rename' ? null : 'rename')}
              className={LINK}
            >
              {t('rename')}
            </button>
            <button
              type="button"
              aria-label={t(isShared ? 'unshareArea' : 'shareArea', { name })}
              onClick={() =>
                tell(changeSavedArea(area, { isShared: !isShared }), t(isShared ? 'unshared' : 'isShared'))
              }
              className={LINK}
            >
              {t(isShared ? 'unshare' : 'shareIt')}
            </button>
            <button
              type="button"
              aria-label={t('deleteArea', { name })}
              aria-expanded={open === 'delete'}
              onClick={() => setOpen(open === 'delete' ? null : 'delete')}
              className={LINK}
            >
              {t('delete')}
            </button>
          </>
        )}
      </div>
      {open === 'rename' && (
        <Rename
          name={name}
          onRename={(to) => tell(changeSavedArea(area, { name: to }), t('renamed'))}
          onCancel={() => setOpen(null)}
        />
      )}
      {open === 'delete' && (
        <fieldset className="mt-1 rounded-xl border border-line p-3">
          <legend className="px-1 font-semibold">{t('deleteQuestion', { name })}</legend>
          <div className="flex gap-3">
            <button
              type="button"
              onClick={() => tell(deleteSavedArea(area), t('deleted'))}
              className={`${LINK} text-danger`}
            >
              {t('deleteForGood')}
            </button>
            <button type="button" onClick={() => setOpen(null)} className={LINK}>
              {t('keep')}
            </button>
          </div>
        </fieldset>
      )}
    </li>
  )
}

type Fault = NonNullable<Awaited<ReturnType<typeof changeSavedArea>>['fault']>
type RenameProps = { name: string; onRename(name: string): void; onCancel(): void }

function Rename({ name, onRename, onCancel }: RenameProps) {
  const t = useTranslations('planning.saved')
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onRename(String(new FormData(event.currentTarget).get('name')))
  }
  return (
    <form onSubmit={take} className="mt-1 space-y-1">
      <label className="block font-semibold">
        {t('newName')}
        <input
          name="name"
          required
          defaultValue={name}
          maxLength={MAX_AREA_NAME_LENGTH}
          className="mt-1 block min-h-10 w-full rounded-xl border border-edge bg-sheet px-3 font-normal"
        />
      </label>
      <div className="flex gap-3">
        <button type="submit" className={LINK}>
          {t('rename')}
        </button>
        <button type="button" onClick={onCancel} className={LINK}>
          {t('keep')}
        </button>
      </div>
    </form>
  )
}

function addToDrawing(outline: SavedArea['outline']): void {
  const { add, report } = useDrawing.getState()
  const read = readDrawings(JSON.stringify(outline))
  if ('fault' in read) report(read.fault)
  else add(read.drawings)
}
