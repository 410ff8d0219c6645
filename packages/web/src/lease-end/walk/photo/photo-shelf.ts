/** The photos of a walk, in the memory of the page: JPEGs by id. */
export type PhotoShelf = {
  readonly add: (jpeg: Blob) => string;
  readonly get: (id: string) => Blob | undefined;
  readonly all: () => ReadonlyMap<string, Blob>;
  readonly drop: (id: string) => void;
  /** Takes these in place of what was there. */
  readonly fill: (photos: ReadonlyMap<string, Blob>) => void;
};

export function photoShelf(): PhotoShelf {
  const photos = new Map<string, Blob>();
  let last = 0;
  return {
    add: (jpeg) => {
      last += 1;
      const id = `photo-${String(last)}`;
      photos.set(id, jpeg);
      return id;
    },
    get: (id) => photos.get(id),
    all: () => photos,
    drop: (id) => photos.delete(id),
    fill: (given) => {
      photos.clear();
      for (const [id, jpeg] of given) photos.set(id, jpeg);
      last = Math.max(0, ...[...given.keys()].map((id) => Number(id.slice('photo-'.length))));
    },
  };
}
