/** Which disciplines count; folded up, since all of them is the usual question. */
import { ChevronDown } from 'lucide'
import { useTranslations } from 'next-intl'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import { toggleCode } from '#lib/core/view/parameters.ts'

export function DisciplineChoice() {
  const t = useTranslations()
  const measure = usePlanning((state) => state.view.measure)
  const chosen = usePlanning((state) => state.view.disciplines)
  const setView = usePlanning((state) => state.setView)
  if (measure === 'vacancy')
    return <p className="text-muted text-sm">{t('planning.disciplines.notOfSpaces')}</p>
  const names = chosen.map((code) => t(`disciplines.${code}`)).join(', ')
  return (
    <details className="group rounded-xl border border-line">
      <summary className="flex min-h-10 cursor-pointer list-none items-center gap-2 rounded-xl px-3 text-sm hover:bg-paper [&::-webkit-details-marker]:hidden">
        <span className="font-semibold">{t('planning.disciplines.label')}</span>
        <span className="min-w-0 flex-1 truncate text-right text-muted">
          {names || t('planning.disciplines.all')}
        </span>
        <LineIcon of={ChevronDown} className="size-4 shrink-0 group-open:rotate-180" />
      </summary>
      <div className="border-line border-t p-2">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-1.5">
          {DISCIPLINES.map((code) => (
            <li key={code}>
              <Tile code={code} isChosen={chosen.includes(code)} />
            </li>
          ))}
        </ul>
        {chosen.length > 0 && (
          <button
            type="button"
            onClick={() => setView({ disciplines: [] })}
            className="mt-2 min-h-8 cursor-pointer rounded-lg px-2 font-semibold text-seedling text-sm hover:bg-paper"
          >
            {t('planning.disciplines.reset')}
          </button>
        )}
      </div>
    </details>
  )
}

function Tile({ code, isChosen }: { code: Discipline; isChosen: boolean }) {
  const t = useTranslations('disciplines')
  const toggle = () => {
    const { view, setView } = usePlanning.getState()
    setView({ disciplines: toggleCode(view.disciplines, code, DISCIPLINES) })
  }
  return (
    <label className="check relative flex min-h-9.5 cursor-pointer items-center gap-2 rounded-xl px-1.5 text-sm leading-[1.1]">
      <input
        type="checkbox"
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        checked={isChosen}
        onChange={toggle}
      />
      <EntryGlyph discipline={code} />
      <span className="min-w-0 flex-1 hyphens-auto break-words font-medium">{t(code)}</span>
    </label>
  )
}
