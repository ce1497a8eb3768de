/** `EX_CONFIG` of sysexits.h: the way it was started is not allowed. */
export const refusedStartExitCode = 78

/** All that a release can be started with. Chromium knows hundreds of switches, many of which open the window's walls. */
const allowedSwitches = /^--(?:data-dir|user-data-dir|demo|demo-output|password-store)(?:=|$)/
/** The desktop's choice of display protocol and of wastebasket, which reach no code of ours. */
const harmlessVariables = new Set(['ELECTRON_OZONE_PLATFORM_HINT', 'ELECTRON_TRASH'])
const dangerousVariables = /^(?:ELECTRON_|NEXUM_|NODE_OPTIONS$|NODE_REPL_EXTERNAL_MODULE$)/

/** The first variable or argument that a release refuses to start with, or null. `args` come without the program itself. */
export function refusedStart(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const isDangerous = (name: string) => dangerousVariables.test(name) && !harmlessVariables.has(name)
  const variable = Object.keys(environment).find(isDangerous)
  if (variable !== undefined) return variable
  return args.find(arg => !allowedSwitches.test(arg))?.replace(/=.*$/s, '') ?? null
}
