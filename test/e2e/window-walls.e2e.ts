import { expect, test } from '@playwright/test'
import { type Branch, launchBranch } from './support/launch-branch.ts'
import { type ListeningPost, openListeningPost } from './support/listening-post.ts'

let branch: Branch
let post: ListeningPost
test.beforeAll(async () => {
  post = await openListeningPost()
  // Chromium's own picture of a camera, so that what is refused is refused by the walls and not for want of one.
  branch = await launchBranch({ args: ['--use-fake-device-for-media-stream'] })
})
test.afterAll(async () => {
  await branch.close()
  post.close()
})

test('[W1] the page has no Node, no Electron, and exactly three functions', async () => {
  const reach = await branch.page.evaluate(() => ({
    node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
    electron: [typeof Reflect.get(globalThis, 'electron'), typeof Reflect.get(globalThis, 'module')],
    branch: Object.keys(window.branch).sort(),
    kinds: Object.values(window.branch).map(value => typeof value),
    isFrozen: Object.isFrozen(window.branch),
  }))
  expect(reach).toEqual({
    node: ['undefined', 'undefined'],
    electron: ['undefined', 'undefined'],
    branch: ['execute', 'query', 'subscribe'],
    kinds: ['function', 'function', 'function'],
    isFrozen: true,
  })
})

test('[W1] the window is sandboxed, isolated, and has none of the openings that a page could widen', async () => {
  const settings = await branch.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const made: unknown = Reflect.apply(Reflect.get(webContents, 'getLastWebPreferences'), webContents, [])
      return Object.entries(made as object)
        .filter(([, value]) => value === true)
        .map(([name]) => name)
    }),
  )
  expect(settings).toHaveLength(1)
  expect(settings[0]).toEqual(expect.arrayContaining(['contextIsolation', 'sandbox', 'webSecurity']))
  for (const opening of [
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'webviewTag',
    'navigateOnDragDrop',
    'spellcheck',
  ])
    expect(settings[0]).not.toContain(opening)
})

test('[W4] no way of the page leads to the network', async () => {
  const outcomes = await branch.page.evaluate(async port => {
    const there = `http://127.0.0.1:${port}/`
    const wait = <T>(promise: Promise<T>) =>
      promise.then(
        () => 'reached',
        () => 'refused',
      )
    const event = (target: EventTarget, good: string) =>
      new Promise<string>(resolve => {
        target.addEventListener(good, () => resolve('reached'))
        target.addEventListener('error', () => resolve('refused'))
      })
    const tag = <K extends keyof HTMLElementTagNameMap>(name: K, set: (made: HTMLElementTagNameMap[K]) => void) => {
      const made = document.createElement(name)
      set(made)
      const outcome = event(made, 'load')
      document.body.append(made)
      return outcome
    }
    const xhr = new XMLHttpRequest()
    xhr.open('GET', there)
    const xhrOutcome = event(xhr, 'load')
    xhr.send()
    const outcome = {
      fetch: await wait(fetch(there, { mode: 'no-cors' })),
      fetchOfFile: await wait(fetch('file:///etc/passwd')),
      fetchOfOwn: await wait(fetch('/index.html')),
      xhr: await xhrOutcome,
      socket: await event(new WebSocket(there.replace('http', 'ws')), 'open'),
      eventSource: await event(new EventSource(there), 'open'),
      image: await tag('img', made => (made.src = there)),
      script: await tag('script', made => (made.src = there)),
      style: await tag('link', made => Object.assign(made, { rel: 'stylesheet', href: there })),
      module: await wait(import(/* @vite-ignore */ `${there}x.js`)),
      dataModule: await wait(import(/* @vite-ignore */ `data:text/javascript,export default ${there.length}`)),
    }
    navigator.sendBeacon(there, 'x')
    const frame = document.createElement('iframe')
    frame.src = there
    document.body.append(frame)
    return outcome
  }, post.port)
  expect([...new Set(Object.values(outcomes))], JSON.stringify(outcomes)).toEqual(['refused'])
  expect(post.knocks()).toBe(0)
})

test('[W4] not even a call between browsers gets an address to call from', async () => {
  const candidates = await branch.page.evaluate(async port => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
    const found: string[] = []
    peer.addEventListener('icecandidate', ({ candidate }) => candidate?.candidate && found.push(candidate.candidate))
    peer.createDataChannel('x')
    await peer.setLocalDescription(await peer.createOffer())
    const isDone = () => peer.iceGatheringState === 'complete'
    await new Promise<void>(resolve => peer.addEventListener('icegatheringstatechange', () => isDone() && resolve()))
    return found
  }, post.port)
  expect(candidates).toEqual([])
  expect(post.knocks()).toBe(0)
})

