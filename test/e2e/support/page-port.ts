import type { Page } from '@playwright/test'
import type { EnginePort } from '../../../core/engine/port.ts'

/** The window's own three functions, called from inside the page: what a test does here, the window could have done. */
export function pagePort(page: Page): EnginePort {
  return {
    execute: command => page.evaluate(given => window.branch.execute(given as never), command as never),
    query: query => page.evaluate(given => window.branch.query(given as never), query as never),
    subscribe: () => {
      throw new Error('events stay in the page; listen there')
    },
  }
}
