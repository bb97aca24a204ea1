/** A choice of one area by its name: what was found, what was drawn, and each district. */
import { useTranslations } from 'next-intl'
import type { Subject } from '#lib/client/store/planning-state.ts'
import { useSubjectName } from './use-subject-name.ts'

type Props = {
  label: string
  /** What stands there while nothing is chosen. */
  hint: string
  subjects: readonly Subject[]
  isDisabled?: boolean
  onChoose(subject: Subject): void
}

export function SubjectSelect({ label, hint, subjects, isDisabled = false, onChoose }: Props) {
  const t = useTranslations('planning.comparison.kinds')
  const nameOf = useSubjectName()
  const choose = (key: string) => {
    const subject = subjects.find((known) => known.key === key)
    if (subject) onChoose(subject)
  }
  return (
    <label className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm print:hidden">
      <span className="font-semibold">{label}</span>
      <select
        value=""
        disabled={isDisabled}
        onChange={(event) => choose(event.target.value)}
        className="min-h-10 min-w-52 rounded-xl border border-edge bg-sheet px-3"
      >
        <option value="">{hint}</option>
        {(['found', 'drawn', 'district'] as const).map((kind) => {
          const ofKind = subjects.filter((subject) => subject.kind === kind)
          if (ofKind.length === 0) return null
          return (
            <optgroup key={kind} label={t(kind)}>
              {ofKind.map((subject) => (
                <option key={subject.key} value={subject.key}>
                  {kind === 'found' ? `${subject.mark} · ${nameOf(subject)}` : nameOf(subject)}
                </option>
              ))}
            </optgroup>
          )
        })}
      </select>
    </label>
  )
}