test('[W3] a script written into the page does not run, and the page notices', async () => {
  const seen = await branch.page.evaluate(async () => {
    const noticed: string[] = []
    document.addEventListener('securitypolicyviolation', event => noticed.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.intruder = 1'
    const button = document.createElement('button')
    button.setAttribute('onclick', 'window.intruder = 2')
    const link = document.createElement('a')
    link.href = 'javascript:window.intruder=3'
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.body.append(script, button, link, style)
    button.click()
    link.click()
    // Later, because the debugger that runs this test may evaluate what the page may not.
    const evaluated = await new Promise(resolve =>
      setTimeout(() => {
        try {
          resolve(new Function('return 4')())
        } catch {
          resolve(null)
        }
      }),
    )
    const blob = URL.createObjectURL(new Blob(['postMessage(5)'], { type: 'text/javascript' }))
    const worker = (() => {
      try {
        return new Worker(blob)
      } catch {
        return null
      }
    })()
    // Newer engines refuse a worker with an event, older ones with an exception.
    await new Promise(resolve => (worker ? worker.addEventListener('error', resolve) : setTimeout(resolve)))
    for (const made of [script, button, link, style]) made.remove()
    return { noticed, intruder: Reflect.get(window, 'intruder'), evaluated }
  })
  expect(seen.intruder).toBeUndefined()
  expect(seen.evaluated).toBeNull()
  expect(seen.noticed).toEqual(
    expect.arrayContaining(['script-src-elem', 'script-src-attr', 'style-src-elem', 'worker-src']),
  )
})

const elsewhere = (port: number) => [
  `http://127.0.0.1:${port}/`,
  'https://example.org/',
  'file:///etc/passwd',
  'app://nexum/document.html',
  'data:text/html,x',
  'about:blank',
]
const ways = ['link', 'form', 'assignment', 'new window', 'frame'] as const

for (const way of ways) {
  test(`[W5] nothing leads away from the page: ${way}`, async () => {
    const { app, page } = branch
    const home = page.url()
    for (const address of elsewhere(post.port)) {
      await page.evaluate(
        ([to, by]) => {
          const add = <K extends keyof HTMLElementTagNameMap>(name: K, attributes: Partial<HTMLElementTagNameMap[K]>) =>
            document.body.appendChild(Object.assign(document.createElement(name), attributes))
          // After the answer to the test is out, which a page that goes away could not give.
          setTimeout(() => {
            if (by === 'link') add('a', { href: to }).click()
            if (by === 'form') add('form', { action: to }).submit()
            if (by === 'assignment') window.location.assign(to)
            if (by === 'new window') window.open(to)
            if (by === 'frame') add('iframe', { src: to })
          })
        },
        [address, way] as const,
      )
      await page.waitForTimeout(200)
      await expect.poll(() => page.url()).toBe(home)
      expect(await page.evaluate(() => typeof window.branch)).toBe('object')
    }
    expect(app.windows()).toHaveLength(1)
    expect(post.knocks()).toBe(0)
  })
}

test('[W5] nothing is downloaded', async () => {
  const { app, page } = branch
  await app.evaluate(({ session }) => {
    Reflect.set(globalThis, 'downloads', [])
    session.defaultSession.on('will-download', (event, item) => {
      Reflect.get(globalThis, 'downloads').push([event.defaultPrevented, item.getFilename()])
    })
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.bin'
    link.click()
  })
  const downloads = () => app.evaluate(() => Reflect.get(globalThis, 'downloads'))
  await expect.poll(downloads).toEqual([[true, 'x.bin']])
})

test('[W5] no permission and no device is given but the camera', async () => {
  const answers = await branch.page.evaluate(async () => {
    const refused = (promise: Promise<unknown> | undefined) =>
      promise === undefined
        ? 'absent'
        : promise.then(
            given => (Array.isArray(given) && given.length === 0 ? 'nothing' : 'given'),
            (error: Error) => error.name,
          )
    const device = (name: string, method: string, argument: unknown) =>
      refused(Reflect.get(navigator, name)?.[method]?.(argument))
    const states = await Promise.all(
      ['geolocation', 'notifications', 'microphone', 'midi', 'clipboard-read'].map(name =>
        navigator.permissions.query({ name: name as PermissionName }).then(status => status.state),
      ),
    )
    return {
      states: [...new Set(states)],
      notification: await Notification.requestPermission(),
      pictureWithSound: await refused(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      sound: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia()),
      screenAsCamera: await refused(
        navigator.mediaDevices.getUserMedia({
          video: { mandatory: { chromeMediaSource: 'desktop' } } as MediaTrackConstraints,
        }),
      ),
      soundOfScreen: await refused(
        navigator.mediaDevices.getUserMedia({
          audio: { mandatory: { chromeMediaSource: 'desktop' } } as MediaTrackConstraints,
          video: { mandatory: { chromeMediaSource: 'desktop' } } as MediaTrackConstraints,
        }),
      ),
      clipboard: await refused(navigator.clipboard.readText()),
      location: await new Promise(resolve =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('refused'),
        ),
      ),
      usb: await device('usb', 'requestDevice', { filters: [] }),
      hid: await device('hid', 'requestDevice', { filters: [] }),
      serial: await device('serial', 'requestPort', {}),
      bluetooth: await device('bluetooth', 'requestDevice', { acceptAllDevices: true }),
    }
  })
  expect(answers).toMatchObject({ states: ['denied'], notification: 'denied', location: 'refused' })
  expect(Object.values(answers)).not.toContain('given')
})

