/** A picture as small as a record takes it. */
export interface Photo {
  readonly mediaType: 'image/jpeg'
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface Scale {
  readonly bytesMax: number
  /** Tried one after the other, until the picture is small enough. */
  readonly edgesPx: readonly number[]
}

/** A third below what a record takes, so that a draft can hold the picture as text. */
const ofPerson: Scale = { bytesMax: 140_000, edgesPx: [720, 560, 420, 320] }
/** As large as a record takes it: what is written on a paper has to be read. */
export const ofPaper: Scale = { bytesMax: 250_000, edgesPx: [2000, 1600, 1300, 1000, 800, 600] }
const quality = 0.82

/** The picture as a JPEG, a person's of at most 140 kB, scaled to fit; nothing when the file is not a picture that can be read. */
export async function scalePhoto(picture: Blob, { bytesMax, edgesPx } = ofPerson): Promise<Photo | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null)
  if (!bitmap) return null
  for (const edgePx of edgesPx) {
    const bytes = await jpegOf(bitmap, bitmap.width, bitmap.height, edgePx)
    if (bytes && bytes.length <= bytesMax) return { mediaType: 'image/jpeg', bytes }
  }
  return null
}

/** The picture that the camera shows now, scaled like a file. */
export async function photoOfVideo(video: HTMLVideoElement): Promise<Photo | null> {
  const bytes = await jpegOf(video, video.videoWidth, video.videoHeight, 720)
  return bytes && bytes.length <= ofPerson.bytesMax ? { mediaType: 'image/jpeg', bytes } : null
}

async function jpegOf(
  image: CanvasImageSource,
  width: number,
  height: number,
  edgePx: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const scale = Math.min(1, edgePx / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (!context) return null
  // JPEG has no transparency: without a ground, a transparent PNG would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
  return blob && new Uint8Array(await blob.arrayBuffer())
}
