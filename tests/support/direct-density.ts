/** A kernel density by its definition: the slow way, against which the quick one is held. */

/** Per km2 at a spot, over every point; all in metres. */
export function sumKernels(
  x: Float64Array,
  y: Float64Array,
  east: number,
  north: number,
  bandwidth: number,
): number {
  let sum = 0
  for (const [index, pointEast] of x.entries())
    sum += Math.exp(-((pointEast - east) ** 2 + ((y[index] ?? 0) - north) ** 2) / (2 * bandwidth ** 2))
  return (1e6 * sum) / (2 * Math.PI * bandwidth ** 2)
}
