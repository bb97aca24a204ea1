/** The empty form of an entry. */
import type { Kind } from '#lib/core/domain/entry.ts'
import { entryForm, toFormValues } from '#lib/server/moderation/entry-form.ts'
import { EntryForm } from './entry-form.tsx'

export function NewEntry({ kind }: { kind: Kind }) {
  const values = toFormValues({ disclosure: 'exact', state: 'verified', verified: true }, 'de')
  return (
    <div className="mt-8">
      <EntryForm kind={kind} entry={null} specs={entryForm(kind)} values={values} />
    </div>
  )
}
