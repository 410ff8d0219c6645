import type { ByteSource } from '../text/byte-source.ts';
import type { Wrapper } from './split-state.ts';

const BEGINNINGS = ['<SEC-DOCUMENT>', '<DOCUMENT>', '<SUBMISSION>', '-----BEGIN PRIVACY'];
const LONGEST_BEGINNING = Math.max(...BEGINNINGS.map(({ length }) => length));
const UTF8_MARK = '\u00ef\u00bb\u00bf';
const END_OF_DATA = '</XML>';
const BLANK = 0x20;
const LINE_END = 0x0a;

/** A line outside the data that is longer than this says nothing to us. */
const LONGEST_LINE = 1 << 16;

type Unwrapping = {
  readonly wrapper: Wrapper;
  where: 'start' | 'plain' | 'outside' | 'inside';
  /** The document type that the lines around the data named last. */
  type: string;
  rest: Buffer;
};

/**
 * The bytes of a file, with EDGAR's wrapper replaced by blanks, so that positions stay those of the
 * file. A whole submission is read too: only what stands inside `<XML>` of its EX-102 documents is
 * left. A file without wrapper passes as it is.
 */
export async function* unwrapped(
  source: ByteSource,
  wrapper: Wrapper,
): AsyncGenerator<Uint8Array, void, void> {
  const state: Unwrapping = { wrapper, where: 'start', type: '', rest: Buffer.alloc(0) };
  for await (const chunk of source) {
    if (state.where === 'plain') {
      yield chunk;
      continue;
    }
    const added = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    state.rest = state.rest.length === 0 ? added : Buffer.concat([state.rest, added]);
    yield* pieces(state, false);
  }
  yield* pieces(state, true);
}

/** What of the bytes at hand can be told already; the rest waits for more. */
function* pieces(state: Unwrapping, ended: boolean): Generator<Uint8Array, void, void> {
  if (state.where === 'start' && !begin(state, ended)) return;
  while (state.rest.length > 0) {
    const before = state.rest.length;
    if (state.where === 'plain') yield take(state, before);
    else if (state.where === 'inside') yield* data(state, ended);
    else yield* line(state, ended);
    if (state.rest.length === before) return;
  }
}

/** Tells a wrapped file by its first words; false while too little of it is there. */
function begin(state: Unwrapping, ended: boolean): boolean {
  const text = state.rest.toString('latin1', 0, LONGEST_LINE);
  const first = (text.startsWith(UTF8_MARK) ? text.slice(UTF8_MARK.length) : text).trimStart();
  if (first.length < LONGEST_BEGINNING && !ended) {
    const possible = BEGINNINGS.some((each) => each.startsWith(first.slice(0, each.length)));
    if (possible && text.length < LONGEST_LINE) return false;
  }
  state.wrapper.seen = BEGINNINGS.some((each) => first.startsWith(each));
  state.where = state.wrapper.seen ? 'outside' : 'plain';
  return true;
}

/** The lines around the data: each says where we are, and becomes blanks. */
function* line(state: Unwrapping, ended: boolean): Generator<Uint8Array, void, void> {
  const end = state.rest.indexOf(LINE_END) + 1;
  if (end === 0 && !ended && state.rest.length < LONGEST_LINE) return;
  const bytes = take(state, end === 0 ? state.rest.length : end);
  const text = bytes.length > LONGEST_LINE ? '' : bytes.toString('latin1').trim();
  if (text.startsWith('<DOCUMENT>')) state.type = '';
  else if (text.startsWith('<TYPE>')) state.type = text.slice('<TYPE>'.length).trim();
  else if (text === '<XML>' && /^EX-102(?:\.|$)/i.test(state.type)) state.where = 'inside';
  yield Buffer.alloc(bytes.length, BLANK);
}

/** The data itself, up to the end that EDGAR sets behind it. */
function* data(state: Unwrapping, ended: boolean): Generator<Uint8Array, void, void> {
  const end = state.rest.indexOf(END_OF_DATA, 0, 'latin1');
  if (end >= 0) {
    yield take(state, end);
    state.where = 'outside';
    return;
  }
  const held = ended ? 0 : Math.min(END_OF_DATA.length - 1, state.rest.length);
  const size = state.rest.length - held;
  if (size > 0) yield take(state, size);
}

function take(state: Unwrapping, size: number): Buffer {
  const taken = state.rest.subarray(0, size);
  state.rest = state.rest.subarray(size);
  return taken;
}
