import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How long an answer may still take when the server stops: who sends by drops is cut off then. */
const answerMs = 10_000

/**
 * A server that stops answers what it was asked, and then lets go of every connection, also of one on which nobody asked anything or
 * not to the end: such a one would hold it up for a minute, and whoever likes can open one. Rule: Y37.
 */
export function endWithRequests(app: FastifyInstance): void {
  const { server }: { readonly server: Server } = app
  const sockets = new Set<Socket>()
  let underWay = 0
  let isEnding = false
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    if (isEnding) socket.destroy()
  })
  server.on('request', (_request, response) => {
    underWay += 1
    response.once('close', () => {
      underWay -= 1
      if (isEnding && underWay === 0) cut()
    })
  })
  app.addHook('preClose', async () => {
    isEnding = true
    if (underWay === 0) cut()
    else setTimeout(cut, answerMs).unref()
  })
}
