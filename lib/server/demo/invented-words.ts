/** The words from which invented entries are made. No name belongs to a real person or firm; all bear the mark "Demo". */
import type { Discipline } from '#lib/core/domain/discipline.ts'
import type { SpaceUse } from '#lib/core/domain/entry.ts'

type Words = {
  weight: number
  names: [string, ...string[]]
  summary: string
  services: [string, ...string[]]
}

/** Weights follow what was counted in Leverkusen in 2014: advertising, events and design lead. */
export const BUSINESS_WORDS: Record<Discipline, Words> = {
  music: {
    weight: 7,
    names: ['Klangraum', 'Tonwerk', 'Probekeller'],
    summary: 'Aufnahme, Mischung und Unterricht',
    services: ['Tonaufnahme', 'Unterricht', 'Mastering'],
  },
  books: {
    weight: 4,
    names: ['Leseecke', 'Wortwerkstatt', 'Buchbinderei'],
    summary: 'Bücher, Texte und Übersetzungen',
    services: ['Lektorat', 'Übersetzung', 'Buchbindung'],
  },
  art: {
    weight: 14,
    names: ['Atelier', 'Malstube', 'Galerie'],
    summary: 'Malerei, Druckgrafik und Ausstellungen',
    services: ['Auftragsarbeit', 'Kurse', 'Ausstellung'],
  },
  film: {
    weight: 6,
    names: ['Bildfabrik', 'Filmstudio', 'Schnittraum'],
    summary: 'Filme von der Idee bis zum Schnitt',
    services: ['Imagefilm', 'Schnitt', 'Kamera'],
  },
  broadcasting: {
    weight: 2,
    names: ['Funkstudio', 'Podcastküche'],
    summary: 'Beiträge und Podcasts',
    services: ['Podcast', 'Sprecher', 'Schnitt'],
  },
  'performing-arts': {
    weight: 9,
    names: ['Tanzraum', 'Bühnenwerk', 'Spielstätte'],
    summary: 'Tanz und Theater für alle Alter',
    services: ['Kurse', 'Auftritt', 'Choreografie'],
  },
  design: {
    weight: 18,
    names: ['Formbüro', 'Gestaltungsraum', 'Studio'],
    summary: 'Produkte, Grafik und Ausstellungen',
    services: ['Messebau', 'Grafik', 'Prototypen', 'Leitsysteme'],
  },
  architecture: {
    weight: 7,
    names: ['Planraum', 'Entwurfsbüro', 'Baukontor'],
    summary: 'Umbau, Neubau und Innenräume',
    services: ['Umbau', 'Innenräume', 'Modellbau'],
  },
  press: {
    weight: 3,
    names: ['Textbüro', 'Redaktionsstube'],
    summary: 'Texte für Zeitung und Magazin',
    services: ['Reportage', 'Redaktion', 'Pressefoto'],
  },
  advertising: {
    weight: 16,
    names: ['Werbekontor', 'Ideenhaus', 'Plakatwerk'],
    summary: 'Kampagnen, Anzeigen und Beschriftung',
    services: ['Kampagne', 'Beschriftung', 'Anzeigen', 'Druck'],
  },
  'software-games': {
    weight: 10,
    names: ['Codewerk', 'Spieleschmiede', 'Pixelwerkstatt'],
    summary: 'Webseiten, Programme und Spiele',
    services: ['Webseite', 'App', 'Spiele'],
  },
  other: {
    weight: 14,
    names: ['Festwerk', 'Keramikstube', 'Lichtbau'],
    summary: 'Kunsthandwerk und Veranstaltungen',
    services: ['Veranstaltung', 'Keramik', 'Licht und Ton'],
  },
}

export const SPACE_WORDS: Record<SpaceUse, { weight: number; name: string; area: [number, number] }> = {
  shop: { weight: 14, name: 'Ladenlokal', area: [35, 160] },
  office: { weight: 6, name: 'Büro', area: [20, 120] },
  studio: { weight: 5, name: 'Atelierraum', area: [25, 110] },
  workshop: { weight: 5, name: 'Werkstatt', area: [60, 240] },
  hall: { weight: 2, name: 'Halle', area: [200, 900] },
  rehearsal: { weight: 2, name: 'Proberaum', area: [18, 60] },
  window: { weight: 2, name: 'Schaufenster', area: [3, 12] },
  plot: { weight: 1, name: 'Freifläche', area: [150, 1200] },
  desk: { weight: 5, name: 'Schreibtisch', area: [4, 12] },
}

export const STREETS: [string, ...string[]] = [
  'Am Beispiel',
  'Musterweg',
  'Probestraße',
  'Ahornhof',
  'Lindengasse',
  'Bahnhofsgasse',
  'Werkhof',
  'Brunnenplatz',
  'Kastanienweg',
  'Mühlengasse',
  'Gartenhof',
  'Marktgasse',
]
