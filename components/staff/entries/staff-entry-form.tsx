'use client'

/** Creates or changes an entry. */
import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { PLAIN_BUTTON, PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { holdWhile } from '#components/ui/hold-while.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { Kind } from '#lib/core/domain/entry.ts'
import { EMPTY_FORM } from '#lib/core/domain/staff-form.ts'
import { saveEntry } from '#lib/server/actions/entries.ts'
import type { FieldSpec, Typed } from '#lib/server/moderation/entry-form.ts'
import { EntryFields } from './entry-fields.tsx'

type Props = {
  kind: Kind
  /** The entry as it was read; null for a new one. */
  entry: { slug: string; updatedAt: string; isPublished: boolean } | null
  specs: readonly FieldSpec[]
  values: Typed
}

export function StaffEntryForm({ kind, entry, specs, values }: Props) {
  const t = useTranslations('editing')
  const locale = useLocale()
  const [state, act, isPending] = useActionState(saveEntry, EMPTY_FORM)
  return (
    <form action={act} onSubmit={holdWhile(isPending)} noValidate className="space-y-5">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="kind" value={kind} />
      {entry && (
        <>
          <input type="hidden" name="slug" value={entry.slug} />
          <input type="hidden" name="updated_at" value={entry.updatedAt} />
        </>
      )}
      {state.problem && (
        <Notice key={state.attempt} tone="bad">
          {state.problem}
        </Notice>
      )}
      <EntryFields prefix="entry" specs={specs} values={values} state={state} />
      <label className="flex min-h-11 w-fit items-center gap-3">
        <input type="checkbox" name="confirmed" value="yes" className="size-6 shrink-0 accent-seedling" />
        {t('confirmToday')}
      </label>
      <div className="flex flex-wrap gap-2.5">
        <button type="submit" aria-disabled={isPending} className={PRIMARY_BUTTON}>
          {t('save')}
        </button>
        {!entry?.isPublished && (
          <button
            type="submit"
            name="status"
            value="published"
            aria-disabled={isPending}
            className={PLAIN_BUTTON}
          >
            {t('publishNow')}
          </button>
        )}
      </div>
    </form>
  )
}
