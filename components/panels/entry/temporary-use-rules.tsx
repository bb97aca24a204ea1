'use client'

/** The rules of temporary use as a checklist; open on paper. */
import { useTranslations } from 'next-intl'
import { RulesList } from '#components/ui/rules-list.tsx'
import { usePrinting } from '#components/ui/use-printing.ts'
import { TEMPORARY_USE_RULES } from '#lib/core/domain/space-facts.ts'

export function TemporaryUseRules() {
  const t = useTranslations('space')
  const isPrinting = usePrinting()
  return (
    <details open={isPrinting || undefined} className="mt-4 border-line border-t pt-2">
      <summary className="min-h-8 cursor-pointer py-1 font-semibold">{t('rules')}</summary>
      <p className="mt-1 mb-1.5 text-muted text-sm">{t('rulesNote')}</p>
      <RulesList rules={TEMPORARY_USE_RULES.map((id) => ({ id, text: t(`rule.${id}`) }))} />
    </details>
  )
}
