/** How buttons of forms look; 44 px, since fingers press them too. */
const BUTTON =
  'inline-flex min-h-11 cursor-pointer items-center justify-center rounded-xl px-4 font-semibold aria-disabled:opacity-60'

export const PRIMARY_BUTTON = `${BUTTON} bg-seedling text-on-seedling hover:opacity-90`
export const PLAIN_BUTTON = `${BUTTON} border border-edge bg-sheet hover:bg-paper`
export const DANGER_BUTTON = `${BUTTON} border border-danger bg-sheet text-danger hover:bg-danger-ground`

/** Texts and choices that one fills in. */
export const FIELD =
  'block min-h-11 w-full rounded-xl border border-edge bg-sheet px-3 py-2 aria-invalid:border-danger aria-invalid:border-2'

/** A file to choose: its button is one of ours. */
export const FILE_FIELD =
  'block min-h-11 w-full cursor-pointer text-sm file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-xl file:border file:border-edge file:bg-sheet file:px-4 file:font-semibold file:text-ink aria-invalid:file:border-2 aria-invalid:file:border-danger'