/** What a page gets that asks for the camera: a picture that can be drawn, or the name of the refusal. */
const cameraHere = async (): Promise<string> => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true })
    const video = Object.assign(document.createElement('video'), { muted: true, srcObject: stream })
    await video.play()
    const tracks = stream.getTracks().map(track => track.kind)
    for (const track of stream.getTracks()) track.stop()
    return `${tracks.join()} ${video.videoWidth > 0 ? 'drawn' : 'dark'}`
  } catch (error) {
    return (error as Error).name
  }
}

test('[W5] the camera gives its picture to our own page, and the content policy lets it be shown', async () => {
  expect(await branch.page.evaluate(cameraHere)).toBe('video drawn')
  const state = () => navigator.permissions.query({ name: 'camera' as PermissionName }).then(status => status.state)
  expect(await branch.page.evaluate(state)).toBe('granted')
})

test('[W5] a frame inside our page gets no camera, not even when the page hands it on', async () => {
  const answer = await branch.page.evaluate(async () => {
    const frame = Object.assign(document.createElement('iframe'), { allow: 'camera; microphone' })
    document.body.append(frame)
    const asked = frame.contentWindow?.navigator.mediaDevices?.getUserMedia({ video: true })
    return asked === undefined
      ? 'absent'
      : asked.then(
          () => 'given',
          (error: Error) => error.name,
        )
  })
  expect(answer).toBe('NotAllowedError')
})

test('[W5] no other page gets the camera, though it comes from the same address and session', async () => {
  const answers = await branch.app.evaluate(async ({ BrowserWindow }, asks) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
    const answer = async (address: string): Promise<unknown> => {
      await window.loadURL(address)
      return window.webContents.executeJavaScript(`(${asks})()`)
    }
    const given = [await answer('app://nexum/index.html'), await answer('app://nexum/document.html')]
    window.destroy()
    return given
  }, String(cameraHere))
  expect(answers).toEqual(['video drawn', 'NotAllowedError'])
})

test('[W7] a page that loads itself again gets a new port, and the engine answers', async () => {
  const { page } = branch
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => window.location.reload())])
  expect(await page.evaluate(() => window.branch.query({ type: 'session' }))).toMatchObject({ ok: true })
})

test('[W8] an engine that is killed is replaced, and the page is told', async () => {
  const { page } = branch
  await page.evaluate(() => window.branch.query({ type: 'session' }))
  await page.evaluate(() => {
    const states: string[] = []
    Reflect.set(window, 'states', states)
    window.branch.subscribe(event => event.type === 'engine' && states.push(event.state))
  })
  const first = await branch.enginePid()
  await branch.killEngine()
  expect(await page.evaluate(() => window.branch.query({ type: 'session' }))).toMatchObject({ ok: true })
  expect(await page.evaluate(() => Reflect.get(window, 'states'))).toEqual(['ready', 'restarting', 'ready'])
  expect(await branch.enginePid()).not.toBe(first)
})
