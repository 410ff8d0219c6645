import { nextTurn } from '../../../platform/database/work-ahead.ts';
import type { Fault } from '../reject.ts';
import { tableOfNamespace } from '../schema/element-tables.ts';
import type { ByteSource } from '../text/byte-source.ts';
import { byteOrderMark, declaredEncoding, decodeBytes } from '../text/encoding.ts';
import { unwrapped } from './edgar-wrapper.ts';
import * as faults from './file-faults.ts';
import { isBlank, type Token, tokenAt } from './markup-tokens.ts';
import { OUTERMOST, resolveName, type Scope, scopeInside, type Tag } from './namespaces.ts';
import { findRecordEnd, findRecordEndByTokens, recordBounds } from './record-end.ts';
import {
  append,
  defect,
  LONGEST_MARKUP,
  newState,
  readTag,
  refuse,
  type SplitItem,
  type State,
  type Step,
  stop,
  stray,
  written,
} from './split-state.ts';

/** Elements inside one another; the schema has two. */
const DEEPEST = 100;

const SLASH = 0x2f;
const LONGEST_NAME = 100;

/** Pieces of markup that are no record, read before others get a turn: a millisecond or so. */
const PIECES_PER_TURN = 2000;

/**
 * Cuts an EX-102 file into its records without holding more than one of them and one chunk. Knows
 * comments, CDATA, instructions, prefixes and quotes well enough never to take a tag in one of them
 * for a record's end; what is inside a record is `extractFields`' business.
 */
export async function* splitRecords(source: ByteSource): AsyncGenerator<SplitItem, void, void> {
  const state = newState();
  for await (const chunk of unwrapped(source, state.wrapper)) {
    append(state, chunk);
    yield* stepsOf(state);
    if (state.phase === 'stopped') return;
  }
  state.ended = true;
  yield* stepsOf(state);
}

async function* stepsOf(state: State): AsyncGenerator<SplitItem, void, void> {
  let pieces = 0;
  for (let item = step(state); item !== null; item = step(state)) {
    if (item !== 'again') yield item;
    pieces += 1;
    if (pieces % PIECES_PER_TURN === 0) await nextTurn();
  }
}

function step(state: State): Step {
  if (state.phase === 'stopped') return null;
  if (state.phase === 'start') return readMark(state);
  if (state.phase === 'unclosed') return stop(state, state.at, faults.MARKUP_TOO_LONG);
  if (state.phase === 'childless') return endList(state, state.at);
  const token = tokenAt(state.bytes, state.at);
  if (token === null) return withoutToken(state);
  if (state.phase === 'prolog') return inProlog(state, token);
  if (state.phase === 'records') return inRecords(state, token);
  return afterEnd(state, token);
}

function readMark(state: State): Step {
  if (state.bytes.length < 4 && !state.ended) return null;
  const mark = byteOrderMark(state.bytes.subarray(0, 4));
  if ('rule' in mark) return refuse(state, mark);
  state.at = mark.length;
  state.phase = 'prolog';
  return 'again';
}

function withoutToken(state: State): Step {
  const { bytes, at, phase, ended } = state;
  const rest = { start: at, end: bytes.length };
  if (!ended && bytes.length - at <= LONGEST_MARKUP) return null;
  if (phase === 'prolog') {
    const { text } = written(state, rest);
    const blank = state.wrapper.seen ? faults.NO_EX102_DOCUMENT : faults.EMPTY_FILE;
    return refuse(state, text === '' ? blank : faults.notXml(text));
  }
  if (!ended) return stop(state, at, faults.MARKUP_TOO_LONG);
  if (phase === 'records') return stop(state, bytes.length, faults.BROKE_OFF);
  return at === bytes.length ? null : strayAfterEnd(state, rest);
}

function inProlog(state: State, token: Token): Step {
  const { kind, start, end } = token;
  if (kind === 'open') return readRoot(state, token);
  if (kind === 'doctype') return refuse(state, faults.DOCUMENT_TYPE);
  const passes = kind === 'comment' || (kind === 'text' && isBlank(state.bytes, start, end));
  if (!passes && kind !== 'instruction') {
    return refuse(state, faults.notXml(written(state, token).text));
  }
  const declaration = state.bytes.toString('latin1', start, end);
  if (/^<\?xml\s/.test(declaration)) {
    const encoding = declaredEncoding(declaration);
    if (typeof encoding !== 'string') return refuse(state, encoding);
    state.encoding = encoding;
  }
  state.at = end;
  return 'again';
}

function readRoot(state: State, token: Token): Step {
  const tag = readTag(state, token);
  const scope = tag === null ? OUTERMOST : scopeInside(OUTERMOST, tag);
  const name = tag === null ? null : resolveName(scope, tag.name);
  if (tag === null || name === null) {
    return refuse(state, faults.notXml(written(state, token).text));
  }
  const table = tableOfNamespace(name.namespace);
  if (table === null) return refuse(state, faults.unknownSchema(name.namespace));
  if (name.local !== 'assetData') return refuse(state, faults.unknownRoot(tag.name));
  state.table = table;
  state.at = token.end;
  state.phase = tag.selfClosing ? 'childless' : 'records';
  if (!tag.selfClosing) state.open.push({ name: tag.name, scope });
  return { kind: 'schema', table };
}

