/** The public interface, by examples that can be followed. */
import { useTranslations } from 'next-intl'
import { DataTable } from '#components/ui/data-table.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'

const EXAMPLES = {
  description: '/api/v1',
  csv: '/api/v1/entries.csv?discipline=design&district=Opladen',
  geojson: '/api/v1/entries.geojson?kind=space&limit=20',
  export: '/api/v1/export.geojson?confirmed_since=',
} as const

/** `year` is the present one. */
export function InterfaceExamples({ year }: { year: number }) {
  const t = useTranslations('about.interface')
  const examples = { ...EXAMPLES, export: `${EXAMPLES.export}${year}-01-01` }
  return (
    <Section id="interface" title={t('title')}>
      <p className="max-w-2xl">{t('text')}</p>
      <DataTable
        caption={t('caption')}
        isCaptionHidden
        columns={[{ name: t('what') }, { name: t('address') }]}
        rows={(Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[]).map((key) => ({
          key,
          cells: [
            t(key),
            <TextLink key="address" href={examples[key]}>
              <code className="break-all">{examples[key]}</code>
            </TextLink>,
          ],
        }))}
      />
    </Section>
  )
}
