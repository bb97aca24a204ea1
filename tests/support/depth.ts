/** How deep a run of tests goes: `npm test` takes a short seeded form of what repeats itself, `npm run test:deep` (TEST_DEPTH=deep) the full one. */
export const isDeep = process.env.TEST_DEPTH === 'deep'

/** The value for the run's depth: `short` in `npm test`, `deep` in `npm run test:deep`. */
export function pick<Short, Deep>(short: Short, deep: Deep): Short | Deep {
  return isDeep ? deep : short
}
