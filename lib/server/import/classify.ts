/**
 * What a place is, by its tags or codes: a business of certain disciplines, a space, context for scores, or nothing for this map.
 * An artwork, a memorial or a library is never a business, whatever else is tagged on it.
 */
import type { Discipline } from '#lib/core/domain/discipline.ts'
import type { SpaceUse } from '#lib/core/domain/entry.ts'
import { OSM_RULES, type OsmRule } from './osm-table.ts'

export type Classification =
  | { entry: 'business' | 'space'; disciplines: Discipline[]; review: boolean; tag: string; use: SpaceUse }
  | { entry: 'context'; tag: string }
  | { entry: 'none' }

type Tags = Readonly<Record<string, string>>

const NEVER_BUSINESS = ['tourism=artwork', 'historic=memorial', 'amenity=library']

const RULES_BY_KEY = Map.groupBy(OSM_RULES, ({ key }) => key)
const RULES_BY_VALUE = Map.groupBy(
  OSM_RULES.filter(({ value }) => value !== '*'),
  ({ value }) => value,
)

/** Classifies raw tags of OpenStreetMap; several matching tags give several disciplines, the sure ones first. */
export function classifyTags(tags: Tags): Classification {
  const matching = Object.keys(tags)
    .flatMap((key) => {
      const rules = (RULES_BY_KEY.get(key) ?? []).filter((rule) => matchesRule(rule, tags))
      // A rule with a condition says more than the same tag without one.
      return rules.some(({ condition }) => condition) ? rules.filter(({ condition }) => condition) : rules
    })
    // By the table's order, so that one place is the same in whatever order a file lists its tags.
    .sort((a, b) => a.nth - b.nth)
  const inert = NEVER_BUSINESS.find((tag) => hasTag(tags, tag))
  return decide(inert ? matching.filter(({ entry }) => entry !== 'business') : matching)
}

/** Classifies by the `subclass` of OpenMapTiles, which is the value of the tag; the class says too little. */
export function classifySubclass(subclass: string): Classification {
  const rules = (RULES_BY_VALUE.get(subclass) ?? []).filter(({ condition }) => !condition)
  return decide(rules.slice(0, 1))
}

function decide(rules: OsmRule[]): Classification {
  const [vacant] = rules.filter(({ entry, review }) => entry === 'space' && !review)
  if (vacant) return toSpace(vacant)
  const business = rules.filter(({ entry }) => entry === 'business')
  const sure = business.filter(({ review }) => !review)
  const used = sure.length > 0 ? sure : business
  if (used[0]) {
    const found = new Set(used.flatMap(({ discipline }) => discipline ?? []))
    const disciplines: Discipline[] = found.size > 0 ? [...found] : ['other']
    return { entry: 'business', disciplines, review: sure.length === 0, tag: formatTag(used[0]), use: 'shop' }
  }
  const [space] = rules.filter(({ entry }) => entry === 'space')
  if (space) return toSpace(space)
  const [context] = rules
  return context ? { entry: 'context', tag: formatTag(context) } : { entry: 'none' }
}

function toSpace(rule: OsmRule): Classification {
  return { entry: 'space', disciplines: [], review: rule.review, tag: formatTag(rule), use: toUse(rule) }
}

function toUse({ key, value }: OsmRule): SpaceUse {
  if (/coworking/.test(value)) return 'desk'
  if (value === 'hackerspace') return 'workshop'
  if (value === 'industrial') return 'hall'
  if (/office$/.test(key)) return 'office'
  return /craft$/.test(key) ? 'workshop' : 'shop'
}

function matchesRule(rule: OsmRule, tags: Tags): boolean {
  if (!hasTag(tags, `${rule.key}=${rule.value}`)) return false
  const { condition } = rule
  if (!condition) return true
  const [conditionKey, conditionValues] = [condition.key, condition.values]
  return valuesOf(tags[conditionKey]).some((value) => conditionValues.includes(value))
}

function hasTag(tags: Tags, tag: string): boolean {
  const at = tag.indexOf('=')
  const values = valuesOf(tags[tag.slice(0, at)])
  const wanted = tag.slice(at + 1)
  return wanted === '*' ? values.some((value) => value !== 'no') : values.includes(wanted)
}

/** OpenStreetMap joins several values by semicolons. */
function valuesOf(text: string | undefined): string[] {
  return (text ?? '').split(';').flatMap((value) => value.trim() || [])
}

function formatTag({ key, value }: OsmRule): string {
  return `${key}=${value}`
}
