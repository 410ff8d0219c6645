import type { FilePhoto } from './walk-file.ts';

/** How many bytes are turned into letters at once: a call takes only so many arguments. */
const STRIDE = 8_192;

/** Photos as a file carries them, in base64. */
export async function photosAsText(photos: ReadonlyMap<string, Blob>): Promise<FilePhoto[]> {
  const texts: FilePhoto[] = [];
  for (const [id, jpeg] of photos) {
    const bytes = new Uint8Array(await jpeg.arrayBuffer());
    let letters = '';
    for (let at = 0; at < bytes.length; at += STRIDE) {
      letters += String.fromCharCode(...bytes.subarray(at, at + STRIDE));
    }
    texts.push({ id, jpeg: btoa(letters) });
  }
  return texts;
}

/** The photos of a file that was checked. */
export function photosFromText(photos: readonly FilePhoto[]): ReadonlyMap<string, Blob> {
  return new Map(
    photos.map(({ id, jpeg }) => {
      const bytes = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
      return [id, new Blob([bytes], { type: 'image/jpeg' })];
    }),
  );
}
