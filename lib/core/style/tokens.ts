/**
 * Every colour and face of the product, for light and dark, in one place. Pages read them as CSS properties
 * (`app/tokens.css`, written from here by the test), the map's layers read them as values.
 */
export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The faces as @fontsource names them; the map draws its labels with the page's own text face. */
export const FACES = {
  text: 'Atkinson Hyperlegible Next Variable',
  display: 'Bricolage Grotesque Variable',
} as const

const light = {
  paper: '#FAF7F1',
  sheet: '#FFFDF9',
  ink: '#1F1D1A',
  muted: '#6A645B',
  line: '#E4DDD0',
  /** Edges of controls: 3:1 against paper and sheet, which the fine line is not. */
  edge: '#8F877B',
  seedling: '#1D7A52',
  'seedling-ground': '#E4F1E8',
  'on-seedling': '#FFFFFF',
  notice: '#5A4300',
  'notice-ground': '#FFF1C9',
  'notice-line': '#E2C26B',
  danger: '#A3231B',
  'danger-ground': '#FBE9E5',
  'on-danger': '#FFFFFF',
}

export type TokenName = keyof typeof light

const dark: Record<TokenName, string> = {
  paper: '#171614',
  sheet: '#1F1E1B',
  ink: '#F1ECE2',
  muted: '#A59D90',
  line: '#38352F',
  edge: '#7A7367',
  seedling: '#58C08C',
  'seedling-ground': '#1F3429',
  'on-seedling': '#12251B',
  notice: '#F6DE9C',
  'notice-ground': '#3A2F12',
  'notice-line': '#6B5720',
  danger: '#FF9C8C',
  'danger-ground': '#41201B',
  'on-danger': '#2A0D09',
}

/** The page's colours by theme. */
export const TOKENS: Readonly<Record<Theme, Readonly<Record<TokenName, string>>>> = { light, dark }

const mapLight = {
  ground: '#F7F3EA',
  residential: '#EFE8DA',
  field: '#F4F2E4',
  sand: '#F1E8CE',
  wood: '#DCE6D0',
  grass: '#E6EDDA',
  industry: '#EFE9E2',
  civic: '#F1EADF',
  water: '#BFD8E2',
  building: '#E7DED0',
  buildingEdge: '#DCD1BF',
  road: '#FFFFFF',
  mainRoad: '#FFFFFF',
  roadEdge: '#E3DACA',
  path: '#E3D8C6',
  motorway: '#E9C993',
  motorwayEdge: '#D9B273',
  rail: '#B7AFA4',
  boundary: '#A0937F',
  label: '#6A645B',
  placeLabel: '#4E4941',
  waterLabel: '#34596C',
  woodLabel: '#5C7150',
  halo: '#FBF8F2',
}

export type MapTokens = Readonly<typeof mapLight>

const mapDark: MapTokens = {
  ground: '#1C1B19',
  residential: '#22201D',
  field: '#1D1D1A',
  sand: '#282519',
  wood: '#22291F',
  grass: '#232820',
  industry: '#242220',
  civic: '#23211E',
  water: '#1D2C36',
  building: '#2B2925',
  buildingEdge: '#35322C',
  road: '#35322D',
  mainRoad: '#403C35',
  roadEdge: '#191816',
  path: '#34312B',
  motorway: '#5A4A33',
  motorwayEdge: '#1B1916',
  rail: '#4B463F',
  boundary: '#6E6757',
  label: '#A59D90',
  placeLabel: '#C6BEB0',
  waterLabel: '#7FA6BB',
  woodLabel: '#8BA07F',
  halo: '#1A1917',
}

/** The basemap's colours by theme. */
export const MAP_TOKENS: Readonly<Record<Theme, MapTokens>> = { light: mapLight, dark: mapDark }

/** Density from none to most, five steps. */
export const DENSITY_RAMP: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#F7F3EA', '#B0D6B2', '#60AA8C', '#1C706E', '#10344E'],
  dark: ['#1C1B19', '#1E604A', '#409664', '#BECD6E', '#FAE8A0'],
}
