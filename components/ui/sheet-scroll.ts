/** Reads and moves a sheet: its heights are the elements with `data-stop` and, for the whole height, its body. */
export const SHEET_HEIGHTS = ['peek', 'half', 'full'] as const
export type SheetHeight = (typeof SHEET_HEIGHTS)[number]
/** `closed` is below the lowest height, where the sheet can be closed. */
export type SheetStop = SheetHeight | 'closed'

/** Whether the element is a sheet at this size of the screen; beside the map it is a panel. */
export function isSheet(sheet: HTMLElement): boolean {
  const stop = sheet.querySelector('[data-stop]')
  return stop !== null && getComputedStyle(stop).display !== 'none'
}

/** Does nothing where there is no sheet. Moves at once where less motion is asked for. */
export function moveSheet(
  sheet: HTMLElement,
  stop: SheetStop,
  behavior: ScrollBehavior = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    ? 'instant'
    : 'smooth',
): void {
  if (isSheet(sheet)) sheet.scrollTo({ top: offsets(sheet).get(stop) ?? 0, behavior })
}

/** The height that the sheet stands at, or is nearest to while it moves. */
export function nearestStop(sheet: HTMLElement): SheetStop {
  const distance = (offset: number) => Math.abs(offset - sheet.scrollTop)
  const [first, ...others] = offsets(sheet)
  if (!first) return 'full'
  if (sheet.scrollTop >= (offsets(sheet).get('full') ?? 0)) return 'full'
  return others.reduce((best, next) => (distance(next[1]) < distance(best[1]) ? next : best), first)[0]
}

/** Writes how many pixels of the map the visible sheet covers, up to the middle height, to the explorer. */
export function publishHeight(): void {
  const explorer = document.querySelector<HTMLElement>('[data-explorer]')
  const sheets = [...document.querySelectorAll<HTMLElement>('.sheet')]
  const sheet = sheets.find((candidate) => 'closable' in candidate.dataset) ?? sheets[0]
  if (!explorer || !sheet || !isSheet(sheet)) return
  const stops = offsets(sheet)
  const lowest = sheet.clientHeight - (stops.get('full') ?? 0)
  const value = `${Math.round(lowest + Math.min(sheet.scrollTop, stops.get('half') ?? 0))}px`
  if (explorer.style.getPropertyValue('--sheet-height') !== value)
    explorer.style.setProperty('--sheet-height', value)
}

/** Scroll offset per stop, from the lowest. */
function offsets(sheet: HTMLElement): Map<SheetStop, number> {
  const stops = [...sheet.querySelectorAll<HTMLElement>('[data-stop]')].map(
    (element): [SheetStop, number] => [toStop(element.dataset.stop), element.offsetTop],
  )
  const body = sheet.querySelector<HTMLElement>('.sheet-body')
  return new Map([...stops, ['full', body?.offsetTop ?? 0]])
}

function toStop(name: string | undefined): SheetStop {
  return name === 'closed' ? 'closed' : (SHEET_HEIGHTS.find((height) => height === name) ?? 'half')
}
