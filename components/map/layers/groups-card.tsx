'use client'

/**
 * What the outlines on the map mean: how they were found, and each group as a line that leads to it. Over a small map the lines come
 * only when asked for.
 */
import { ChevronUp, X } from 'lucide'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAreaName } from '#components/register/use-area-name.ts'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { type NamedGroups, useGroups } from '#lib/client/store/groups-store.ts'
import { useGroupsAddress } from '#lib/client/store/use-groups-address.ts'

export function GroupsCard() {
  const t = useTranslations('groups')
  useGroupsAddress()
  const isOn = useGroups((state) => state.isOn)
  const groups = useGroups((state) => state.groups)
  const turn = useGroups((state) => state.turn)
  const [isUnfolded, setUnfolded] = useState(false)
  if (!isOn) return null
  const hasList = groups !== null && groups.areas.features.length > 0
  return (
    <section
      aria-label={t('label')}
      className="flex max-h-96 min-h-0 as-sheet:max-h-46 flex-col rounded-2xl border border-line bg-sheet shadow-card print:max-h-none print:break-inside-avoid print:shadow-none"
    >
      <div className="flex items-start gap-2 py-3 pr-2 pl-4">
        <GroupsSummary />
        {hasList && (
          <button
            type="button"
            aria-label={t('list')}
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
            className="-mt-1 hidden size-9 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-paper as-sheet:grid print:hidden"
          >
            <LineIcon of={ChevronUp} className={`size-4 ${isUnfolded ? 'rotate-180' : ''}`} />
          </button>
        )}
        <button
          type="button"
          aria-label={t('hide')}
          onClick={() => turn(false)}
          className="-mt-1 grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-paper print:hidden"
        >
          <LineIcon of={X} className="size-4" />
        </button>
      </div>
      {hasList && <GroupsList groups={groups} isUnfolded={isUnfolded} />}
    </section>
  )
}

function GroupsSummary() {
  const t = useTranslations('groups')
  const groups = useGroups((state) => state.groups)
  const hasFailed = useGroups((state) => state.hasFailed)
  const count = groups?.areas.features.length
  return (
    <div role="status" className="min-w-0 flex-1" data-group-count={count}>
      {groups ? (
        <>
          <p className="font-bold">
            {t(groups.epsMeters === null ? 'tooFew' : 'count', { count: count ?? 0 })}
          </p>
          <p className="mt-0.5 text-muted text-sm">
            {groups.epsMeters === null
              ? t('tooFewWhy', { n: groups.n, min: groups.minPoints })
              : t('method', { eps: groups.epsMeters, min: groups.minPoints, n: groups.n })}
          </p>
        </>
      ) : (
        <p>{t(hasFailed ? 'failed' : 'working')}</p>
      )}
    </div>
  )
}

function GroupsList({ groups: { areas, names }, isUnfolded }: { groups: NamedGroups; isUnfolded: boolean }) {
  const t = useTranslations('groups')
  const nameOf = useAreaName()
  const show = useGroups((state) => state.show)
  return (
    <ul
      className={`min-h-0 overflow-y-auto border-line border-t pb-1 print:block ${isUnfolded ? '' : 'as-sheet:hidden'}`}
    >
      {areas.features.map((area, place) => {
        const { letter, count, areaSquareKilometers } = area.properties
        const name = names[place]
        return (
          <li key={letter}>
            <button
              type="button"
              onClick={() => show(area)}
              className="flex w-full cursor-pointer items-center gap-3 px-4 py-1.5 text-left -outline-offset-3 hover:bg-paper"
            >
              <span className="grid h-7 min-w-7 shrink-0 place-items-center rounded-lg bg-seedling px-1 font-bold font-display text-on-seedling text-sm print-color-exact forced-colors:border">
                {letter}
              </span>
              <span className="min-w-0">
                <span data-group-name className="block font-semibold leading-snug">
                  {name && nameOf(name)}
                </span>
                <span className="block text-muted text-sm tabular-nums">
                  {t('facts', { count, area: areaSquareKilometers })}
                </span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