function inRecords(state: State, token: Token): Step {
  const { kind, start, end } = token;
  if (kind === 'open') return readOpen(state, token);
  if (kind === 'close') return readClose(state, token);
  state.at = end;
  const passes = kind === 'comment' || kind === 'instruction';
  if (passes || (kind === 'text' && isBlank(state.bytes, start, end))) return 'again';
  return stray(state, token);
}

function readClose(state: State, token: Token): Step {
  const { start, end } = token;
  const name = state.bytes.toString('utf8', start + 2, end - 1).trimEnd();
  const index = state.open.findLastIndex((open) => open.name === name);
  const expected = index >= 0 && index === state.open.length - 1;
  state.at = end;
  if (index >= 0) state.open.length = index;
  if (expected) return state.open.length === 0 ? endList(state, start) : 'again';
  if (state.open.length === 0) state.phase = 'after';
  return stray(state, token);
}

function endList(state: State, start: number): Step {
  state.phase = 'after';
  return state.ordinal === 0 ? defect(state, start, faults.NO_RECORDS) : 'again';
}

function readOpen(state: State, token: Token): Step {
  const tag = readTag(state, token) ?? unreadableRecordTag(state, token);
  const around = state.open.at(-1)?.scope ?? OUTERMOST;
  const scope = tag === null ? around : scopeInside(around, tag);
  const name = tag === null ? null : resolveName(scope, tag.name);
  const ours = name?.namespace === state.table?.namespace;
  // The specification's own tables write `Assets`, so both spellings occur.
  if (tag !== null && ours && /^[aA]ssets$/.test(name?.local ?? '')) {
    return readRecord(state, token, tag, around);
  }
  state.at = token.end;
  if (state.open.length > DEEPEST) return stop(state, token.start, faults.TOO_DEEP);
  if (tag !== null && !tag.selfClosing) state.open.push({ name: tag.name, scope });
  return stray(state, token);
}

/** A record's start tag that cannot be read costs the record; any other is something stray. */
function unreadableRecordTag({ bytes, open }: State, { start, end }: Token): Tag | null {
  const beginning = bytes.toString('latin1', start, Math.min(end, start + LONGEST_NAME));
  const name = /^<((?:[\w.-]+:)?[aA]ssets)(?=\s)/.exec(beginning)?.[1];
  if (name === undefined || open.length === 0) return null;
  return { name, attributes: [], selfClosing: bytes[end - 2] === SLASH };
}

function readRecord(state: State, token: Token, tag: Tag, scope: Scope): Step {
  const { bytes } = state;
  const bounds = recordBounds(tag.name, state.open[0]?.name ?? '');
  const found = tag.selfClosing
    ? { end: token.end, closed: true }
    : (findRecordEnd(bytes, token.end, bounds) ??
      (state.ended ? findRecordEndByTokens(bytes, token.end, bounds) : null));
  const tooLong = (found?.end ?? bytes.length) - token.start > LONGEST_MARKUP;
  if (found === null && !state.ended && !tooLong) return null;
  state.ordinal += 1;
  state.strayReported = false;
  const place = { ordinal: state.ordinal, offset: state.base + token.start };
  state.at = found?.end ?? bytes.length;
  if (found === null && state.ended) return broken(place, faults.RECORD_CUT_OFF);
  if (tooLong) {
    // Without its end nothing after it can be told apart; `unclosed` then ends the reading.
    if (found === null) state.phase = 'unclosed';
    return broken(place, faults.RECORD_TOO_LONG);
  }
  if (found?.closed !== true) return broken(place, faults.RECORD_NOT_CLOSED);
  const decoded = decodeBytes(bytes.subarray(token.start, found.end), state.encoding);
  return 'text' in decoded
    ? { kind: 'record', ...place, text: decoded.text, scope }
    : broken(place, faults.bytesNotInEncoding(state.encoding, place.offset + decoded.badAt));
}

function broken(place: { ordinal: number; offset: number }, fault: Fault): SplitItem {
  return { kind: 'broken-record', ...place, fault };
}

function afterEnd(state: State, token: Token): Step {
  const { kind, start, end } = token;
  const passes = kind === 'comment' || kind === 'instruction';
  if (!passes && !(kind === 'text' && isBlank(state.bytes, start, end))) {
    return strayAfterEnd(state, token);
  }
  state.at = end;
  return 'again';
}

function strayAfterEnd(state: State, rest: { start: number; end: number }): Step {
  const { start, text } = written(state, rest);
  return stop(state, start, faults.contentAfterEnd(text));
}
