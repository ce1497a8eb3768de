import { connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { removeFolder, startServer } from './support/server.ts'

const said = async (port: number, text: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, () => resolve(socket)))
    socket.once('error', reject)
  })

const cutOff = (socket: Socket): Promise<string> =>
  new Promise(resolve => {
    let heard = ''
    socket.on('data', bytes => {
      heard += bytes.toString()
    })
    socket.once('close', () => resolve(heard))
  })

test('[Y37] a server that stops waits for nobody who opened a connection and asks nothing, or stops halfway', async () => {
  const server = await startServer()
  // Node itself would cut them off after a minute: here it never does.
  server.app.server.headersTimeout = 0
  server.app.server.requestTimeout = 0
  const { port } = new URL(server.url)
  const silent = await said(Number(port), '')
  const halfway = await said(Number(port), 'GET /health HTTP/1.1\r\nHost: here\r\n')
  const asking = await said(Number(port), 'GET /health HTTP/1.1\r\nHost: here\r\n\r\n')
  const answered = new Promise(resolve => asking.once('data', resolve))
  const all = [silent, halfway, asking].map(cutOff)
  await answered
  await server.close()
  expect(await Promise.all(all)).toEqual(['', '', expect.stringContaining('HTTP/1.1 200 OK')])
  removeFolder(server.folder)
})
