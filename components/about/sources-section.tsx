/** Where the entries come from: title, licence, day, how many. */
import { useFormatter, useTranslations } from 'next-intl'
import { useSourceWords } from '#components/register/use-source-words.ts'
import { DataTable } from '#components/ui/data-table.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'

export type ListedSource = {
  key: string
  title: string
  license: string
  licenseUrl: string | null
  attribution: string
  /** ISO date. */
  retrievedOn: string | null
}

type Props = { sources: readonly ListedSource[]; entries: ReadonlyMap<string, number> }

export function SourcesSection({ sources, entries }: Props) {
  const t = useTranslations('about.sources')
  const format = useFormatter()
  const translate = useSourceWords()
  const rows = sources.map(({ key, title, license, licenseUrl, attribution, retrievedOn }) => ({
    key,
    cells: [
      <span key="title" className="block">
        {translate(title)}
        {attribution && attribution !== title && (
          <span className="block font-normal text-muted">{translate(attribution)}</span>
        )}
      </span>,
      licenseUrl ? (
        <TextLink key="license" href={licenseUrl}>
          {license}
        </TextLink>
      ) : (
        license
      ),
      retrievedOn && format.dateTime(new Date(retrievedOn), { dateStyle: 'medium', timeZone: 'UTC' }),
      format.number(entries.get(key) ?? 0),
    ],
  }))
  return (
    <Section id="sources" title={t('title')}>
      <DataTable
        caption={t('caption')}
        isCaptionHidden
        columns={[
          { name: t('source') },
          { name: t('license') },
          { name: t('retrieved') },
          { name: t('entries'), isNumber: true },
        ]}
        rows={rows}
      />
    </Section>
  )
}
