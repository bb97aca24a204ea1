'use client'

/** First the address, then the code; each step is a form that is sent, with and without script. */
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { FIELD, PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { holdWhile } from '#components/ui/hold-while.ts'
import { signIn } from '#lib/server/actions/sign-in.ts'

type Props = { locale: string; next: string; again: string }

export function SignInForm({ locale, next, again }: Props) {
  const t = useTranslations('signIn')
  const [state, act, isPending] = useActionState(signIn, { step: 'address', email: '' })
  const field = useRef<HTMLInputElement>(null)
  const isCode = state.step === 'code'
  // The next field, or the one to correct; not on the first visit.
  useEffect(() => {
    if (state.email || state.fault) field.current?.focus()
  }, [state])
  return (
    <form action={act} onSubmit={holdWhile(isPending)} noValidate className="mt-8 max-w-md space-y-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      {isCode && (
        <>
          <input type="hidden" name="email" value={state.email} />
          <p role="status">{t('sent', { email: state.email })}</p>
        </>
      )}
      <div key={state.step}>
        <label htmlFor="sign-in-field" className="font-semibold">
          {isCode ? t('code') : t('email')}
        </label>
        {isCode && (
          <p id="sign-in-hint" className="text-muted text-sm">
            {t('codeHint')}
          </p>
        )}
        <input
          ref={field}
          id="sign-in-field"
          name={state.step === 'code' ? 'code' : 'email'}
          type={isCode ? 'text' : 'email'}
          inputMode={isCode ? 'numeric' : 'email'}
          autoComplete={isCode ? 'one-time-code' : 'email'}
          defaultValue={isCode ? '' : state.email}
          required
          maxLength={isCode ? 12 : 320}
          aria-invalid={state.fault ? true : undefined}
          aria-describedby={
            [isCode && 'sign-in-hint', state.fault && 'sign-in-fault'].filter(Boolean).join(' ') || undefined
          }
          className={`mt-1 ${FIELD} ${isCode ? 'tracking-widest' : ''}`}
        />
        {state.fault && (
          <p id="sign-in-fault" role="alert" className="mt-1 font-medium text-danger">
            {t(`faults.${state.fault}`)}
          </p>
        )}
      </div>
      <button type="submit" aria-disabled={isPending} className={PRIMARY_BUTTON}>
        {isCode ? t('enter') : t('request')}
      </button>
      {isCode && (
        <p>
          <a href={again} className="inline-flex min-h-11 items-center font-medium text-seedling underline">
            {t('again')}
          </a>
        </p>
      )}
    </form>
  )
}
