import type { ElementTable } from './element-table.ts';
import { decodeBytes, type Encoding } from './encoding.ts';
import * as faults from './file-faults.ts';
import type { Token } from './markup-tokens.ts';
import { parseTag, type Scope, type Tag } from './namespaces.ts';
import { type Fault, shown } from './reject.ts';

/** A pull of bytes: a file stream, or chunks made by a test. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

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

export type Open = { readonly name: string; readonly scope: Scope };

export type State = {
  bytes: Buffer;
  /** Position in `bytes` of what is read next. */
  at: number;
  /** Position in the file of the first of `bytes`. */
  base: number;
  ended: boolean;
  phase: 'start' | 'prolog' | 'records' | 'unclosed' | 'after' | 'stopped';
  encoding: Encoding;
  table: ElementTable | null;
  open: Open[];
  ordinal: number;
  strayReported: boolean;
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
export function stray(state: State, start: number): Step {
  if (state.strayReported) return 'again';
  state.strayReported = true;
  return defect(state, start, faults.unexpectedContent(beginning(state, start)));
}

export function defect(state: State, start: number, fault: Fault): SplitItem {
  return { kind: 'defect', offset: state.base + start, fault };
}

export function stop(state: State, fault: Fault): SplitItem {
  state.phase = 'stopped';
  return defect(state, state.at, fault);
}

export function refuse(state: State, fault: Fault): SplitItem {
  state.phase = 'stopped';
  return { kind: 'refused', offset: state.base + state.at, fault };
}

export function readTag(state: State, { start, end }: Token): Tag | null {
  const decoded = decodeBytes(state.bytes.subarray(start, end), state.encoding);
  return 'text' in decoded ? parseTag(decoded.text) : null;
}

export function beginning(state: State, start: number): string {
  return shown(
    state.bytes
      .subarray(start, start + 200)
      .toString('utf8')
      .trim(),
  );
}
