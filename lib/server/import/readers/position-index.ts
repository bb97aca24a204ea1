/**
 * Positions of millions of nodes in little memory (16 bytes each): ids and coordinates in typed arrays, found by halving. Files
 * are sorted by id as a rule; where one is not, it is sorted here once.
 */
const UNITS_PER_DEGREE = 1e7

export class PositionIndex {
  private ids = new Float64Array(1024)
  private lngs = new Int32Array(1024)
  private lats = new Int32Array(1024)
  private count = 0
  private sorted = true

  /** Degrees; kept to seven decimals, as OpenStreetMap does. */
  add(id: number, lng: number, lat: number): void {
    if (this.count === this.ids.length) this.grow()
    if (this.count > 0 && id <= (this.ids[this.count - 1] ?? 0)) this.sorted = false
    this.ids[this.count] = id
    this.lngs[this.count] = Math.round(lng * UNITS_PER_DEGREE)
    this.lats[this.count] = Math.round(lat * UNITS_PER_DEGREE)
    this.count += 1
  }

  get(id: number): [lng: number, lat: number] | null {
    if (!this.sorted) this.sort()
    let low = 0
    let high = this.count - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = this.ids[middle] ?? 0
      if (found === id)
        return [(this.lngs[middle] ?? 0) / UNITS_PER_DEGREE, (this.lats[middle] ?? 0) / UNITS_PER_DEGREE]
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return null
  }

  private grow(): void {
    const size = this.ids.length * 2
    const enlarge = <T extends Float64Array | Int32Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.ids = enlarge(this.ids, new Float64Array(size))
    this.lngs = enlarge(this.lngs, new Int32Array(size))
    this.lats = enlarge(this.lats, new Int32Array(size))
  }

  private sort(): void {
    const { ids, lngs, lats } = this
    const order = Array.from({ length: this.count }, (_, index) => index).sort(
      (a, b) => (ids[a] ?? 0) - (ids[b] ?? 0),
    )
    this.ids = Float64Array.from(order, (index) => ids[index] ?? 0)
    this.lngs = Int32Array.from(order, (index) => lngs[index] ?? 0)
    this.lats = Int32Array.from(order, (index) => lats[index] ?? 0)
    this.sorted = true
  }
}
