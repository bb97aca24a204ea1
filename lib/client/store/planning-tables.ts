/** The tables of planning as CSV (RFC 4180): in each line what it holds and the parameters that led to it. */
import { formatFactsCsv } from '#lib/core/domain/area-facts-csv.ts'
import { BYTE_ORDER_MARK, formatCsvCell } from '#lib/core/domain/format-csv.ts'
import { CRITERIA } from '#lib/core/domain/score-weights.ts'
import { DRAWS, scoreArea, toMeasures, WEIGHT_SPREAD } from '#lib/core/geo/areas/score.ts'
import type { PlanningState } from './planning-state.ts'
import { pickSubjects } from './planning-subjects.ts'

type Cell = [string, string | number | null]

/** The areas side by side, with their facts, score and rank. */
export function formatComparison(state: PlanningState): string {
  const { view, comparison } = state
  const sensitivity = comparison && !('refusal' in comparison) ? comparison : null
  const rows = pickSubjects(state, view.compared).map(({ key, kind, mark, name, landmark, facts }, place) => {
    const score = scoreArea(toMeasures(facts), view.weights)
    const cells: Cell[] = [
      ['kind', kind],
      ['near', landmark?.name ?? null],
      ['score', 'refusal' in score ? null : score.value],
      ['scoreUnknown', 'refusal' in score ? null : score.unknown.join(' ')],
      ['rank', sensitivity?.ranks[place] ?? null],
      ['rankKept', sensitivity?.keptShares[place] ?? null],
      ...CRITERIA.map((criterion): Cell => [`weight:${criterion}`, view.weights[criterion]]),
      ['weightDraws', DRAWS],
      ['weightSpread', WEIGHT_SPREAD],
      ...listSearch(state),
      ...listCommon(state),
    ]
    return { name: [mark, name].filter(Boolean).join(' ') || key, facts, cells }
  })
  return formatFactsCsv('area', rows)
}

/** Ripley's L(r) - r in metres, a line per radius; '' where it is not known. */
export function formatRipley(state: PlanningState): string {
  const { clustering } = state
  if (!clustering) return ''
  const { curve, n, runs, seed, p, areaSquareKilometers, null: model } = clustering
  const shared: Cell[] = [
    ['p', p],
    ['n', n],
    ['runs', runs],
    ['seed', seed],
    ['nullFrom', model.from],
    ['nullPlaces', model.places],
    ['areaSquareKilometers', areaSquareKilometers],
    ...listCommon(state),
  ]
  const rows = curve.map((point) => [...Object.entries(point), ...shared])
  const lines = [rows[0]?.map(([column]) => column) ?? [], ...rows.map((row) => row.map(([, cell]) => cell))]
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(formatCsvCell).join(',')}\r\n`).join('')
}

/** How the found areas were found. */
function listSearch({ found, view }: PlanningState): Cell[] {
  return [
    ['epsMeters', found?.groups.epsMeters ?? null],
    ['minPoints', found?.groups.minPoints ?? null],
    ['isEpsSuggested', view.epsMeters === null ? 'yes' : 'no'],
  ]
}

function listCommon({ view, loaded }: PlanningState): Cell[] {
  return [
    ['measure', view.measure],
    ['discipline', view.disciplines.join(' ')],
    ['version', loaded?.version ?? ''],
    ['today', loaded?.ground.today ?? ''],
  ]
}
