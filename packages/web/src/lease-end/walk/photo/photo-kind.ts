/** Pictures told apart by their first bytes; what the file calls itself proves nothing. */
export const PHOTO_KINDS = ['jpeg', 'png', 'webp', 'gif', 'avif', 'heic'] as const;
export type PhotoKind = (typeof PHOTO_KINDS)[number];

/** A telephone's largest picture is well below it. */
export const PHOTO_BYTES_MAX = 25_000_000;
/** How many first bytes tell the kind. */
export const HEAD_BYTES = 32;

export const PHOTO_PROBLEMS = [
  'photo-empty',
  'photo-too-large',
  'photo-not-a-picture',
  'photo-cannot-be-opened',
] as const;
export type PhotoProblem = (typeof PHOTO_PROBLEMS)[number];

const SIGNATURES: readonly [PhotoKind, RegExp][] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['avif', /^[\s\S]{4}ftypavi[fs]/],
  ['heic', /^[\s\S]{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/],
];

/** What a file is by its first bytes; null for anything that is no picture. */
export function photoKind(head: Uint8Array): PhotoKind | null {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  return SIGNATURES.find(([, signature]) => signature.test(text))?.[0] ?? null;
}

/** Why a file is not taken, judged by its size and its first bytes; null where it may be. */
export function photoProblem(bytes: number, head: Uint8Array): PhotoProblem | null {
  if (bytes === 0) return 'photo-empty';
  if (photoKind(head) === null) return 'photo-not-a-picture';
  return bytes > PHOTO_BYTES_MAX ? 'photo-too-large' : null;
}

/** The longest side of a picture that is kept. */
export const PHOTO_SIDE_MAX = 1_600;

/** The size at which a picture is kept: its shape unchanged, its longest side within the limit. */
export function keptSize(width: number, height: number): { width: number; height: number } {
  const longest = Math.max(width, height, 1);
  const shrink = Math.min(1, PHOTO_SIDE_MAX / longest);
  const kept = (side: number): number => Math.max(1, Math.round(side * shrink));
  return { width: kept(width), height: kept(height) };
}
