'use client'

/** Answer and decision on one proposal, as it stands or with other values. */
import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { EntryFields } from '#components/staff/entries/entry-fields.tsx'
import { PLAIN_BUTTON, PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { holdWhile } from '#components/ui/hold-while.ts'
import { Notice } from '#components/ui/notice.tsx'
import { EMPTY_FORM } from '#lib/core/domain/staff-form.ts'
import { toModerationPath } from '#lib/core/view/paths.ts'
import { decideOne } from '#lib/server/actions/moderation.ts'
import type { FieldSpec, Typed } from '#lib/server/moderation/entry-form.ts'
import type { StaffProposal } from '#lib/server/queries/moderation.ts'
import { AnswerFields, type TemplateText } from './answer-fields.tsx'

type Props = {
  proposal: Pick<StaffProposal, 'reference' | 'revision' | 'locale' | 'state'>
  templates: readonly TemplateText[]
  /** Null for what changes no field: objections, and spaces that are let. */
  edit: { specs: readonly FieldSpec[]; values: Typed } | null
}

export function DecisionForm({ proposal, templates, edit }: Props) {
  const t = useTranslations('moderation')
  const locale = useLocale()
  const [state, act, isPending] = useActionState(decideOne, EMPTY_FORM)
  const isFaulty = state.faults.length > 0
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="reference" value={proposal.reference} />
      <input type="hidden" name="revision" value={proposal.revision} />
    </>
  )
  const button = (decision: 'accept' | 'decline' | 'ask' | 'take', shortcut?: string) => (
    <button
      type="submit"
      name="decision"
      value={decision}
      data-shortcut={shortcut}
      aria-disabled={isPending}
      className={decision === 'accept' ? PRIMARY_BUTTON : PLAIN_BUTTON}
    >
      {t(decision)}
    </button>
  )
  return (
    <>
      {state.problem && (
        <Notice key={state.attempt} tone="bad">
          <p>{state.problem}</p>
          <a
            href={toModerationPath(locale, proposal.reference)}
            className="inline-flex min-h-11 items-center underline"
          >
            {t('reload')}
          </a>
        </Notice>
      )}
      <form action={act} onSubmit={holdWhile(isPending)} className="space-y-4">
        {hidden}
        <AnswerFields prefix="answer" language={proposal.locale} templates={templates} />
        <div className="flex flex-wrap gap-2.5">
          {button('accept', 'a')}
          {button('decline', 'd')}
          {button('ask')}
          {proposal.state === 'received' && button('take')}
        </div>
      </form>
      {edit && (
        <details open={isFaulty} className="mt-6 rounded-2xl border border-line bg-sheet p-4">
          <summary className="min-h-6 cursor-pointer font-semibold">{t('edit')}</summary>
          <p className="mt-2 text-muted">{t('editText')}</p>
          <form action={act} onSubmit={holdWhile(isPending)} noValidate className="mt-4 space-y-5">
            {hidden}
            <input type="hidden" name="edited" value="yes" />
            <EntryFields prefix="edit" specs={edit.specs} values={edit.values} state={state} />
            <AnswerFields prefix="edit-answer" language={proposal.locale} templates={templates} />
            <button
              type="submit"
              name="decision"
              value="accept"
              aria-disabled={isPending}
              className={PRIMARY_BUTTON}
            >
              {t('acceptEdited')}
            </button>
          </form>
        </details>
      )}
    </>
  )
}
