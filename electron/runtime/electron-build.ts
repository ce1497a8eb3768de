/** An Electron that can be run. The two kinds differ only in the environment that our tools and the engine need. */
export type ElectronBuild = {
  kind: 'official' | 'registry'
  version: string
  distFolder: string
  executable: string
  environment: Record<string, string>
}
