import { describe, expect, test } from 'vitest';
import { FINDING } from '../../../testing/wear/findings-written.ts';
import { CAR_PARTS, partById } from './car-part.ts';
import { damageCode, explainDamageCode, severityOfSize } from './damage-code.ts';
import { canBreakPaint, damagesOf, measuredBy } from './damage-type.ts';

describe('a damage code', () => {
  test('has five digits: a hood dented through the paint, 1 to 3 inches, is 27-04-2', () => {
    const hood = { ...FINDING, partId: 'hood', sizeMils: 2_500, paintBroken: true };
    expect(damageCode(hood, partById('hood')!)).toBe('27-04-2');
    expect(explainDamageCode('27042')).toEqual(explainDamageCode('27-04-2'));
    expect(explainDamageCode('27-04-2')).toEqual({
      area: '27',
      type: '04',
      severity: 2,
      partIds: ['hood'],
      damage: 'dent',
      paintBroken: true,
      overMils: 1_000,
      upToMils: 3_000,
    });
  });

  test('has bands that end at 1, 3, 6 and 12 inches, each end in the smaller band', () => {
    const sizes = [0, 1_000, 1_001, 3_000, 3_001, 6_000, 6_001, 12_000, 12_001];
    expect(sizes.map(severityOfSize)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5]);
    expect(explainDamageCode('27-04-5')).toMatchObject({ overMils: 12_000, upToMils: null });
    expect(explainDamageCode('28-08-6')).toMatchObject({ overMils: null, partIds: ['keys'] });
  });

  test('tells glass from its door by the type', () => {
    const codes = ['left-front-door', 'left-front-window'].map((partId) =>
      damageCode({ ...FINDING, partId, damage: 'scratch', sizeMils: 500 }, partById(partId)!),
    );
    expect(codes).toEqual(['10-12-1', '10-23-1']);
    expect(explainDamageCode('10-23-1')?.partIds).toEqual(['left-front-window']);
  });

  test('that was composed is explained as the part and the damage that it came from', () => {
    let composed = 0;
    for (const part of CAR_PARTS) {
      for (const damage of damagesOf(part.kind)) {
        const sizeMils = measuredBy(damage) === 'size' ? 700 : null;
        const paintBroken = canBreakPaint(part.kind, damage);
        const finding = { ...FINDING, partId: part.id, damage, sizeMils, paintBroken };
        const code = damageCode(finding, part);
        if (code === null) continue;
        composed += 1;
        const meaning = explainDamageCode(code);
        expect(meaning?.damage).toBe(damage);
        expect(meaning?.partIds).toContain(part.id);
      }
    }
    expect(composed).toBeGreaterThan(100);
  });

  test('that is none, or that names what no walk looks at, has no meaning', () => {
    const none = ['', '27', '27-04-7', '27-04-2x', '99-04-2', '02-01-1', '27-10-1'];
    expect(none.map(explainDamageCode)).toEqual(none.map(() => null));
  });
});
