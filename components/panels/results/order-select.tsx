'use client'

/** In which order the results stand. */
import { ArrowDownUp, ChevronDown } from 'lucide'
import { useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { formatOrder, NEAREST, type Order, parseOrder } from '#lib/core/view/order.ts'

const OFFERED: readonly Order[] = [
  NEAREST,
  { by: 'name', isDescending: false },
  { by: 'confirmed', isDescending: true },
]

export function OrderSelect() {
  const t = useTranslations('order')
  const order = useExplorer((state) => state.order)
  const setOrder = useExplorer((state) => state.setOrder)
  const current = formatOrder(order)
  // The table's columns know more orders: one of those stays named here.
  const orders = OFFERED.some((offered) => formatOrder(offered) === current) ? OFFERED : [...OFFERED, order]
  return (
    <div className="relative mr-auto flex items-center rounded-xl border border-edge has-focus-visible:outline-3 has-focus-visible:outline-seedling">
      <LineIcon of={ArrowDownUp} className="pointer-events-none absolute left-2.5 size-4 text-muted" />
      <select
        aria-label={t('label')}
        value={current}
        onChange={(event) => setOrder(parseOrder(event.target.value))}
        className="h-9 cursor-pointer appearance-none rounded-xl bg-sheet pr-8 pl-8.5 font-medium text-sm outline-none"
      >
        {orders.map(({ by, isDescending }) => (
          <option key={formatOrder({ by, isDescending })} value={formatOrder({ by, isDescending })}>
            {t(`${by}.${isDescending ? 'descending' : 'ascending'}`)}
          </option>
        ))}
      </select>
      <LineIcon of={ChevronDown} className="pointer-events-none absolute right-2.5 size-4 text-muted" />
    </div>
  )
}
