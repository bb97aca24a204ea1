/** Finds what somebody may have meant by a slug that does not exist. */

/** Below this share of common trigrams two slugs only look alike by chance. */
const LEAST_SIMILARITY = 0.3
const MAX_SLUG_LENGTH = 120

/** Ranks of up to `limit` slugs that share most of their trigrams with the asked one (Jaccard 1901), most similar first. */
export function findSimilarSlugs(slugs: readonly string[], asked: string, limit: number): number[] {
  const wanted = toTrigrams(asked.toLowerCase().slice(0, MAX_SLUG_LENGTH))
  return slugs
    .map((slug, rank) => ({ rank, similarity: compare(wanted, toTrigrams(slug)) }))
    .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity || a.rank - b.rank)
    .slice(0, limit)
    .map(({ rank }) => rank)
}

function toTrigrams(text: string): Set<string> {
  const padded = `  ${text} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3)))
}

function compare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const part of a) if (b.has(part)) common += 1
  return common / (a.size + b.size - common)
}
