'use client'

/** Deletes the account, after a box that says so is ticked. */
import { useLocale, useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { DANGER_BUTTON } from '#components/ui/button-styles.ts'
import { holdWhile } from '#components/ui/hold-while.ts'
import { deleteAccount } from '#lib/server/actions/account.ts'

export function DeleteAccount() {
  const t = useTranslations('account')
  const locale = useLocale()
  const [fault, act, isPending] = useActionState(deleteAccount, null)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (fault) box.current?.focus()
  }, [fault])
  return (
    <form action={act} onSubmit={holdWhile(isPending)} className="space-y-3">
      <input type="hidden" name="locale" value={locale} />
      <label className="flex min-h-11 w-fit items-center gap-3">
        <input
          ref={box}
          type="checkbox"
          name="sure"
          value="yes"
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'delete-fault' : undefined}
          className="size-6 shrink-0 accent-danger"
        />
        {t('deleteSure')}
      </label>
      {fault && (
        <p id="delete-fault" role="alert" className="font-medium text-danger">
          {t(fault)}
        </p>
      )}
      <button type="submit" aria-disabled={isPending} className={DANGER_BUTTON}>
        {t('deleteButton')}
      </button>
    </form>
  )
}
