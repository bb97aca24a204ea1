/** A way from one place to another. Lucide's package of plain shapes has an older drawing of it, mirrored. */
import type { IconNode } from 'lucide'

export const ROUTE_ICON: IconNode = [
  ['path', { d: 'M9 5h8.5a1 1 0 010 7h-11a1 1 0 000 7H15' }],
  ['circle', { cx: '18', cy: '19', r: '3' }],
  ['circle', { cx: '6', cy: '5', r: '3' }],
]
