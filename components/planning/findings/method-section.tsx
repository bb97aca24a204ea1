/** How it was reckoned, from which data of which day, and everything to take along. */
import { Download } from 'lucide'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SectionHead } from '#components/planning/section-head.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { EXPORTS, type ExportName, exportPlanning, hasExport } from '#lib/client/store/planning-exports.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'

const METHODS = ['density', 'areas', 'facts', 'score', 'ripley', 'hotspots'] as const

export function MethodSection() {
  const t = useTranslations('planning.method')
  const loaded = usePlanning((state) => state.loaded)
  return (
    <section aria-labelledby="method" className="max-w-5xl">
      <SectionHead id="method" title={t('title')} lead={t('lead')} />
      <dl className="mt-5 grid gap-x-10 gap-y-4 md:grid-cols-2">
        {METHODS.map((method) => (
          <div key={method} className="break-inside-avoid">
            <dt className="font-semibold">{t(`names.${method}`)}</dt>
            <dd className="mt-0.5 text-muted text-sm leading-relaxed">{t(`texts.${method}`)}</dd>
          </div>
        ))}
      </dl>
      {loaded && (
        <p className="mt-6 text-muted text-sm">
          {t('data', { day: new Date(loaded.ground.today), version: loaded.version })}
        </p>
      )}
      <Exports />
    </section>
  )
}

function Exports() {
  const t = useTranslations('planning.method')
  const [hasFailed, setFailed] = useState(false)
  return (
    <div className="mt-6 print:hidden">
      <h3 className="font-bold font-display text-lg">{t('exports')}</h3>
      <p className="mt-1 text-muted text-sm">{t('exportsLead')}</p>
      <ul className="mt-3 flex flex-wrap gap-2">
        {EXPORTS.map((name) => (
          <li key={name}>
            <ExportButton name={name} onFault={setFailed} />
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 text-danger text-sm empty:hidden">
        {hasFailed && t('exportFailed')}
      </p>
    </div>
  )
}

function ExportButton({ name, onFault }: { name: ExportName; onFault(hasFailed: boolean): void }) {
  const t = useTranslations('planning.method')
  const isThere = usePlanning((state) => hasExport(state, name))
  const take = async () => {
    try {
      const file = await exportPlanning(usePlanning.getState(), name)
      if (file) save(file)
      onFault(false)
    } catch (fault) {
      console.error(fault)
      onFault(true)
    }
  }
  return (
    <button
      type="button"
      disabled={!isThere}
      onClick={take}
      className="inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-xl border border-edge bg-sheet px-4 font-semibold text-sm hover:bg-paper disabled:cursor-default disabled:border-line disabled:text-muted"
    >
      <LineIcon of={Download} className="size-4" />
      {t(`export.${name}`)}
    </button>
  )
}

function save({ name, type, text }: { name: string; type: string; text: string }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = `keimzelle-${name}`
  link.click()
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
