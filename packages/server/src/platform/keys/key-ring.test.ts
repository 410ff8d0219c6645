import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '../../../testing/test-store.ts';
import { embeddedKeys } from './key-file.ts';
import { checkKeys, lookupHash, makeKeys, parseKeys, seal, unseal } from './key-ring.ts';

const ring = parseKeys(makeKeys());

describe('sealing', () => {
  test('any text opens again, for its own row', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uuid(), (plain, id) => {
        expect(unseal(ring, id, seal(ring, id, plain))).toBe(plain);
      }),
    );
  });

  test('the same text never looks the same', () => {
    const [one, other] = [seal(ring, 'row', 'text'), seal(ring, 'row', 'text')];
    expect(one.sealed.equals(other.sealed)).toBe(false);
    expect(one.sealed.toString('latin1')).not.toContain('text');
  });

  test('moved to another row it does not open', () => {
    const sealed = seal(ring, 'person:1', 'born in May');
    expect(() => unseal(ring, 'person:2', sealed)).toThrow();
  });

  test('with one bit changed it does not open, whichever bit', () => {
    const { keyId, sealed } = seal(ring, 'row', 'text');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(ring, 'row', { keyId, sealed: changed })).toThrow();
    }
  });

  test('another key, or the id of another key, does not open it', () => {
    const sealed = seal(ring, 'row', 'text');
    expect(() => unseal(parseKeys(makeKeys()), 'row', sealed)).toThrow();
    const two = parseKeys(`${makeKeys()}k2:${'ab'.repeat(32)}`);
    expect(() => unseal(two, 'row', { ...seal(two, 'row', 'text'), keyId: 'k1' })).toThrow();
    expect(() => unseal(ring, 'row', { ...sealed, keyId: 'k9' })).toThrow('no key with the id k9');
  });

  test('after a new key was added, what the old one sealed still opens', () => {
    const old = makeKeys();
    const sealed = seal(parseKeys(old), 'row', 'text');
    const rotated = parseKeys(`${old}k2:${'ab'.repeat(32)}`);
    expect(rotated.newestId).toBe('k2');
    expect(unseal(rotated, 'row', sealed)).toBe('text');
  });

  test('look-ups of one purpose say nothing about another', () => {
    const hash = (purpose: string, text: string) => lookupHash(ring, purpose, text).toString('hex');
    expect(hash('login', 'ada')).toBe(hash('login', 'ada'));
    expect(hash('login', 'ada')).not.toBe(hash('person-ssn', 'ada'));
  });
});

describe('keys as text', () => {
  test.each([
    ['', 'at least one more'],
    [`k1:${'ab'.repeat(32)}`, 'one named "lookup"'],
    [`lookup:${'ab'.repeat(32)}`, 'at least one more'],
    [`lookup:${'ab'.repeat(31)}`, 'id:64-hex-digits'],
    ['not a key', 'id:64-hex-digits'],
  ])('%j is refused, and the sentence shows no key', (text, why) => {
    expect(() => parseKeys(text)).toThrow(why);
    expect(() => parseKeys(text)).not.toThrow('abab');
  });

  test('by lines or by commas', () => {
    const made = makeKeys();
    expect(parseKeys(made.trim().replace('\n', ','))).toEqual(parseKeys(made));
  });
});

describe('the key file of an embedded installation', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roadbook-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is made once, for its owner only, and read from then on', async () => {
    const path = join(folder, 'new', 'keys.txt');
    const made = await embeddedKeys(path, true);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await embeddedKeys(path, false)).toEqual(made);
    expect(parseKeys(await readFile(path, 'utf8'))).toEqual(made);
  });

  test('missing beside a database it is refused, not made anew', async () => {
    await expect(embeddedKeys(join(folder, 'lost.txt'), false)).rejects.toThrow('is missing');
    await expect(stat(join(folder, 'lost.txt'))).rejects.toThrow('ENOENT');
  });
});

describe('the keys of a database', () => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore('embedded');
    await checkKeys(opened.store, ring);
  });
  afterAll(() => opened.end());

  test('the right ones pass, again and again', async () => {
    await checkKeys(opened.store, ring);
    expect(await opened.store.query('select key_id from key_check')).toEqual([{ key_id: 'k1' }]);
  });

  test('wrong ones are refused and change nothing', async () => {
    const wrong = checkKeys(opened.store, parseKeys(makeKeys()));
    await expect(wrong).rejects.toThrow('not the ones this database was sealed with (key "k1"');
    expect(await opened.store.query('select key_id from key_check')).toHaveLength(1);
  });

  test('the right key with a wrong look-up key is refused', async () => {
    const other = { ...ring, lookupKey: Buffer.alloc(32, 7) };
    await expect(checkKeys(opened.store, other)).rejects.toThrow('lookup key');
  });

  test('a missing key is refused', async () => {
    const without = parseKeys(`lookup:${'1f'.repeat(32)},k2:${'2e'.repeat(32)}`);
    await expect(checkKeys(opened.store, without)).rejects.toThrow('key "k1"');
  });
});
