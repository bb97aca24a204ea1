'use client'

/** Entries of the same kind around the chosen spot, so that nothing is reported twice. */
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useId, useMemo } from 'react'
import { EntryGlyph } from '#components/ui/entry-glyph.tsx'
import { KINDS, type Kind } from '#lib/domain/entry.ts'
import { toEntryPath, toProposeChangePath } from '#lib/domain/paths.ts'
import { findAround } from '#lib/geo/around.ts'
import { toListedEntry } from '#lib/store/describe-entry.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import type { Point } from './ask-position.ts'

const RADIUS_METERS = 150
const MOST = 3

export function NearBy({ point, kind }: { point: Point | null; kind: Kind }) {
  const t = useTranslations('propose.near')
  const locale = useLocale()
  const id = useId()
  const entries = useAround(point, kind)
  return (
    <div role="status">
      {entries.length > 0 && (
        <section
          aria-labelledby={id}
          className="rounded-2xl border border-notice-line bg-notice-ground p-4 text-notice"
        >
          <h2 id={id} className="font-bold font-display text-lg">
            {t('title')}
          </h2>
          <p className="text-sm">{t('text')}</p>
          <ul className="mt-2">
            {entries.map(({ slug, name, mark }) => (
              <li key={slug} className="flex flex-wrap items-center gap-x-3">
                <a
                  href={toEntryPath(locale, slug)}
                  target="_blank"
                  rel="noopener"
                  className="inline-flex min-h-11 items-center gap-2 font-semibold underline underline-offset-2"
                >
                  <EntryGlyph {...mark} />
                  {name}
                </a>
                <a
                  href={toProposeChangePath(locale, slug, 'change')}
                  className="inline-flex min-h-11 items-center underline underline-offset-2"
                >
                  {t('same')}
                  <span className="sr-only">: {name}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function useAround(point: Point | null, kind: Kind) {
  const snapshot = useExplorer((state) => state.snapshot)
  const isAsked = point !== null
  useEffect(() => {
    if (isAsked) void useExplorer.getState().load()
  }, [isAsked])
  return useMemo(() => {
    if (!snapshot || !point) return []
    const { points } = snapshot
    const code = KINDS.indexOf(kind)
    const ranks = findAround(points, point, RADIUS_METERS, MOST, (rank) => points.kind[rank] === code)
    return ranks.map((rank) => toListedEntry(snapshot, rank))
  }, [snapshot, point, kind])
}
