import type { Finding } from '../walk/condition-report.ts';
import type { DamageType } from '../walk/damage-type.ts';
import type { WearRule } from './guide.ts';

/** How many marks of one kind of damage a part has: all, and those in the driver's view. */
export type MarkCount = { readonly marks: number; readonly inDriversView: number };

export type MarksOfPart = ReadonlyMap<DamageType, MarkCount>;

/** The marks of a walk, counted once: rules that count then need not look at every finding. */
export type MarkCounts = ReadonlyMap<string, MarksOfPart>;

const NONE: MarksOfPart = new Map();

/** Counts the marks of findings, part by part. */
export function countMarks(findings: readonly Finding[]): MarkCounts {
  const counts = new Map<string, Map<DamageType, MarkCount>>();
  for (const finding of findings) {
    const ofPart = counts.get(finding.partId) ?? new Map<DamageType, MarkCount>();
    counts.set(finding.partId, ofPart);
    ofPart.set(finding.damage, added(ofPart.get(finding.damage), finding, 1));
  }
  return counts;
}

/** The marks of one part without those of some of its findings. */
export function withoutMarks(all: MarksOfPart, removed: readonly Finding[]): MarksOfPart {
  const left = new Map(all);
  for (const finding of removed) {
    left.set(finding.damage, added(left.get(finding.damage), finding, -1));
  }
  return left;
}

export function marksOfPart(counts: MarkCounts, partId: string): MarksOfPart {
  return counts.get(partId) ?? NONE;
}

/** All marks of a part that a rule counts together, those of other findings too. */
export function marksCounted(rule: WearRule, ofPart: MarksOfPart): number {
  let sum = 0;
  for (const [damage, { marks, inDriversView }] of ofPart) {
    if (rule.damages.includes(damage)) sum += rule.inDriversView ? inDriversView : marks;
  }
  return sum;
}

function added(before: MarkCount | undefined, finding: Finding, sign: 1 | -1): MarkCount {
  const count = sign * finding.count;
  return {
    marks: (before?.marks ?? 0) + count,
    inDriversView: (before?.inDriversView ?? 0) + (finding.inDriversView ? count : 0),
  };
}
