'use client'

/** Which file, how it is to be read, and under which key. A plain form, so that it works without script. */
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { FIELD, FILE_FIELD, PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import {
  IMPORT_ENDINGS,
  IMPORT_LIMIT_SECONDS,
  IMPORT_PROFILES,
  MAX_IMPORT_BYTES,
  type TypedImport,
} from '#lib/core/domain/import-limits.ts'
import type { ImportFault } from '#lib/server/moderation/import-form.ts'

/** `detail` is what the importer says of it. */
type ToldFault = Pick<ImportFault, 'field' | 'code'> & { detail?: ReactNode }
type Props = { typed: TypedImport | null; faults: readonly ToldFault[]; sources: readonly string[] }

export function ChooseFileForm({ typed, faults: told, sources }: Props) {
  const t = useTranslations('importing')
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const [faults, setFaults] = useState(told)
  const [isPending, setPending] = useState(false)
  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [faults])
  // A page that the browser has kept comes back as it was left.
  useEffect(() => {
    const wake = () => setPending(false)
    window.addEventListener('pageshow', wake)
    return () => window.removeEventListener('pageshow', wake)
  }, [])
  const send = (event: FormEvent<HTMLFormElement>) => {
    const found = checkFile(new FormData(event.currentTarget).get('file'))
    if (found || isPending) event.preventDefault()
    if (found) setFaults([found])
    else setPending(true)
  }
  const limits = { megabytes: MAX_IMPORT_BYTES / 1024 / 1024, minutes: IMPORT_LIMIT_SECONDS / 60 }
  const field = (name: ImportFault['field'], hint: string, render: (props: FieldProps) => ReactNode) => (
    <Field name={name} hint={hint} fault={faults.find((fault) => fault.field === name)}>
      {render}
    </Field>
  )
  return (
    <form
      ref={form}
      action="/data/import"
      method="post"
      encType="multipart/form-data"
      noValidate
      onSubmit={send}
      className="group max-w-2xl space-y-5"
    >
      <input type="hidden" name="locale" value={locale} />
      {field('file', t('hints.file', limits), (props) => (
        <input {...props} type="file" accept={IMPORT_ENDINGS} required className={FILE_FIELD} />
      ))}
      {field('profile', t('hints.profile'), (props) => (
        <select {...props} defaultValue={typed?.profile ?? 'csv'}>
          {IMPORT_PROFILES.map((profile) => (
            <option key={profile} value={profile}>
              {t(`profiles.${profile}`)}
            </option>
          ))}
        </select>
      ))}
      <div className="hidden group-has-[option[value=own]:checked]:block">
        {field('profile_file', t('hints.profile_file'), (props) => (
          <input {...props} type="file" accept=".json,application/json" className={FILE_FIELD} />
        ))}
      </div>
      {field('source', t('hints.source'), (props) => (
        <input
          {...props}
          type="text"
          list="import-sources"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={63}
          required
          defaultValue={typed?.source}
        />
      ))}
      <datalist id="import-sources">
        {sources.map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
      <label className="flex min-h-11 w-fit cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          name="publish"
          value="yes"
          defaultChecked={typed?.publish}
          className="size-6 shrink-0 accent-seedling"
        />
        {t('publish')}
      </label>
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" aria-disabled={isPending} className={PRIMARY_BUTTON}>
          {t('check')}
        </button>
        <p role="status" className="text-muted">
          {isPending && t('checking')}
        </p>
      </div>
    </form>
  )
}

/** Spares people the upload of what would be refused; the server looks again. */
function checkFile(file: FormDataEntryValue | null): ToldFault | null {
  if (!(file instanceof File) || file.name === '') return { field: 'file', code: 'file-missing' }
  return file.size > MAX_IMPORT_BYTES ? { field: 'file', code: 'file-too-large' } : null
}

type FieldProps = {
  id: string
  name: string
  className: string
  'aria-describedby': string
  'aria-invalid': true | undefined
}

type FieldFrame = {
  name: ImportFault['field']
  hint: string
  fault: ToldFault | undefined
  children(props: FieldProps): ReactNode
}

function Field({ name, hint, fault, children }: FieldFrame) {
  const t = useTranslations('importing')
  const id = `import-${name}`
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {t(`labels.${name}`)}
      </label>
      <p id={`${id}-hint`} className="mb-1 text-muted text-sm">
        {hint}
      </p>
      {children({
        id,
        name,
        className: FIELD,
        'aria-describedby': [`${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' '),
        'aria-invalid': fault ? true : undefined,
      })}
      {fault && (
        <div id={`${id}-fault`} className="mt-1 font-medium text-danger">
          <p>{t(`faults.${fault.code}`)}</p>
          {fault.detail && <p className="whitespace-pre-line break-words font-normal">{fault.detail}</p>}
        </div>
      )}
    </div>
  )
}
