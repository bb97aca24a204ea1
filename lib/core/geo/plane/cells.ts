/** Square cells over points of the plane, found by hashing: what is near is in a cell near by, however wide the points lie apart. */

/** Occupied cells and their points. A position is a place in `order`, where the points of a cell stand together. */
export type Cells = {
  count: number
  sideMeters: number
  /** Per cell: its place in the grid, whose origin is that of the coordinates. */
  columns: Float64Array
  rows: Float64Array
  /** Per cell: its first position; one more at the end. */
  starts: Int32Array
  /** Per position: the point, and its coordinates in metres. */
  order: Int32Array
  x: Float64Array
  y: Float64Array
  /** The cell of a place in the grid; -1 where no point lies. */
  find(column: number, row: number): number
}

/** Sorts points (metres) into cells of a side in metres, in the order of their first points. Coordinates must be finite. */
export function toCells(x: Float64Array, y: Float64Array, sideMeters: number): Cells {
  const pointCount = x.length
  const slotCount = 2 ** Math.ceil(Math.log2(2 * pointCount + 2))
  const slots = new Int32Array(slotCount).fill(-1)
  const columns = new Float64Array(pointCount)
  const rows = new Float64Array(pointCount)

  /** The slot of a cell, or the empty one where it would stand. */
  function findSlot(column: number, row: number): number {
    let mixed = Math.imul(column | 0, 0x9e3779b1) ^ Math.imul(row | 0, 0x85ebca6b)
    mixed ^= mixed >>> 15
    for (let slot = mixed & (slotCount - 1); ; slot = (slot + 1) & (slotCount - 1)) {
      const cell = slots[slot] ?? -1
      if (cell < 0 || (columns[cell] === column && rows[cell] === row)) return slot
    }
  }

  const cellOf = new Int32Array(pointCount)
  let count = 0
  for (let point = 0; point < pointCount; point++) {
    const column = Math.floor((x[point] ?? 0) / sideMeters)
    const row = Math.floor((y[point] ?? 0) / sideMeters)
    const slot = findSlot(column, row)
    if ((slots[slot] ?? -1) < 0) {
      columns[count] = column
      rows[count] = row
      slots[slot] = count++
    }
    cellOf[point] = slots[slot] ?? 0
  }
  return {
    count,
    sideMeters,
    columns,
    rows,
    ...sortByCell(x, y, cellOf, count),
    find: (column, row) => slots[findSlot(column, row)] ?? -1,
  }
}

function sortByCell(x: Float64Array, y: Float64Array, cellOf: Int32Array, count: number) {
  const starts = new Int32Array(count + 1)
  for (const cell of cellOf) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1
  for (let cell = 0; cell < count; cell++) starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0)
  const next = starts.slice()
  const order = new Int32Array(x.length)
  const sortedX = new Float64Array(x.length)
  const sortedY = new Float64Array(x.length)
  for (let point = 0; point < x.length; point++) {
    const cell = cellOf[point] ?? 0
    const position = next[cell] ?? 0
    next[cell] = position + 1
    order[position] = point
    sortedX[position] = x[point] ?? 0
    sortedY[position] = y[point] ?? 0
  }
  return { starts, order, x: sortedX, y: sortedY }
}
