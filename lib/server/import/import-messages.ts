/**
 * All that the importer says, as codes with values, so that command and page can say it in their reader's language. The sentences
 * stand in lib/core/i18n/messages under `importer`; lib/server/import/format-import-message.ts joins the two.
 */

/** Per code the names of its values. What is said of a row (`rows`) has a message and a cure, all else is one sentence. */
export const IMPORT_MESSAGES = {
  'rows.name-missing': [],
  'rows.no-discipline': [],
  'rows.unknown-value': ['text', 'suggestion'],
  'rows.unknown-category': ['text', 'suggestion'],
  'rows.unknown-wz': ['text', 'version', 'hint'],
  'rows.too-long': ['length', 'most'],
  'rows.too-many-services': ['count', 'most'],
  'rows.wrong-encoding': ['text'],
  'rows.half-character': [],
  'rows.no-day': ['text'],
  'rows.no-such-day': ['text', 'month'],
  'rows.too-far-away': ['text', 'first', 'last'],
  'rows.no-number': ['text'],
  'rows.no-whole-number': ['text', 'least', 'most'],
  'rows.out-of-range': ['text', 'least', 'most'],
  'rows.no-yes-or-no': ['text'],
  'rows.no-web-address': ['text'],
  'rows.ref-missing': [],
  'rows.one-coordinate': [],
  'rows.no-coordinate': ['text'],
  'rows.no-place': [],
  'rows.no-numbers': [],
  'rows.swapped': ['x', 'y'],
  'rows.no-degrees': ['x', 'y'],
  'rows.outside': ['x', 'y', 'box'],
  'rows.no-feature': [],
  'rows.no-geometry': ['type'],
  'rows.no-polygon': [],
  'rows.district-nameless': [],
  'rows.field-count': ['count', 'expected'],
  'rows.quote-goes-on': [],
  'rows.quote-open': [],
  'rows.quote-inside': [],
  'rows.unsplittable': ['detail'],
  'rows.kept': [],

  'notes.no-tag': [],
  'notes.is-context': ['tag'],
  'notes.tag-nameless': ['tag'],
  'notes.no-house-number': [],
  'notes.no-context-place': [],
  'notes.category-left-out': ['category'],
  'notes.category-not-here': ['category'],
  'notes.duplicate': ['earlier'],

  'notices.mistyped-column': ['name', 'near'],
  'notices.photon-silent': ['host', 'reason'],
  'notices.answered': ['status'],
  'notices.rejected': ['at', 'field', 'message', 'cure'],
  'notices.further-rejected': [],

  'files.absent': ['file'],
  'files.no-file': ['file'],
  'files.empty': ['file'],
  'files.empty-table': ['file'],
  'files.empty-json': ['file'],
  'files.no-rows': ['file'],
  'files.unreadable': ['file', 'detail'],
  'files.archive-cut': ['file'],
  'files.archive-broken': ['file'],
  'files.other-reader': ['profile', 'file'],
  'files.is-utf8': ['file', 'encoding'],
  'files.header-broken': ['file', 'fault'],
  'files.header-encoding': ['file', 'encoding'],
  'files.column-twice': ['file', 'column'],
  'files.column-missing': ['file', 'column', 'suggestion'],
  'files.endless-line': ['file'],
  'files.no-array': ['file'],
  'files.broken-json': ['file', 'detail'],
  'files.broken-xml': ['file', 'line', 'detail'],
  'files.broken-pbf': ['file', 'detail'],
  'files.no-elements': [],
  'files.no-element': ['file'],
  'files.too-slow': ['file', 'seconds'],

  'profiles.unknown': ['name', 'suggestion'],
  'profiles.unreadable': ['name'],
  'profiles.no-json': ['name', 'detail'],
  'profiles.unusable': ['name', 'faults'],
  'profiles.unknown-key': ['path', 'suggestion'],
  'profiles.unknown-value': ['path', 'text', 'suggestion'],
  'profiles.absent': ['path'],
  'profiles.wrong-type': ['path', 'expected'],
  'profiles.too-short': ['path', 'least'],
  'profiles.too-long': ['path', 'most'],
  'profiles.no-link': ['path'],
  'profiles.encoding': ['path'],
  'profiles.box': ['path'],
  'profiles.other': ['path', 'detail'],

  'runs.addresses-unread': ['detail'],
  'runs.wz-codes-unread': ['detail'],
  'runs.sources-unread': ['detail'],
  'runs.source-refused': ['detail'],
  'runs.batch-refused': ['first', 'last', 'detail'],
  'runs.few-outcomes': ['count', 'rows'],
  'runs.run-refused': ['detail'],
  'runs.report-refused': ['detail'],
  'runs.endless': ['seconds'],
  'runs.no-answer': [],
  'runs.unexpected': ['detail'],

  'hints.did-you-mean': ['near'],
  'hints.known': ['known'],
  'hints.codes-near': ['codes'],
  'hints.no-codes-near': [],

  'places.line': ['number'],
  'places.feature': ['number'],
  'places.node': ['id'],
  'places.way': ['id'],
  'places.relation': ['id'],
  'places.whole-row': [],
  'places.whole-feature': [],
  'places.whole-profile': [],

  'report.row': [],
  'report.outcome': [],
  'report.name': [],
  'report.field': [],
  'report.message': [],
  'report.cure': [],
  'report.added': [],
  'report.updated': [],
  'report.unchanged': [],
  'report.review': [],
  'report.duplicates': [],
  'report.rejected': [],
  'report.skipped': [],
} as const satisfies Record<string, readonly string[]>

export type Code = keyof typeof IMPORT_MESSAGES
/** Texts stand as they are; messages are written in the same language, several of them one a line. */
export type MessageValue = string | number | ImportMessage | readonly ImportMessage[]
export type ImportMessage = { code: Code; values: Readonly<Record<string, MessageValue>> }
/** What needs no words, such as the name of a column, or what does. */
export type Text = string | ImportMessage

type ValuesOf<C extends Code> = (typeof IMPORT_MESSAGES)[C] extends readonly []
  ? []
  : [values: Readonly<Record<(typeof IMPORT_MESSAGES)[C][number], MessageValue>>]

/** A code of one group without the group's name, and its values. */
export type NamedIn<Group extends string> = {
  [C in Code]: C extends `${Group}.${infer Name}` ? [name: Name, ...values: ValuesOf<C>] : never
}[Code]

export function toImportMessage<C extends Code>(code: C, ...[values]: ValuesOf<C>): ImportMessage {
  return { code, values: values ?? {} }
}
