'use client'

/**
 * The form of a proposal. Without script it is posted to the server; with script it goes to the public interface, with a proof of work
 * instead of a confirmed mail address, and what was typed survives a lost connection.
 */
import { useTranslations } from 'next-intl'
import { type FormEvent, useActionState, useCallback, useRef } from 'react'
import { useFormStatus } from 'react-dom'
import { usePhotoSteps } from '#components/propose/photos/use-photo-steps.ts'
import type { Kind } from '#lib/core/domain/entry.ts'
import {
  NEAR_FIELD,
  PROPOSAL_TRAP_FIELD,
  type ProposalForm,
  type ProposalType,
  type ProposalValues,
} from '#lib/core/domain/proposal.ts'
import { DraftNotice } from './draft-notice.tsx'
import { FaultSummary } from './fault-summary.tsx'
import { FormStateProvider } from './form-state.tsx'
import { NearList } from './near-list.tsx'
import type { CityPlace } from './place-field.tsx'
import { ProposeFields } from './propose-fields.tsx'
import { useCuredFields } from './use-cured-fields.ts'
import { useDraft } from './use-draft.ts'
import { type SendAsPerson, useSending } from './use-sending.ts'

const EMPTY: ProposalForm = { faults: [], problem: null, values: {}, near: [], isNearShown: false }

type Props = {
  type: ProposalType
  kind: Kind
  /** The entry that it is about; null for a new one. */
  target: string | null
  city: CityPlace
  locale: string
  /** Names this form when it is sent without script. */
  formKey: string
  action(state: ProposalForm, form: FormData): Promise<ProposalForm>
  /** Who is signed in: their proposals are their own, and need neither proof nor confirmation. */
  person: { email: string; send: SendAsPerson } | null
}

export function ProposeForm({ type, kind, target, city, locale, formKey, action, person }: Props) {
  const [posted, post] = useActionState(action, EMPTY)
  const draft = useDraft(`${type}/${kind}/${target ?? ''}`)
  const { isSending, result, send, prepare } = useSending(draft, person?.send ?? null)
  const form = useRef<HTMLFormElement>(null)
  const { keep } = draft
  const edit = useCallback(() => {
    prepare()
    if (form.current) keep(readForm(form.current))
  }, [prepare, keep])
  const { isPhotoOnTheWay, followPhoto } = usePhotoSteps(edit)
  const values = {
    type,
    ...(person && { contact_email: person.email }),
    ...(draft.restored ?? posted.values),
  }
  const { faults, problem } = result ?? posted
  const { cured, cure } = useCuredFields(faults)
  const curePlace = useCallback(() => cure('address'), [cure])
  const open = faults.filter(({ field }) => !cured.has(field))
  return (
    <FormStateProvider values={values} faults={open}>
      <form
        ref={form}
        action={post}
        noValidate
        className="relative mt-8 max-w-2xl space-y-8"
        onChange={({ target }: FormEvent<HTMLFormElement>) => {
          cure((target as unknown as HTMLInputElement).name)
          edit()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSending && !isPhotoOnTheWay) void send(readForm(event.currentTarget))
        }}
      >
        <FaultSummary faults={faults} cured={cured} problem={problem} />
        {posted.near.length > 0 && <NearList entries={posted.near} isAnswer />}
        <DraftNotice isRestored={draft.restored !== null} onDiscard={draft.discard} />
        {type === 'new' || type === 'change' ? <input type="hidden" name="type" value={type} /> : null}
        <input type="hidden" name="kind" value={kind} />
        {target && <input type="hidden" name="target" value={target} />}
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="idempotency_key" value={formKey} />
        {posted.isNearShown && <input type="hidden" name={NEAR_FIELD} value="yes" />}
        <Trap />
        <ProposeFields
          key={draft.round}
          type={type}
          kind={kind}
          city={city}
          values={values}
          faults={faults}
          isSignedIn={person !== null}
          onPlace={curePlace}
          onEdit={edit}
          onPhoto={followPhoto}
        />
        <SendButton isSending={isSending} isWaiting={isPhotoOnTheWay} />
      </form>
    </FormStateProvider>
  )
}

/** What was filled in, as the interface takes it. */
function readForm(form: HTMLFormElement): ProposalValues {
  const data = new FormData(form)
  const names = [...new Set(data.keys())].filter(
    (name) => !/^\$ACTION|^idempotency_key$|^near_shown$|^photo_\d_file$/.test(name),
  )
  return Object.fromEntries(
    names.map((name) => [name, data.getAll(name).join(',')] as const).filter(([, text]) => text !== ''),
  )
}

/** Nobody sees it; a machine that fills in everything gives itself away. */
function Trap() {
  const t = useTranslations('propose')
  return (
    <div aria-hidden className="absolute -left-[200vw]">
      <label>
        {t('trap')}
        <input type="text" name={PROPOSAL_TRAP_FIELD} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}

function SendButton({ isSending, isWaiting }: { isSending: boolean; isWaiting: boolean }) {
  const t = useTranslations('propose')
  const { pending } = useFormStatus()
  const isBusy = isSending || pending
  return (
    <>
      <button
        type="submit"
        aria-disabled={isBusy || isWaiting}
        className="min-h-12 w-full cursor-pointer rounded-xl bg-seedling px-6 font-semibold text-lg text-on-seedling aria-disabled:cursor-progress aria-disabled:opacity-80 sm:w-auto"
      >
        {t(isBusy ? 'sending' : 'send')}
      </button>
      <p role="status" className="sr-only">
        {isBusy && t('sending')}
      </p>
    </>
  )
}
