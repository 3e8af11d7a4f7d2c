// A push service that takes everything at once and looks at nothing: it counts what comes by path. HTTP/2 and HTTP/1.1
// over TLS. Started by push_sink.py; GET /counts tells what came. Answers wait `delay` milliseconds.
import { readFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'

const [pem, delay] = process.argv.slice(2)
const both = readFileSync(pem)
const counts = new Map()

function take(path, answer) {
  counts.set(path, (counts.get(path) ?? 0) + 1)
  if (Number(delay)) setTimeout(answer, Number(delay))
  else answer()
}

const server = createSecureServer({ key: both, cert: both, allowHTTP1: true, settings: { maxConcurrentStreams: 100 } })

server.on('stream', (stream, headers) => {
  stream.on('error', () => {}) // whoever was killed in the middle of an exchange hangs up
  if (headers[':method'] === 'GET') {
    stream.respond({ ':status': 200 })
    stream.end(JSON.stringify(Object.fromEntries(counts)))
    return
  }
  stream.resume()
  stream.on('end', () => take(headers[':path'], () => stream.closed || stream.respond({ ':status': 201 }, { endStream: true })))
})

server.on('request', (request, response) => {
  if (request.httpVersionMajor === 2) return
  if (request.method === 'GET') {
    response.end(JSON.stringify(Object.fromEntries(counts)))
    return
  }
  request.resume()
  request.on('end', () => take(request.url, () => response.writeHead(201, { 'Content-Length': 0 }).end()))
})

server.on('session', (session) => session.on('error', () => {}))
server.on('tlsClientError', () => {})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
