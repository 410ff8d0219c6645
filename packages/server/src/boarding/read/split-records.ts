import { tableOfNamespace } from './element-tables.ts';
import { byteOrderMark, declaredEncoding, decodeBytes } from './encoding.ts';
import * as faults from './file-faults.ts';
import { isBlank, type Token, tokenAt } from './markup-tokens.ts';
import { OUTERMOST, resolveName, type Scope, scopeInside, type Tag } from './namespaces.ts';
import { findRecordEnd, findRecordEndByTokens, recordBounds } from './record-end.ts';
import type { Fault } from './reject.ts';
import {
  append,
  type ByteSource,
  beginning,
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
} from './split-state.ts';

/**
 * Cuts an EX-102 file into its records without holding more than one of them and one chunk. Knows
 * comments, CDATA, instructions, prefixes and quotes well enough never to take a tag in one of them
 * for a record's end; what is inside a record is `extractFields`' business.
 */
export async function* splitRecords(source: ByteSource): AsyncGenerator<SplitItem, void, void> {
  const state = newState();
  for await (const chunk of source) {
    append(state, chunk);
    for (let item = step(state); item !== null; item = step(state)) {
      if (item !== 'again') yield item;
    }
    if (state.phase === 'stopped') return;
  }
  state.ended = true;
  for (let item = step(state); item !== null; item = step(state)) {
    if (item !== 'again') yield item;
  }
}

function step(state: State): Step {
  if (state.phase === 'stopped') return null;
  if (state.phase === 'start') return readMark(state);
  if (state.phase === 'unclosed') return stop(state, faults.MARKUP_TOO_LONG);
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
  if (!state.ended) {
    if (state.bytes.length - state.at <= LONGEST_MARKUP) return null;
    return state.phase === 'prolog'
      ? refuse(state, faults.MARKUP_TOO_LONG)
      : stop(state, faults.MARKUP_TOO_LONG);
  }
  if (state.phase === 'records') {
    state.at = state.bytes.length;
    return stop(state, faults.BROKE_OFF);
  }
  if (state.phase === 'prolog') {
    const none = state.at === state.bytes.length;
    return refuse(state, none ? faults.EMPTY_FILE : faults.notXml(beginning(state, state.at)));
  }
  return state.at === state.bytes.length ? null : strayAfterEnd(state);
}

function inProlog(state: State, token: Token): Step {
  const { kind, start, end } = token;
  if (kind === 'open') return readRoot(state, token);
  if (kind === 'doctype') return refuse(state, faults.DOCUMENT_TYPE);
  const passes = kind === 'comment' || (kind === 'text' && isBlank(state.bytes, start, end));
  if (!passes && kind !== 'instruction') {
    return refuse(state, faults.notXml(beginning(state, start)));
  }
  const written = state.bytes.toString('latin1', start, end);
  if (/^<\?xml\s/.test(written)) {
    const encoding = declaredEncoding(written);
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
    return refuse(state, faults.notXml(beginning(state, token.start)));
  }
  const table = tableOfNamespace(name.namespace);
  if (table === null) return refuse(state, faults.unknownSchema(name.namespace));
  if (name.local !== 'assetData') return refuse(state, faults.unknownRoot(tag.name));
  state.table = table;
  state.at = token.end;
  state.phase = tag.selfClosing ? 'after' : 'records';
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
  return stray(state, start);
}

function readClose(state: State, { start, end }: Token): Step {
  const name = state.bytes.toString('utf8', start + 2, end - 1).trimEnd();
  const index = state.open.findLastIndex((open) => open.name === name);
  const expected = index >= 0 && index === state.open.length - 1;
  state.at = end;
  if (index >= 0) state.open.length = index;
  if (state.open.length === 0) {
    state.phase = 'after';
    if (state.ordinal === 0) return defect(state, start, faults.NO_RECORDS);
  }
  return expected ? 'again' : stray(state, start);
}

function readOpen(state: State, token: Token): Step {
  const tag = readTag(state, token);
  const around = state.open.at(-1)?.scope ?? OUTERMOST;
  const scope = tag === null ? around : scopeInside(around, tag);
  const name = tag === null ? null : resolveName(scope, tag.name);
  const ours = name?.namespace === state.table?.namespace;
  // The specification's own tables write `Assets`, so both spellings occur.
  if (tag !== null && ours && /^[aA]ssets$/.test(name?.local ?? '')) {
    return readRecord(state, token, tag, around);
  }
  state.at = token.end;
  if (tag !== null && !tag.selfClosing) state.open.push({ name: tag.name, scope });
  return stray(state, token.start);
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

function afterEnd(state: State, { kind, start, end }: Token): Step {
  state.at = end;
  const passes = kind === 'comment' || kind === 'instruction';
  if (passes || (kind === 'text' && isBlank(state.bytes, start, end))) return 'again';
  state.at = start;
  return strayAfterEnd(state);
}

function strayAfterEnd(state: State): Step {
  return stop(state, faults.contentAfterEnd(beginning(state, state.at)));
}
