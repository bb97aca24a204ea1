/** The empty form of an entry. */
import type { Kind } from '#lib/core/domain/entry.ts'
import type { EntryFormContent } from '#lib/server/pages/load-staff-entry.ts'
import { StaffEntryForm } from './staff-entry-form.tsx'

export function NewEntry({ kind, form }: { kind: Kind; form: EntryFormContent }) {
  return (
    <div className="mt-8">
      <StaffEntryForm kind={kind} entry={null} {...form} />
    </div>
  )
}
