/** The disk or the connection failed, not the record: a refused constraint is the only fault of SQLite's that is about content. */
export function isWeather(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT')
}
