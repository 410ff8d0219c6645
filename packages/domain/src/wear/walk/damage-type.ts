import type { PartKind } from './car-part.ts';

/** What can be wrong with a part, in the order in which a screen offers it. */
export const DAMAGE_TYPES = [
  'dent',
  'scratch',
  'scuff',
  'chip',
  'crack',
  'gouge',
  'cut',
  'tear',
  'burn',
  'stain',
  'broken',
  'missing',
  'tread-low',
  'mismatched-tire',
  'bubble',
] as const;
export type DamageType = (typeof DAMAGE_TYPES)[number];

const DAMAGES_OF: Readonly<Record<PartKind, readonly DamageType[]>> = {
  panel: ['dent', 'scratch', 'scuff', 'chip'],
  bumper: ['dent', 'scratch', 'scuff', 'chip', 'crack', 'broken', 'missing'],
  light: ['scratch', 'chip', 'crack', 'broken', 'missing'],
  mirror: ['scratch', 'scuff', 'crack', 'broken', 'missing'],
  glass: ['chip', 'crack', 'scratch', 'broken'],
  windshield: ['chip', 'crack', 'scratch'],
  wheel: ['gouge', 'scuff', 'dent', 'crack', 'missing'],
  tire: ['tread-low', 'mismatched-tire', 'bubble', 'cut'],
  upholstery: ['burn', 'cut', 'tear', 'stain'],
  trim: ['scratch', 'gouge', 'crack', 'cut', 'burn', 'stain', 'broken', 'missing'],
  equipment: ['missing', 'broken'],
};

/** The damage that a part of this kind can have. */
export function damagesOf(kind: PartKind): readonly DamageType[] {
  return DAMAGES_OF[kind];
}

/** How a damage is measured: by its size, by the tread that is left, or not at all. */
export type MeasuredBy = 'size' | 'tread' | 'nothing';

export function measuredBy(damage: DamageType): MeasuredBy {
  if (damage === 'tread-low') return 'tread';
  const whole = ['broken', 'missing', 'mismatched-tire', 'bubble'];
  return whole.includes(damage) ? 'nothing' : 'size';
}

/** Whether broken paint is a question: only where there is paint to break. */
export function canBreakPaint(kind: PartKind, damage: DamageType): boolean {
  const painted = kind === 'panel' || kind === 'bumper';
  return painted && ['dent', 'scratch', 'scuff'].includes(damage);
}
