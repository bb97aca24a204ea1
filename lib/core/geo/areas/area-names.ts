/** The names of areas that were found together: district and landmark, and a number where these do not tell them apart. */
import type { AreaName } from '#lib/core/domain/area-name.ts'
import type { Areas } from './areas.ts'
import { findLandmark } from './landmark.ts'
import type { Surroundings } from './surroundings.ts'

/** In the order of the areas; without surroundings by district alone. */
export function nameAreas(
  { features }: Areas,
  surroundings: Pick<Surroundings, 'stations' | 'streets'> | null,
): AreaName[] {
  const named = features.map(({ geometry, properties: { district, name } }) => {
    const landmark = surroundings && findLandmark(surroundings, geometry)
    return { district, numbered: name, landmark }
  })
  return named.map(({ district, numbered, landmark }) => {
    const alike = named.filter(
      (other) => other.district === district && other.landmark?.name === landmark?.name,
    )
    return { district: alike.length > 1 ? numbered : district, landmark }
  })
}
