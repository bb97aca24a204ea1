/** What waits for a moderator, oldest first, page by page. */
import { getFormatter, getTranslations } from 'next-intl/server'
import { ListWithMap } from '#components/map/places/list-with-map.tsx'
import { PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { isBeyond } from '#lib/core/domain/bbox.ts'
import type { City } from '#lib/core/domain/city.ts'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { toModerationPath, toStaffEntryPath } from '#lib/core/view/paths.ts'
import type { QueuePage } from '#lib/server/pages/load-queue.ts'
import type { StaffProposal } from '#lib/server/queries/moderation.ts'
import { QueueForm } from './queue-form.tsx'
import { toQueuePlaces } from './queue-places.ts'
import { QueueRow } from './queue-row.tsx'
import { Shortcuts } from './shortcuts.tsx'

type Props = { locale: string; page: QueuePage }

export async function Queue({ locale, page }: Props) {
  const { show, after, proposals, candidates, next, city } = page
  const t = await getTranslations('moderation')
  const common = await getTranslations('staff')
  const isCandidates = show === 'candidates'
  const places = toQueuePlaces(
    [
      ...proposals.map((proposal) => ({ ...proposal, key: proposal.reference })),
      ...candidates.map((candidate) => ({ ...candidate, key: candidate.slug })),
    ],
    city.box,
  )
  const signs = new Map(places.map(({ key, sign }) => [key, sign]))
  const list = (
    <ul className="rounded-2xl border border-line bg-sheet">
      {proposals.map((proposal) => (
        <ProposalRow
          key={proposal.reference}
          locale={locale}
          city={city}
          proposal={proposal}
          isOpen={show === 'open'}
          sign={signs.get(proposal.reference) ?? null}
        />
      ))}
      {candidates.map(({ kind, slug, name, source_key }) => (
        <QueueRow
          key={slug}
          reference={slug}
          href={toStaffEntryPath(locale, slug)}
          pick={`candidate/${slug}`}
          badge={t(`kinds.${kind}`)}
          title={name}
          details={[source_key]}
          sign={signs.get(slug) ?? null}
        />
      ))}
    </ul>
  )
  const isEmpty = proposals.length + candidates.length === 0
  const shown = isEmpty ? <p className="mt-8 text-muted">{t('none')}</p> : list
  const form =
    show === 'open' || isCandidates ? (
      <QueueForm isCandidates={isCandidates} isEmpty={isEmpty}>
        {shown}
      </QueueForm>
    ) : (
      shown
    )
  return (
    <>
      {(show === 'open' || isCandidates) && (
        <Shortcuts keys={['j', 'k', 'x', 'a', 'd'].map((key) => ({ key, name: t(`shortcuts.${key}`) }))} />
      )}
      {/* The form stays when the last row has gone: it holds the report. */}
      <ListWithMap label={t('placesOnMap')} places={places}>
        {form}
      </ListWithMap>
      <p className="mt-6 flex flex-wrap gap-3">
        {after && (
          <a href={`${toModerationPath(locale)}?show=${show}`} className={PLAIN_BUTTON}>
            {common('first')}
          </a>
        )}
        {next && (
          <a
            href={`${toModerationPath(locale)}?show=${show}&after=${encodeURIComponent(next.created)}&reference=${encodeURIComponent(next.reference)}`}
            className={PLAIN_BUTTON}
          >
            {common('next')}
          </a>
        )}
      </p>
    </>
  )
}

type RowProps = {
  locale: string
  city: City
  proposal: StaffProposal
  isOpen: boolean
  sign: string | null
}

async function ProposalRow({ locale, city, proposal, isOpen, sign }: RowProps) {
  const t = await getTranslations('moderation')
  const uses = await getTranslations('uses')
  const format = await getFormatter()
  const { reference, type, kind, payload, entry_name: entryName, state, question, revision } = proposal
  const use = typeof payload.use === 'string' ? uses(payload.use) : null
  const title = payload.name ?? entryName ?? use ?? t(`kinds.${kind}`)
  return (
    <QueueRow
      reference={reference}
      href={toModerationPath(locale, reference)}
      pick={isOpen ? `${reference}/${revision}` : null}
      badge={`${t(`kinds.${kind}`)}: ${t(`types.${type}`)}`}
      title={String(title)}
      details={[
        reference,
        typeof payload.address === 'string' ? payload.address : '',
        format.dateTime(new Date(proposal.created_at), { dateStyle: 'medium', timeStyle: 'short' }),
        state === 'received' ? '' : t(`states.${state}`),
        question ? t('asked') : '',
        isBeyond(city.box, proposal) ? t('outside', { city: city.name[toLocale(locale)] }) : '',
        proposal.note.slice(0, 120),
      ]}
      sign={sign}
    />
  )
}
