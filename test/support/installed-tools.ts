import { ledgerTools } from '../../core/cli/ledger-tools.ts'

const missing = ledgerTools.filter(tool => !tool.isInstalled()).map(({ debianPackage }) => debianPackage)

if (missing.length > 0)
  process.stderr.write(
    `The tests with ${missing.join(', ')} are skipped: not installed here. To have them run:
  sudo apt-get update && sudo apt-get install -y ${missing.join(' ')}\n`,
  )

/** The ledger programs of others, each with whether it is installed here; what is missing is said once, with the command. */
export const toolsHere = ledgerTools.map(tool => ({
  tool,
  name: tool.name,
  isMissing: missing.includes(tool.debianPackage),
}))
