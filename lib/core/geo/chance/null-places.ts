/** Where chance could have put a business: the null model of a test, and which one the data at hand allows. */
import { bbox, booleanPointInPolygon } from '@turf/turf'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { findHull, measurePolygons, projectOutline } from '#lib/core/geo/plane/plane.ts'
import { type PlanePoints, projectPoints } from '#lib/core/geo/plane/projection.ts'
import type { Random } from '#lib/core/geo/plane/random.ts'

type Places = { lng: ArrayLike<number>; lat: ArrayLike<number> }

/**
 * Places in degrees (WGS 84) of which each is as likely, or an outline, or the convex hull of places, of which each square metre is. A hull
 * of the points themselves is the last resort: it lies close around them, so that less seems to be clustered.
 */
export type Null =
  | ({ from: 'addresses' | 'surroundings' | 'places' | 'hull' } & Places)
  | { from: 'outline'; outline: Polygon | MultiPolygon }

/** Fewer places than this are no picture of a city. */
const MIN_PLACES = 100

export type NullChoices = {
  /** Loaded street addresses. */
  addresses: Places
  /** Context places and entries together. */
  surroundings: Places
  outline: Polygon | MultiPolygon
}

/**
 * Addresses where there are enough, else what stands around, else the outline: businesses are only where houses are, and against an even
 * scatter over fields and water any town would seem to be clustered. Enough is a hundred that do not lie on one spot or in a row, and as
 * many as there are points.
 */
export function chooseNull(n: number, { addresses, surroundings, outline }: NullChoices): Null {
  const areEnough = (places: Places) =>
    places.lng.length >= Math.max(MIN_PLACES, n) && measureHull(projectPoints(places.lng, places.lat)) > 0
  if (areEnough(addresses)) return { from: 'addresses', ...addresses }
  if (areEnough(surroundings)) return { from: 'surroundings', ...surroundings }
  return { from: 'outline', outline }
}

export type Draw = { areaSquareMeters: number; draw(n: number, random: Random): PlanePoints }

/**
 * Draws n points in metres. Of places each may be drawn again, since businesses share houses; the area is that of their convex hull.
 * Throws a RangeError for places or an outline without an area.
 */
export function createDraw(model: Null): Draw {
  const draw = chooseDraw(model)
  if (draw.areaSquareMeters > 0) return draw
  throw new RangeError('The null model has no area: give three places that are not in a row, or an outline.')
}

function chooseDraw(model: Null): Draw {
  if (model.from === 'outline') return fromPolygons(projectOutline(model.outline))
  const plane = projectPoints(model.lng, model.lat)
  return model.from === 'hull' ? fromPolygons(toHull(plane)) : fromPlaces(plane, measureHull(plane))
}

/** Of the convex hull in square metres; 0 for places that lie in a row. */
function measureHull(plane: PlanePoints): number {
  return measurePolygons(toHull(plane)).area
}

function toHull({ x, y }: PlanePoints): Position[][][] {
  const hull = findHull(Array.from(x, (east, place): Position => [east, y[place] ?? 0]))
  return hull ? [[hull]] : []
}

function fromPlaces(plane: PlanePoints, areaSquareMeters: number): Draw {
  return {
    areaSquareMeters,
    draw: (n, random) => {
      const drawn = { x: new Float64Array(n), y: new Float64Array(n) }
      for (let point = 0; point < n; point++) {
        const place = Math.floor(random.next() * plane.x.length)
        drawn.x[point] = plane.x[place] ?? 0
        drawn.y[point] = plane.y[place] ?? 0
      }
      return drawn
    },
  }
}

/** By rejection (von Neumann 1951): a spot of the box is drawn until one lies inside. */
function fromPolygons(polygons: Position[][][]): Draw {
  const plane = { type: 'MultiPolygon' as const, coordinates: polygons }
  const [west, south, east, north] = bbox(plane)
  return {
    areaSquareMeters: measurePolygons(polygons).area,
    draw: (n, random) => {
      const drawn = { x: new Float64Array(n), y: new Float64Array(n) }
      for (let point = 0; point < n; ) {
        const x = west + random.next() * (east - west)
        const y = south + random.next() * (north - south)
        if (!booleanPointInPolygon([x, y], plane)) continue
        drawn.x[point] = x
        drawn.y[point] = y
        point += 1
      }
      return drawn
    },
  }
}
