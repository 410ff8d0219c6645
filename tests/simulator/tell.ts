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
    ...withoutDullLines(story),
    `${failure?.message ?? 'all is well'}`,
  ].join('\n');
}

/** Closes that do what the one before did are counted, not listed. */
function withoutDullLines(story: readonly string[]): string[] {
  const told: string[] = [];
  let dull = 0;
  let last = '';
  const close = () => {
    if (dull > 0) told.push(`            … ${dull} more like it`);
    dull = 0;
  };
  for (const sentence of story) {
    const what = sentence.slice(12);
    if (what === last && what.startsWith('close:')) dull += 1;
    else {
      close();
      told.push(sentence);
    }
    last = what;
  }
  close();
  return told;
}
