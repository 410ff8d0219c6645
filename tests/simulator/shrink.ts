import { Disagreement } from './disagreement.ts';
import type { SimulatedLife } from './life.ts';
import { live } from './live.ts';

const TRIES_MAX = 400;

/** Drops happenings from a failing life as long as it fails in the same way. */
export function shrink(life: SimulatedLife): SimulatedLife {
  const first = live(life).failure;
  if (first === null) return life;
  let tries = 0;
  const stillFails = (smaller: SimulatedLife): boolean => {
    tries += 1;
    const { failure } = live(smaller);
    return failure !== null && kindOf(failure) === kindOf(first);
  };
  let smallest = life;
  for (let size = Math.ceil(life.happenings.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < smallest.happenings.length && tries < TRIES_MAX; ) {
      const happenings = smallest.happenings.toSpliced(at, size);
      const smaller = { ...smallest, happenings };
      if (stillFails(smaller)) smallest = smaller;
      else at += size;
    }
  }
  return smallest;
}

function kindOf(failure: Error): string {
  return failure instanceof Disagreement ? failure.what.replace(/[\d-]+/g, '#') : failure.message;
}
