/**
 * Does for the registry's Electron what default_app.asar does for the official one:
 * `electron [flags] [-r module] <application> [arguments]`. It is an ES module with a top-level await because Electron
 * then holds back 'ready' until the application's own main file has been evaluated.
 */
import fs from 'node:fs'
import { Module } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const { target, preloads } = parse(process.argv.slice(1))
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
if (preloads.length > 0) Module._preloadModules(preloads)
const folder = path.resolve(target)
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
app.setVersion(manifest.version)
app.setName(manifest.productName ?? manifest.name)
app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)
app.setAppPath(folder)
try {
  await import(pathToFileURL(path.resolve(folder, manifest.main)).href)
} catch (error) {
  refuse(`the application failed while loading\n${error?.stack ?? error}`)
}

function parse(options) {
  const preloads = []
  for (let at = 0; at < options.length; at++) {
    const option = options[at]
    if (option === '-r' || option === '--require') preloads.push(options[++at])
    else if (option === '-v' || option === '--version') print(`v${process.versions.electron}`)
    else if (!option.startsWith('-')) return { target: option, preloads }
  }
  return refuse('usage: electron [options] <application folder>')
}

function print(line) {
  process.stdout.write(`${line}\n`)
  process.exit(0)
}

function refuse(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}
