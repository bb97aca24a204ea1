/** Stands for Photon in browser tests: a server on the loopback (PORT) that knows one station, in Opladen. */
import { createServer } from 'node:http'
import { onStopRequest } from '#bin/stop-request.ts'

const STATION = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [7.0096, 51.0652] },
  properties: { name: 'Musterbahnhof', postcode: '51379', city: 'Leverkusen' },
}

const server = createServer((request, response) => {
  const query = new URL(request.url ?? '', 'http://photon').searchParams.get('q') ?? ''
  const features = STATION.properties.name.toLowerCase().startsWith(query.toLowerCase()) ? [STATION] : []
  response.end(JSON.stringify({ type: 'FeatureCollection', features }))
})
server.listen(Number(process.env.PORT), '127.0.0.1')
onStopRequest(() => process.exit())
