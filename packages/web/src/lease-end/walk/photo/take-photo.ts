import { HEAD_BYTES, keptSize, type PhotoProblem, photoProblem } from './photo-kind.ts';

export type TakenPhoto = { readonly jpeg: Blob } | { readonly problem: PhotoProblem };

const QUALITY = 0.82;

/**
 * A chosen file as a small JPEG. It is drawn anew, so that nothing comes along that a camera wrote
 * beside the picture: no place, no time, no name of a telephone.
 */
export async function takePhoto(file: File): Promise<TakenPhoto> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const problem = photoProblem(file.size, head);
  if (problem !== null) return { problem };
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return { problem: 'photo-cannot-be-opened' };
  const { width, height } = keptSize(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  picture.close();
  const jpeg = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/jpeg', QUALITY);
  });
  return jpeg === null ? { problem: 'photo-cannot-be-opened' } : { jpeg };
}
