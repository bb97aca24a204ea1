/** What the marks mean. Its swatches keep their colours where the system sets its own: they are what is explained. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export function MapLegend() {
  const t = useTranslations('map')
  return (
    <ul
      aria-label={t('legend')}
      className="hidden flex-wrap items-center gap-x-4 gap-y-1 rounded-xl border border-line bg-sheet px-4 py-2.5 text-sm shadow-card beside:flex print:flex print:w-fit print:shadow-none"
    >
      <Row name={t('business')}>
        <span className="size-4 rounded-full bg-discipline-design" />
      </Row>
      <Row name={t('businesses')}>
        <span className="size-4 rounded-full border-4 border-discipline-architecture border-t-discipline-design border-r-discipline-art" />
      </Row>
      <Row name={t('verified')}>
        <span className="size-4 rounded-[5px] bg-ink" />
      </Row>
      <Row name={t('offered')}>
        <span className="relative size-4 rounded-[5px] bg-ink">
          <span className="-top-1 -right-1 absolute size-2.5 rounded-full border-2 border-sheet bg-seedling" />
        </span>
      </Row>
      <Row name={t('reported')}>
        <span className="size-4 rounded-[5px] border-2 border-ink border-dashed" />
      </Row>
    </ul>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden className="print-color-exact grid forced-color-adjust-none">
        {children}
      </span>
      {name}
    </li>
  )
}
