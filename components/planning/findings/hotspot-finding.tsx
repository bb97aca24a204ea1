/** Where is it more than chance? What Gi* finds on hexagons, in a sentence, and the way to see it on the map. */
import { Hexagon } from 'lucide'
import { useFormatter, useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { usePlanning } from '#lib/client/store/planning-store.ts'

/** The strongest cells stand in the table. */
const SHOWN_CELLS = 10

export function HotspotFinding() {
  const t = useTranslations('planning.chance.hotspots')
  const hotspots = usePlanning((state) => state.hotspots)
  const isOnMap = usePlanning((state) => state.view.mapView === 'hexagons')
  if (!hotspots) return null
  const { significantCells, significantCellsAdjusted, cells, permutations, seed, significance } = hotspots
  const state = significantCellsAdjusted > 0 ? 'more' : significantCells > 0 ? 'onlyRaw' : 'nothing'
  return (
    <article data-finding="hotspots">
      <h3 className="font-bold font-display text-lg">{t('title')}</h3>
      <p className="mt-1 leading-relaxed">
        {t(state, {
          adjusted: significantCellsAdjusted,
          raw: significantCells,
          cells: cells.features.length,
          level: significance,
          expected: cells.features.length * significance,
        })}
      </p>
      <button
        type="button"
        aria-disabled={isOnMap}
        onClick={() => {
          usePlanning.getState().setView({ mapView: 'hexagons' })
          document.querySelector('[data-map-state]')?.scrollIntoView({ block: 'center' })
        }}
        className="mt-3 inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-xl border border-edge bg-sheet px-4 font-semibold text-sm hover:bg-paper print:hidden"
      >
        <LineIcon of={Hexagon} className="size-4" />
        {t('show')}
      </button>
      <p className="mt-3 text-muted text-xs leading-relaxed">
        {t('method', { across: hotspots.acrossMeters, permutations, seed, level: significance })}
      </p>
      <CellTable />
    </article>
  )
}

function CellTable() {
  const t = useTranslations('planning.chance.hotspots')
  const format = useFormatter()
  const hotspots = usePlanning((state) => state.hotspots)
  const cells = (hotspots?.cells.features ?? [])
    .map(({ properties }, cell) => ({ ...properties, cell }))
    .toSorted((a, b) => a.p - b.p || (b.z ?? 0) - (a.z ?? 0))
    .slice(0, SHOWN_CELLS)
  const decimal = (value: number, digits: number) => format.number(value, { maximumFractionDigits: digits })
  return (
    <details className="mt-2 text-sm">
      <summary className="min-h-6 w-fit cursor-pointer font-semibold text-seedling">
        {t('table', { count: cells.length })}
      </summary>
      <table className="mt-2 w-full border-collapse text-right tabular-nums">
        <caption className="sr-only">{t('table', { count: cells.length })}</caption>
        <thead>
          <tr>
            {(['count', 'countAround', 'z', 'p', 'pAdjusted'] as const).map((column) => (
              <th key={column} scope="col" className="px-2 py-1 font-semibold text-muted text-xs">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map(({ cell, count, countAround, z, p, pAdjusted }) => (
            <tr key={cell} className="border-line border-t">
              <td className="px-2 py-0.5">{count}</td>
              <td className="px-2 py-0.5">{countAround}</td>
              <td className="px-2 py-0.5">{z === null ? '–' : decimal(z, 2)}</td>
              <td className="px-2 py-0.5">{decimal(p, 4)}</td>
              <td className="px-2 py-0.5">{decimal(pAdjusted, 4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
