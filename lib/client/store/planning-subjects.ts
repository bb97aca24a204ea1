/** Areas as a planner compares them, whether found, drawn or districts: with their outline, their facts and how they are called. */
import type { Geometry } from 'geojson'
import type { Outline } from '#lib/core/geo/areas/area-members.ts'
import { toBox } from '#lib/core/geo/areas/planning-ground.ts'
import { MAX_COMPARED, type SubjectKey } from '#lib/core/view/planning-view.ts'
import type { PlanningState, Subject } from './planning-state.ts'

type Known = Pick<PlanningState, 'found' | 'districts' | 'drawn' | 'loaded'>
type Compared = Pick<PlanningState, 'found' | 'districts' | 'drawn' | 'view'>

/** The areas that were found, largest first. */
export function listFound({ found }: Pick<Known, 'found'>): Subject[] {
  return (found?.groups.areas.features ?? []).flatMap(({ geometry, properties: { letter } }, place) => {
    const facts = found?.facts[place]
    const name = found?.names[place]
    if (!facts || !name) return []
    const { district, landmark } = name
    const subject = { key: letter, kind: 'found' as const, mark: letter, outline: geometry, facts }
    return [{ ...subject, name: district, landmark, box: toBox(geometry) }]
  })
}

export function listDistricts({ districts, loaded }: Pick<Known, 'districts' | 'loaded'>): Subject[] {
  return districts.flatMap(({ name, facts }) => {
    const outline = findOutline(loaded?.outlines.features ?? [], name)
    return outline
      ? [{ key: `s:${name}`, kind: 'district', mark: '', name, outline, facts, box: toBox(outline) }]
      : []
  })
}

/** All that can be compared. */
export function listSubjects(known: Known): Subject[] {
  return [...listFound(known), ...known.drawn, ...listDistricts(known)]
}

/** The areas of some keys, in that order; what is not there any more is left out. */
export function pickSubjects(known: Known, keys: readonly SubjectKey[]): Subject[] {
  if (keys.length === 0) return []
  const all = listSubjects(known)
  return keys.flatMap((key) => all.find((subject) => subject.key === key) ?? [])
}

/**
 * The keys of the areas side by side. A key of the address or of other parameters may have no area: it stays in the link, and takes no room.
 */
export function listCompared({ found, drawn, districts, view }: Compared): SubjectKey[] {
  const isThere = (key: SubjectKey) =>
    found?.groups.areas.features.some(({ properties }) => properties.letter === key) ||
    drawn.some((subject) => subject.key === key) ||
    districts.some(({ name }) => `s:${name}` === key)
  return view.compared.filter(isThere)
}

/** Whether there is room for one more. */
export function isComparisonFull(state: Compared): boolean {
  return listCompared(state).length >= MAX_COMPARED
}

function findOutline(
  features: readonly { geometry: Geometry; properties: { name: string } }[],
  name: string,
): Outline | null {
  const geometry = features.find(({ properties }) => properties.name === name)?.geometry
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? geometry : null
}
