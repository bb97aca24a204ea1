/** Finds what somebody may have meant by a slug that does not exist. */

/** Below this share of common trigrams two slugs only look alike by chance. */
const LEAST_SIMILARITY = 0.3
const MAX_SLUG_LENGTH = 120

/**
 * Ranks of up to `limit` slugs that share most of their trigrams with the asked one (Jaccard 1901; a trigram that a slug repeats counts as
 * many), most similar first.
 */
export function findSimilarSlugs(slugs: readonly string[], asked: string, limit: number): number[] {
  const padded = pad(asked.toLowerCase().slice(0, MAX_SLUG_LENGTH))
  const wanted = [
    ...new Set(Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3))),
  ]
  return slugs
    .map((slug, rank) => ({ rank, similarity: compare(wanted, pad(slug)) }))
    .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity || a.rank - b.rank)
    .slice(0, limit)
    .map(({ rank }) => rank)
}

/** The beginning counts more than the end. */
function pad(slug: string): string {
  return `  ${slug} `
}

function compare(wanted: readonly string[], slug: string): number {
  const size = slug.length - 2
  // No need to look where even a slug that is wholly contained, or contains all, would not be like enough.
  if (Math.min(size, wanted.length) < LEAST_SIMILARITY * Math.max(size, wanted.length)) return 0
  let common = 0
  for (const part of wanted) if (slug.includes(part)) common += 1
  return common / (wanted.length + size - common)
}
