'use client'

/** The sentence that says what is shown ("34 von 180 Betrieben: Design oder Musik, in Opladen"). */
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSpaceWords } from '#components/panels/entry/use-space-words.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { PLACED_FILTER_FIELDS } from '#lib/core/domain/fields/filter-fields.ts'
import { holds } from '#lib/core/view/space-conditions.ts'

const QUIET_MILLISECONDS = 700

export type ResultCounts = Record<'matching' | 'total' | 'unplaced' | 'unknown', number>

/** Of the loaded snapshot, until then what the server said `first`; null where it could not say. */
export function ResultSentence({ first }: { first: ResultCounts | null }) {
  const matching = useExplorer(({ scan }) => scan?.matching ?? first?.matching)
  const total = useExplorer(({ scan }) => scan?.ofKind ?? first?.total)
  const unplaced = useExplorer(({ scan }) => scan?.unplaced ?? first?.unplaced) ?? 0
  const unknown = useExplorer(({ scan }) => scan?.unknown ?? first?.unknown) ?? 0
  const t = useTranslations('results')
  const kind = useExplorer((state) => state.filter.kind) ?? 'all'
  const failed = useExplorer((state) => state.failed)
  const conditions = useConditions()
  const known = matching !== undefined && total !== undefined
  const sentence = useRef<HTMLParagraphElement>(null)
  return (
    <div className="sticky top-(--search) z-10 border-line border-y bg-paper px-4 py-2.5 as-sheet:order-1 as-table:static print:static print:-order-2 print:border-0 print:bg-transparent print:px-0">
      <p ref={sentence} data-result-count={matching} className="leading-snug as-sheet:line-clamp-2">
        {known
          ? t.rich('count', { kind, matching, total, b: (text) => <b className="font-bold">{text}</b> })
          : t(failed ? 'unknown' : 'loading')}
        {known && conditions.map((condition, index) => [index === 0 ? ': ' : ', ', condition])}
        {unplaced > 0 && <span className="text-muted"> ({t('unplacedCount', { count: unplaced })})</span>}
        {unknown > 0 && <span className="text-muted"> ({t('unknownCount', { count: unknown })})</span>}
      </p>
      <Announcement of={sentence} />
    </div>
  )
}

/** Says the sentence to screen readers once it has come to rest, not at every step of a map that moves. */
function Announcement({ of: sentence }: { of: React.RefObject<HTMLElement | null> }) {
  const scan = useExplorer((state) => state.scan)
  const [text, setText] = useState('')
  useEffect(() => {
    if (!scan) return
    const timer = setTimeout(() => setText(sentence.current?.textContent ?? ''), QUIET_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [scan, sentence])
  return (
    <p role="status" className="sr-only print:hidden">
      {text}
    </p>
  )
}

/** The filter's conditions besides the kind, in words. */
function useConditions(): ReactNode[] {
  const t = useTranslations()
  const format = useFormatter()
  const filter = useExplorer((state) => state.filter)
  const { disciplines, districts, isRecent, isInView, query } = filter
  const words = useSpaceWords(filter)
  const either = (words: string[]) =>
    format.list(
      words.map((word) => (
        <b key={word} className="font-bold">
          {word}
        </b>
      )),
      { type: 'disjunction' },
    )
  return [
    disciplines.length > 0 && either(disciplines.map((code) => t(`disciplines.${code}`))),
    ...PLACED_FILTER_FIELDS.map((field) => {
      if (!holds(filter, field.condition)) return null
      return field.kind === 'choices'
        ? either(filter[field.condition].map((code) => words(field, code)))
        : words(field)
    }),
    districts.length > 0 && t.rich('results.inDistricts', { districts: () => either([...districts]) }),
    isInView && t('results.inView'),
    isRecent && t('results.recent'),
    query && t('results.query', { query }),
  ].filter(Boolean)
}
