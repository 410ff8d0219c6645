import type { SimulatedLife } from './life.ts';
import { live } from './live.ts';
import { shrink } from './shrink.ts';

/** A failing life as a short story: what was promised, what happened, where the two disagree. */
export function tell(life: SimulatedLife): string {
  const smallest = shrink(life);
  const { story, failure } = live(smallest);
  const promise = JSON.stringify(smallest.promise, (_, each) =>
    typeof each === 'bigint' ? `${each}` : each,
  );
  return [
    `seed ${life.seed}, ${smallest.happenings.length} of ${life.happenings.length} happenings left`,
    promise,
    ...story,
    `${failure?.message ?? 'all is well'}`,
  ].join('\n');
}
