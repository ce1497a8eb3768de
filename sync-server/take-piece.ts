import type { Database } from 'better-sqlite3'
import { hex, sha256 } from '../core/crypto/hash.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import { limits } from '../core/sync/limits.ts'
import type { WireRefusal } from '../core/sync/protocol.ts'
import { blobSoFar, forgetPieces, keepPiece, keepWhole, wholeBlob } from './storage/blobs.ts'

interface Piece {
  readonly hash: string
  readonly offset: number
  /** Of the whole blob. */
  readonly size: number
  readonly bytes: Uint8Array
}

/**
 * Takes the next piece of a blob; answers how many bytes are there now. The last piece makes it whole, if its hash is right;
 * otherwise all pieces are forgotten, for nobody can say which one was wrong.
 * Refuses: body-too-large, request-malformed, offset-differs, content-differs.
 */
export function takePiece(db: Database, piece: Piece): Result<{ readonly have: number }, WireRefusal> {
  if (piece.size > limits.blobBytes) return refuse({ type: 'body-too-large' })
  const take = db.transaction((): Result<{ readonly have: number }, WireRefusal> => {
    if (wholeBlob(db, piece.hash)) return ok({ have: piece.size })
    const soFar = blobSoFar(db, piece.hash)
    if (piece.offset !== soFar.length) return refuse({ type: 'offset-differs', have: soFar.length })
    const have = soFar.length + piece.bytes.length
    if (piece.bytes.length === 0 || have > piece.size) return refuse({ type: 'request-malformed', where: 'size' })
    if (have < piece.size) {
      keepPiece(db, piece.hash, piece.offset, piece.bytes)
      return ok({ have })
    }
    return complete(db, piece.hash, Buffer.concat([soFar, piece.bytes]))
  })
  return take.immediate()
}

function complete(db: Database, hash: string, bytes: Uint8Array): Result<{ readonly have: number }, WireRefusal> {
  if (hex(sha256(bytes)) !== hash) {
    forgetPieces(db, hash)
    return refuse({ type: 'content-differs' })
  }
  keepWhole(db, hash, bytes)
  return ok({ have: bytes.length })
}
