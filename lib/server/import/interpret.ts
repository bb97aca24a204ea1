/** Says what a raw row is, by the profile: a draft of an entry, or a reason to leave it out. */
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import { KINDS, type Kind } from '#lib/core/domain/entry.ts'
import { readChoice, readChoices } from '#lib/core/domain/values/choice-value.ts'
import { splitParts } from '#lib/core/domain/values/text-value.ts'
import { toSuggestion } from '#lib/server/import/did-you-mean.ts'
import type { WzTable, WzVersion } from '#lib/server/queries/wz-codes.ts'
import { type Classification, classifySubclass, classifyTags } from './classify.ts'
import { readCell, requireReadable } from './fields.ts'
import { toImportMessage } from './import-messages.ts'
import type { Category, Profile } from './profile.ts'
import { COLUMNS, type Column, type Draft, type RawRow, RowFault, type Skip } from './row.ts'

/** What is sure decides; a WZ code that covers only part of an old class counts where nothing else does, and then goes to review. Throws a RowFault where a code or category is not known. */
export function interpretRow(raw: RawRow, profile: Profile, wzTable: WzTable): Draft | Skip {
  if (profile.reads === 'osm') return interpretOsm(raw)
  if (profile.reads === 'omt') return interpretOmt(raw)
  return interpretColumns(raw, profile, wzTable)
}

function interpretOsm({ fields }: RawRow): Draft | Skip {
  const found = classifyTags(fields)
  const address = [fields['addr:street'] ?? fields['addr:place'], fields['addr:housenumber']]
    .filter(Boolean)
    .join(' ')
  return toDraft(found, fields.name ?? fields['name:de'] ?? '', {
    summary: fields['description:de'] ?? fields.description ?? '',
    website: fields.website ?? fields['contact:website'] ?? '',
    address,
    confirmed_on: dayOf(fields.check_date ?? fields['survey:date']),
    step_free: { yes: 'yes', no: 'no' }[fields.wheelchair ?? ''] ?? '',
    former_use:
      Object.entries(fields).find(([key]) => /^(disused|was):(shop|amenity|office)$/.test(key))?.[1] ?? '',
  })
}

function interpretOmt({ fields }: RawRow): Draft | Skip {
  return toDraft(classifySubclass(fields.subclass ?? ''), fields.name ?? '', {})
}

function toDraft(found: Classification, name: string, texts: Draft['texts']): Draft | Skip {
  if (found.entry === 'none') return { skip: toImportMessage('notes.no-tag') }
  if (found.entry === 'context') return { skip: toImportMessage('notes.is-context', { tag: found.tag }) }
  if (found.entry === 'business' && !name.trim())
    return { skip: toImportMessage('notes.tag-nameless', { tag: found.tag }) }
  const { entry, disciplines, review, use } = found
  const extra: Draft['texts'] = entry === 'space' ? texts : { ...texts, former_use: '' }
  return { kind: entry, disciplines, review, wzCodes: [], use, texts: { ...extra, name } }
}

/** A day in full, or nothing: in OpenStreetMap a month or a year alone is usual and no fault. */
function dayOf(text: string | undefined): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? (text ?? '') : ''
}

function interpretColumns({ fields }: RawRow, profile: Profile, wzTable: WzTable): Draft | Skip {
  const texts: Draft['texts'] = {}
  for (const column of COLUMNS) {
    const name = profile.columns[column]
    const text = name === undefined ? undefined : fields[name]?.trim()
    if (!text) continue
    requireReadable(column, text)
    texts[column] = text
  }
  const found = findCategory(texts, profile)
  if ('skip' in found) return found
  const { category } = found
  const kind = readKind(texts.kind, category.kind ?? profile.kind)
  const use = category.use ? { use: category.use } : {}
  const review = category.review ?? false
  if (kind === 'space') return { kind, disciplines: [], wzCodes: [], review, texts, ...use }
  const wz = readWzCodes(texts, wzTable)
  const sure = [...readDisciplines(texts.disciplines), ...(category.disciplines ?? []), ...wz.sure]
  const disciplines = new Set(sure.length > 0 ? sure : wz.partial)
  if (disciplines.size === 0) throw new RowFault('disciplines', 'no-discipline')
  return {
    kind,
    disciplines: [...disciplines],
    wzCodes: wz.codes,
    review: review || sure.length === 0,
    texts,
    ...use,
  }
}

function findCategory(
  texts: Draft['texts'],
  { columns, categories, otherwise }: Profile,
): { category: Category } | Skip {
  if (columns.category === undefined || Object.keys(categories).length === 0) return { category: {} }
  const text = texts.category ?? ''
  const category = Object.hasOwn(categories, text) ? categories[text] : undefined
  if (category?.skip) return { skip: toImportMessage('notes.category-left-out', { category: text }) }
  if (category) return { category }
  if (otherwise === 'skip') return { skip: toImportMessage('notes.category-not-here', { category: text }) }
  if (otherwise === 'review') return { category: { disciplines: ['other'], review: true } }
  throw new RowFault('category', 'unknown-category', {
    text,
    suggestion: toSuggestion(text, Object.keys(categories)),
  })
}

function readKind(text: string | undefined, fallback: Kind): Kind {
  return readCell('kind', text, (value) => readChoice(value, KINDS)) ?? fallback
}

function readDisciplines(text: string | undefined): Discipline[] {
  return readCell('disciplines', text, (value) => readChoices(value, DISCIPLINES))
}

function readWzCodes(texts: Draft['texts'], table: WzTable) {
  const codes = new Set<string>()
  const sure: Discipline[] = []
  const partial: Discipline[] = []
  for (const version of ['2008', '2025'] as const satisfies WzVersion[]) {
    const column: Column = `wz${version}`
    for (const written of splitParts(texts[column] ?? '')) {
      const code = `${version}:${toWzCode(written)}`
      const entry = table.get(code)
      if (!entry) {
        const known = [...table.keys()].flatMap((key) => (key.startsWith(version) ? key.slice(5) : []))
        const near = known.filter((other) => other.slice(0, 2) === written.slice(0, 2))
        const hint =
          near.length > 0
            ? toImportMessage('hints.codes-near', { codes: near.join(', ') })
            : toImportMessage('hints.no-codes-near')
        throw new RowFault(column, 'unknown-wz', { text: written, version, hint })
      }
      codes.add(code)
      ;(entry.isPartial ? partial : sure).push(...entry.disciplines)
    }
  }
  return { codes: [...codes], sure, partial }
}

/** `73110`, `73.11` and `73.11.0` are the same code. */
function toWzCode(text: string): string {
  const digits = text
    .replace(/^WZ\s*/i, '')
    .replaceAll('.', '')
    .padEnd(5, '0')
  return `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4)}`
}
