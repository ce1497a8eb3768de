/** What a request may weigh. Both ends know them; the server enforces them. */
export const limits = {
  /** A request body as it comes over the wire. */
  bodyBytes: 1_048_576,
  /** The same after decompression: a small body must not unfold into all of memory. */
  unfoldedBytes: 8_388_608,
  recordsPerPush: 1_000,
  recordBytes: 262_144,
  streamsPerRecord: 8,
  linesPerRecord: 200,
  /** Of a line, in minor units: thousands of the largest together still fit the 64 bits of a balance. */
  lineMinorMax: 999_999_999_999_999n,
  blobBytes: 1_048_576,
  blobPieceBytes: 65_536,
  batchBytesMin: 8_192,
  batchBytesMax: 262_144,
} as const
