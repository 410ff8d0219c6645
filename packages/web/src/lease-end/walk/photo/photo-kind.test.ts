import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keptSize,
  PHOTO_BYTES_MAX,
  PHOTO_SIDE_MAX,
  photoKind,
  photoProblem,
} from './photo-kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const JPEG = bytes('\xff\xd8\xff\xe1\x00\x00Exif');

describe('the kind of a photo', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
    ['png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
    ['gif', 'GIF89a\x01\x00'],
    ['webp', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
    ['avif', '\x00\x00\x00\x1cftypavif\x00'],
    ['heic', '\x00\x00\x00\x18ftypheic\x00'],
  ])('is told by its first bytes: %s', (kind, head) => {
    expect(photoKind(bytes(head))).toBe(kind);
  });

  it.each(['%PDF-1.7', '<svg xmlns="', 'PK\x03\x04', '\x00\x00\x00\x18ftypmp42', 'RIFF....WAVE'])(
    'is none for a file that begins %j',
    (head) => {
      expect(photoKind(bytes(head))).toBeNull();
    },
  );
});

describe('a photo is refused', () => {
  it('when it is empty, no picture or too large, and only then', () => {
    expect(photoProblem(0, bytes(''))).toBe('photo-empty');
    expect(photoProblem(40_000_000, JPEG)).toBe('photo-too-large');
    expect(photoProblem(900, bytes('hello, world'))).toBe('photo-not-a-picture');
    expect(photoProblem(PHOTO_BYTES_MAX, JPEG)).toBeNull();
  });
});

describe('a photo is kept', () => {
  it('no larger than the limit, in its own shape', () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const kept = keptSize(width, height);
        expect(Math.max(kept.width, kept.height)).toBeLessThanOrEqual(PHOTO_SIDE_MAX);
        expect(kept.width).toBeLessThanOrEqual(width);
        expect(Math.abs(kept.width * height - kept.height * width)).toBeLessThanOrEqual(
          Math.max(width, height),
        );
      }),
    );
  });
});
