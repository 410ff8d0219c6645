/**
 * Why something in a boarding file was not taken. `rule` is a kebab-case code; `sentence` says what
 * is wrong in plain words, `accepted` what would be taken instead.
 */
export type Reject = {
  /** The record's place in the file, counted from 1; null when the whole file is meant. */
  readonly ordinal: number | null;
  /** The record's asset number, or for parties the contract it names; null where none was read. */
  readonly record: string | null;
  /** First byte of the record or of the defect (XML). */
  readonly offset: number | null;
  /** Line of the file, counted from 1 (CSV). */
  readonly line: number | null;
  readonly element: string | null;
  /** As written, but only its shape where it says something about a person. */
  readonly value: string | null;
  readonly rule: string;
  readonly sentence: string;
  readonly accepted: string;
};

/** Where in the file something stands. */
export type Place = Pick<Reject, 'ordinal' | 'record' | 'offset' | 'line'>;

/** What is wrong, without the place. */
export type Fault = {
  readonly element: string | null;
  readonly value: string | null;
  readonly rule: string;
  readonly sentence: string;
  readonly accepted: string;
};

/** Something odd that was taken all the same: kept, and said. */
export type Remark = Pick<Fault, 'element' | 'value' | 'rule' | 'sentence'>;

export const WHOLE_FILE: Place = { ordinal: null, record: null, offset: null, line: null };

export function rejectAt(place: Place, fault: Fault): Reject {
  const { ordinal, record, offset, line } = place;
  const { element, value, rule, sentence, accepted } = fault;
  return { ordinal, record, offset, line, element, value, rule, sentence, accepted };
}

const LONGEST_SHOWN = 60;

/** A value as a reject shows it: whole if short, its beginning if long. */
export function shown(value: string): string {
  return value.length <= LONGEST_SHOWN ? value : `${value.slice(0, LONGEST_SHOWN)}…`;
}

/**
 * The shape of a personal value: digits become `#`, letters `x`. It tells what is wrong with
 * `##/##/####` without telling whose birthday it is.
 */
export function shapeOf(value: string): string {
  return shown(value.replace(/\p{N}/gu, '#').replace(/[\p{L}\p{M}]/gu, 'x'));
}
