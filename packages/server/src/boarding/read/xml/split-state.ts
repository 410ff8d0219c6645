import { type Fault, shown } from '../reject.ts';
import type { ElementTable } from '../schema/element-table.ts';
import { decodeBytes, type Encoding } from '../text/encoding.ts';
import * as faults from './file-faults.ts';
import { isBlank, type Token } from './markup-tokens.ts';
import { parseTag, type Scope, type Tag } from './namespaces.ts';

/** Whether the file began as EDGAR wraps the documents of a submission. */
export type Wrapper = { seen: boolean };

export type SplitItem =
  /** Once, before any record: what the file holds. */
  | { readonly kind: 'schema'; readonly table: ElementTable }
  | {
      readonly kind: 'record';
      readonly ordinal: number;
      readonly offset: number;
      /** From the start tag to the end tag, both included. */
      readonly text: string;
      readonly scope: Scope;
    }
  | {
      readonly kind: 'broken-record';
      readonly ordinal: number;
      readonly offset: number;
      readonly fault: Fault;
    }
  /** Something is wrong with the file as a whole; what was read before stands. */
  | { readonly kind: 'defect'; readonly offset: number; readonly fault: Fault }
  /** The file is not read at all. */
  | { readonly kind: 'refused'; readonly offset: number; readonly fault: Fault };

/** No record of the schema comes near; a longer one is a record that is never closed. */
export const LONGEST_MARKUP = 1 << 20;

/** Enough bytes for what a reject shows. */
const MOST_SHOWN = 200;

export type Open = { readonly name: string; readonly scope: Scope };

export type State = {
  bytes: Buffer;
  /** Position in `bytes` of what is read next. */
  at: number;
  /** Position in the file of the first of `bytes`. */
  base: number;
  ended: boolean;
  phase: 'start' | 'prolog' | 'records' | 'childless' | 'unclosed' | 'after' | 'stopped';
  encoding: Encoding;
  table: ElementTable | null;
  open: Open[];
  ordinal: number;
  strayReported: boolean;
  readonly wrapper: Wrapper;
};

/** What one step gave: an item, nothing yet but go on, or null when more bytes are needed. */
export type Step = SplitItem | 'again' | null;

export function newState(): State {
  return {
    bytes: Buffer.alloc(0),
    at: 0,
    base: 0,
    ended: false,
    phase: 'start',
    encoding: 'UTF-8',
    table: null,
    open: [],
    ordinal: 0,
    strayReported: false,
    wrapper: { seen: false },
  };
}

/** Takes a chunk in and lets go of what was read. */
export function append(state: State, chunk: Uint8Array): void {
  const added = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const rest = state.bytes.subarray(state.at);
  state.base += state.at;
  state.at = 0;
  state.bytes = rest.length === 0 ? added : Buffer.concat([rest, added]);
}

/** One defect for a whole stretch between two records, however much stands there. */
export function stray(state: State, token: Token): Step {
  if (state.strayReported) return 'again';
  state.strayReported = true;
  const { start, text } = written(state, token);
  return defect(state, start, faults.unexpectedContent(text));
}

export function defect(state: State, start: number, fault: Fault): SplitItem {
  return { kind: 'defect', offset: state.base + start, fault };
}

/** A defect after which nothing more is read. */
export function stop(state: State, start: number, fault: Fault): SplitItem {
  state.phase = 'stopped';
  return defect(state, start, fault);
}

export function refuse(state: State, fault: Fault): SplitItem {
  state.phase = 'stopped';
  return { kind: 'refused', offset: state.base + state.at, fault };
}

export function readTag(state: State, { start, end }: Token): Tag | null {
  const decoded = decodeBytes(state.bytes.subarray(start, end), state.encoding);
  return 'text' in decoded ? parseTag(decoded.text) : null;
}

/** How a token begins, for a person to find it by, and where, white space left out. */
export function written(
  { bytes }: State,
  { start, end }: Pick<Token, 'start' | 'end'>,
): { readonly start: number; readonly text: string } {
  let first = start;
  while (first < end && isBlank(bytes, first, first + 1)) first += 1;
  const text = bytes.toString('utf8', first, Math.min(end, first + MOST_SHOWN)).trim();
  return { start: first, text: shown(text) };
}
