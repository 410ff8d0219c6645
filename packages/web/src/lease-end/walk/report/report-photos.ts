import type { PhotoShelf } from '../photo/photo-shelf.ts';

/** The photographs of a walk as the bytes of files, by id. */
export async function reportPhotos(photos: PhotoShelf): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = [...photos.all()].map(
    async ([id, jpeg]) => [id, new Uint8Array(await jpeg.arrayBuffer())] as const,
  );
  return new Map(await Promise.all(read));
}
