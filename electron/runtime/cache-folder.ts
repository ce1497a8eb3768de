import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { say } from './progress.ts'

/** Outside node_modules, so that `npm ci` does not throw away a runtime that took a minute to make. */
export const cacheFolder =
  process.env.NEXUM_RUNTIME_CACHE ??
  path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'nexum-branch')

/**
 * Runs `work` while no other process fills the cache. The lock is a database transaction because the operating system
 * releases it when its owner dies, however it dies: there is no stale lock to recognise and remove.
 */
export async function withCacheLock<T>(work: () => Promise<T>): Promise<T> {
  fs.mkdirSync(cacheFolder, { recursive: true })
  const lock = new Database(path.join(cacheFolder, 'lock.db'), { timeout: 0 })
  try {
    if (!tryLock(lock)) {
      say('another process is preparing Electron; waiting for it')
      while (!tryLock(lock)) await sleep(500)
    }
    return await work()
  } finally {
    lock.close()
  }
}

/**
 * A folder to prepare something in, so that only finished things appear in the cache. Its name is fixed, because the
 * lock lets one process in at a time; what an interrupted run left there goes first.
 */
export async function withScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = path.join(cacheFolder, 'scratch')
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder)
  try {
    return await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function tryLock(lock: Database.Database): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return false
    throw error
  }
}
