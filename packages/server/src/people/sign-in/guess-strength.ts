import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Of five grades, 0 to 4, those that programs guess within hours are not taken. */
const LEAST_SCORE = 3;
/** More of a password only takes longer to judge: what begins well is long enough. */
const JUDGED = 64;

let factory: ZxcvbnFactory | null = null;

/**
 * Whether a password is a common one or follows a pattern: a row of keys, a repeated word, a date.
 * The words given count as common. The list is read when it is first needed.
 */
export function isEasyToGuess(password: string, words: readonly string[]): boolean {
  factory ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const judged = [...password].slice(0, JUDGED).join('');
  return factory.check(judged, [...words]).score < LEAST_SCORE;
}
