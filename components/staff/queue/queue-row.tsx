/** One row of the queue: what it is about, since when it waits, a box to tick and the way in. */
import { useTranslations } from 'next-intl'
import { PlaceSign } from './place-sign.tsx'

type Props = {
  reference: string
  href: string
  /** What is sent when the row is ticked; null for a row that is decided already. */
  pick: string | null
  badge: string
  title: string
  details: readonly string[]
  /** Its number on the map beside the list; null without a place. */
  sign: string | null
}

export function QueueRow({ reference, href, pick, badge, title, details, sign }: Props) {
  const t = useTranslations('moderation')
  return (
    <li
      data-queue-row
      data-proposal-reference={reference}
      data-place-key={sign === null ? undefined : reference}
      className="flex items-center gap-3 border-line border-t px-3 py-2 first:border-t-0 focus-within:bg-paper hover:bg-paper data-chosen:bg-seedling-ground"
    >
      {pick && (
        <label className="grid size-11 shrink-0 cursor-pointer place-items-center">
          <span className="sr-only">{t('pick', { reference })}</span>
          <input type="checkbox" name="pick" value={pick} className="size-5 accent-seedling" />
        </label>
      )}
      {sign !== null && <PlaceSign sign={sign} />}
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <a
            href={href}
            className="inline-block min-h-6 min-w-0 break-words font-semibold text-seedling underline-offset-2 hover:underline"
          >
            {title}
          </a>
          <span className="rounded-full border border-line px-2 text-sm">{badge}</span>
        </p>
        <p className="break-words text-muted text-sm">{details.filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  )
}
